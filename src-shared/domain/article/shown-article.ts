/** Which version is shown on a day, and how its age stands. Days are `YYYY-MM-DD` and compare as texts. */
import type { Article } from './article.ts';

export type Versioned = Pick<
  Article,
  'id' | 'version' | 'state' | 'validFrom' | 'validUntil' | 'reviewBy'
>;

/** KNOW-4: the newest published one whose day has come; null when that one has expired. */
export const shownVersion = <A extends Versioned>(
  versions: readonly A[],
  day: string,
): A | null => {
  const begun = versions
    .filter(({ state, validFrom }) => state === 'published' && validFrom <= day)
    .reduce<A | null>(
      (newest, one) => (newest && newest.version > one.version ? newest : one),
      null,
    );
  if (begun === null || (begun.validUntil !== null && begun.validUntil < day)) return null;
  return begun;
};

/** KNOW-5: which versions go when one is withdrawn. */
export const withdrawnWith = <A extends Versioned>(
  versions: readonly A[],
  version: number,
  day: string,
): A[] => {
  const one = versions.find((other) => other.version === version);
  if (one === undefined) return [];
  if (one.state !== 'published' || one.validFrom > day) return [one];
  return versions.filter((other) => other.version <= version && other.state === 'published');
};

/** KNOW-6. */
export const isOverdue = ({ reviewBy }: Pick<Article, 'reviewBy'>, day: string): boolean =>
  reviewBy < day;

const monthMs = 30.44 * 86_400_000;

/** Whole months since somebody last said that it holds. */
export const monthsSince = (instant: string, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - Date.parse(instant)) / monthMs));

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day where the brand is. */
export const dayAt = (nowMs: number, zone = 'Europe/Paris'): string => {
  const known = dayFormats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  if (known === undefined) dayFormats.set(zone, format);
  return format.format(nowMs);
};
