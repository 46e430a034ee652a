/** Whom an advisor calls or transfers to often: a colleague, a queue, an outside number. */
import { z } from 'zod';

export const favouriteKinds = ['person', 'queue', 'outside'] as const;

export const favouriteSchema = z.object({
  kind: z.enum(favouriteKinds),
  /** A colleague's id; else the number itself. */
  ref: z.string().min(1).max(60),
  /** As the switch takes it. */
  number: z.string().min(1).max(60),
  /** null: only the number is known. */
  name: z.string().max(120).nullable(),
});
export type Favourite = z.infer<typeof favouriteSchema>;

/** Two that are the same one, whatever they are called meanwhile. */
export const isSameFavourite = (
  one: Pick<Favourite, 'kind' | 'ref'>,
  two: Pick<Favourite, 'kind' | 'ref'>,
): boolean => one.kind === two.kind && one.ref === two.ref;

/** The list after one was starred, at its end, or was taken out. */
export const withFavourite = (
  list: readonly Favourite[],
  favourite: Favourite,
  starred: boolean,
): Favourite[] => {
  const others = list.filter((one) => !isSameFavourite(one, favourite));
  if (!starred) return others;
  return others.length === list.length
    ? [...list, favourite]
    : list.map((one) => (isSameFavourite(one, favourite) ? favourite : one));
};
