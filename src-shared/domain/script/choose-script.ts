/** The speech for this moment: the published version of the brand for this direction and reason. */
import type { Direction } from '../interaction/channel.ts';
import { languagesOf, type Script } from './script.ts';

export type ScriptChoice = {
  readonly script: Script;
  /** Why this one: the number is for a reason, a reason was known, or the brand has one for all. */
  readonly cause: 'number-and-reason' | 'brand-and-reason' | 'brand';
};

type Moment = {
  readonly brandId: string;
  readonly direction: Direction;
  /** The reason that the called number stands for, if it has one. */
  readonly numberReason: string | null;
  readonly reason: string | null;
  readonly locale: 'fr' | 'en';
};

const newestFirst = (a: Script, b: Script): number =>
  b.version - a.version || b.publishedAt.localeCompare(a.publishedAt);

/** null when the brand has published nothing for this direction. */
export const chooseScript = (scripts: readonly Script[], moment: Moment): ScriptChoice | null => {
  const usable = scripts
    .filter((script) => script.brandId === moment.brandId && script.direction === moment.direction)
    .sort(newestFirst);
  const inLanguage = usable.filter((script) => languagesOf(script).includes(moment.locale));
  const pool = inLanguage.length > 0 ? inLanguage : usable;
  const forReason = (reason: string | null) =>
    reason === null ? undefined : pool.find((script) => script.reasonCodes.includes(reason));
  const byNumber = forReason(moment.numberReason);
  if (byNumber !== undefined) return { script: byNumber, cause: 'number-and-reason' };
  const byReason = forReason(moment.reason);
  if (byReason !== undefined) return { script: byReason, cause: 'brand-and-reason' };
  const general = pool.find((script) => script.reasonCodes.length === 0) ?? pool[0];
  return general === undefined ? null : { script: general, cause: 'brand' };
};
