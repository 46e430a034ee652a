/**
 * A grid by which calls are assessed: criteria with what each mark means, and their weight. A version
 * that was used does not change; a new one is another version.
 */
import { z } from 'zod';

/**
 * What of a call may be measured beside a criterion, and nothing else: times, words and turns. There is
 * no measure of a voice's tone or of a person's mood (EU AI Act art. 5(1)(f): no emotion of staff).
 */
export const callMeasures = [
  'speaking-share',
  'silences',
  'words-over-words',
  'steps-said',
  'duration',
] as const;

export const marks = [0, 1, 2, 3] as const;
export const markSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Mark = z.infer<typeof markSchema>;

export const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  label: z.string().trim().min(1).max(80),
  /** What earns three, and what none. */
  guidance: z.string().trim().min(1).max(500),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  measure: z.enum(callMeasures).nullable(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const gridSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  criteria: z
    .array(criterionSchema)
    .min(1)
    .max(12)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each criterion once'),
});
export type Grid = z.infer<typeof gridSchema>;

export type Marks = { readonly [criterionId: string]: Mark };

/** Out of 100, of what was marked; null while nothing is. */
export const scoreOf = ({ criteria }: Pick<Grid, 'criteria'>, given: Marks): number | null => {
  const marked = criteria.filter(({ id }) => given[id] !== undefined);
  const most = marked.reduce((sum, { weight }) => sum + weight * 3, 0);
  const got = marked.reduce((sum, { id, weight }) => sum + weight * (given[id] ?? 0), 0);
  return most === 0 ? null : Math.round((got * 100) / most);
};

export const isWhole = ({ criteria }: Pick<Grid, 'criteria'>, given: Marks): boolean =>
  criteria.every(({ id }) => given[id] !== undefined);
