/** What somebody does on a day, from when to when, on the clock where she works. */
import { z } from 'zod';

export const pieceKinds = [
  'calls',
  'campaign',
  'written',
  'training',
  'meeting',
  'break',
  'meal',
] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** Minutes since midnight; a night's work goes on into the next day. */
const minuteSchema = z.number().int().min(0).max(2_160);

export const pieceSchema = z
  .object({
    kind: z.enum(pieceKinds),
    from: minuteSchema,
    to: minuteSchema,
    /** Whose calls or campaign; null: nobody's, or whichever of hers. */
    brandId: z.string().max(40).nullable(),
    /** Agreed beforehand that it may be moved on the day. */
    movable: z.boolean().default(false),
  })
  .refine(({ from, to }) => from < to, 'it ends before it begins');
export type Piece = z.infer<typeof pieceSchema>;

export const daySchema = z.iso.date();
export const plannedDaySchema = z.object({ day: daySchema, pieces: z.array(pieceSchema).max(60) });
export type PlannedDay = z.infer<typeof plannedDaySchema>;

export const isRest = ({ kind }: Pick<Piece, 'kind'>): boolean =>
  kind === 'break' || kind === 'meal';

/** At a screen without a change of activity. */
export const isAtScreen = ({ kind }: Pick<Piece, 'kind'>): boolean =>
  kind === 'calls' || kind === 'campaign' || kind === 'written';

export const inOrder = (pieces: readonly Piece[]): Piece[] =>
  [...pieces].sort((a, b) => a.from - b.from || a.to - b.to);

/** From her first minute to her last; null: she is not there. */
export const shiftOf = (
  pieces: readonly Piece[],
): { readonly from: number; readonly to: number } | null =>
  pieces.length === 0
    ? null
    : {
        from: Math.min(...pieces.map(({ from }) => from)),
        to: Math.max(...pieces.map(({ to }) => to)),
      };

const minutesOf = ({ from, to }: Piece): number => to - from;

/** Meals are never counted as work; breaks are where an agreement says so. */
export const workedMinutes = (
  pieces: readonly Piece[],
  { breaksCount }: { readonly breaksCount: boolean },
): number =>
  pieces
    .filter(({ kind }) => kind !== 'meal' && (breaksCount || kind !== 'break'))
    .reduce((sum, piece) => sum + minutesOf(piece), 0);

/** Two pieces at once, if there are. */
export const overlapOf = (pieces: readonly Piece[]): Piece | null => {
  const sorted = inOrder(pieces);
  return sorted.find((piece, at) => at > 0 && piece.from < (sorted[at - 1]?.to ?? 0)) ?? null;
};
