/** Tab makes the results fewer: one heading after the other, then one brand after the other. Pure. */
import { type FinderRow, type Heading, headingOf } from './finder-rows.ts';

export type Narrowing =
  | { readonly by: 'heading'; readonly heading: Heading }
  | { readonly by: 'brand'; readonly brandId: string };

const brandsOf = (row: FinderRow): readonly string[] => {
  if (row.kind === 'customer') return row.hit.brandIds;
  if (row.kind === 'article') return [row.article.brandId];
  return row.kind === 'recent' && row.recent.brandId !== null ? [row.recent.brandId] : [];
};

/** More would stand in more than two lines. */
const brandsAtMost = 5;

const mostFrequent = (all: readonly string[]): readonly string[] => {
  const count = (one: string) => all.filter((other) => other === one).length;
  return [...new Set(all)].sort((a, b) => count(b) - count(a));
};

const isSame = (one: Narrowing | null, other: Narrowing | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What these rows can be narrowed to; nothing where it would change nothing. */
export const narrowingsOf = (rows: readonly FinderRow[]): readonly Narrowing[] => {
  const headings = [...new Set(rows.map(headingOf))];
  const brands = mostFrequent(rows.flatMap(brandsOf)).slice(0, brandsAtMost);
  return [
    ...(headings.length < 2
      ? []
      : headings.map((heading) => ({ by: 'heading', heading }) as const)),
    ...(brands.length < 2 ? [] : brands.map((brandId) => ({ by: 'brand', brandId }) as const)),
  ];
};

export const narrowed = (
  rows: readonly FinderRow[],
  to: Narrowing | null,
): readonly FinderRow[] => {
  // What is gone from the results since narrows them no longer.
  if (to === null || !narrowingsOf(rows).some((one) => isSame(one, to))) return rows;
  return rows.filter((row) =>
    to.by === 'heading' ? headingOf(row) === to.heading : brandsOf(row).includes(to.brandId),
  );
};

/** The next one, or the one before; after the last everything is shown again. */
export const nextNarrowing = (
  rows: readonly FinderRow[],
  now: Narrowing | null,
  step: 1 | -1,
): Narrowing | null => {
  const all = [null, ...narrowingsOf(rows)];
  const at = Math.max(
    0,
    all.findIndex((one) => isSame(one, now)),
  );
  return all[(at + step + all.length) % all.length] ?? null;
};
