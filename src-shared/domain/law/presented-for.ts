/** Which of its numbers a campaign presents. Pure. */
import { decideAt } from './decide.ts';
import { frenchLaw } from './france/rule-set.ts';

/** A call that an advisor places herself, as the law calls it. */
export const byHand = 'advisor, by hand';

/** A machine that dials is automated, however few calls it places. */
export const diallingOf = (mode: string): string =>
  mode === 'manual' || mode === 'preview' ? byHand : `automated (${mode} dialler)`;

export const mayPresent = (number: string, dialling: string, nowMs: number): boolean => {
  const rules = frenchLaw.rules.filter(({ id }) => id === 'presented-number');
  const presentedNumber = { number, hidden: false };
  const facts = { callKind: 'commercial', dialling, presentedNumber };
  return decideAt({ ...frenchLaw, rules }, facts, nowMs).allowed;
};

/**
 * The first that the law allows for this kind of dialling; where it allows none the first of all, so
 * that the refusal says what is wrong with it. Null: it has no number.
 */
export const presentedFor = (
  numbers: readonly string[],
  dialling: string,
  nowMs: number,
): string | null =>
  numbers.find((number) => mayPresent(number, dialling, nowMs)) ?? numbers[0] ?? null;
