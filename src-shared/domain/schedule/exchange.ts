/** Two people exchange a day each, or their hours of the same day: what stands afterwards, and what forbids it. */
import { isRefused, judgePlan } from './judge-plan.ts';
import type { Piece, PlannedDay } from './piece.ts';
import type { Breach, PersonPlan } from './work-rule.ts';

export type Exchanging = {
  readonly brandIds: readonly string[];
  readonly plan: PersonPlan;
  /** The day she gives away. */
  readonly day: string;
};
export type Exchanged = {
  readonly mine: readonly PlannedDay[];
  readonly theirs: readonly PlannedDay[];
};
export type ExchangeOutcome =
  | { readonly done: Exchanged }
  | { readonly not: 'not-working' | 'works-then' }
  | { readonly refused: readonly Breach[] };

const piecesOn = ({ plan }: Exchanging, day: string): readonly Piece[] =>
  plan.days.find((one) => one.day === day)?.pieces ?? [];

/** The hours of another, with a brand of her own wherever she does not know the other's. */
const takenBy = (pieces: readonly Piece[], { brandIds }: Exchanging): Piece[] =>
  pieces.map((piece) =>
    piece.brandId === null || brandIds.includes(piece.brandId)
      ? piece
      : { ...piece, brandId: brandIds[0] ?? null },
  );

const withDays = (plan: PersonPlan, days: readonly PlannedDay[]): PersonPlan => ({
  ...plan,
  days: [...plan.days.filter(({ day }) => !days.some((one) => one.day === day)), ...days],
});

/** What is refused now and was not before. */
const newlyRefused = ({ plan }: Exchanging, days: readonly PlannedDay[]): readonly Breach[] => {
  const ever = { from: '0001-01-01', to: '9999-12-31' };
  const key = ({ rule, day, measured }: Breach) => [rule, day, measured].join(' ');
  const before = new Set(judgePlan(plan, ever).map(key));
  return judgePlan(withDays(plan, days), ever).filter(
    (breach) => breach.weight === 'refused' && !before.has(key(breach)),
  );
};

export const exchange = (me: Exchanging, colleague: Exchanging): ExchangeOutcome => {
  const [given, taken] = [piecesOn(me, me.day), piecesOn(colleague, colleague.day)];
  if (given.length === 0 || taken.length === 0) return { not: 'not-working' };
  const isSameDay = me.day === colleague.day;
  const isTwice = piecesOn(me, colleague.day).length > 0 || piecesOn(colleague, me.day).length > 0;
  if (!isSameDay && isTwice) return { not: 'works-then' };
  const swapped = (one: Exchanging, gives: string, takes: string, pieces: readonly Piece[]) => [
    ...(isSameDay ? [] : [{ day: gives, pieces: [] }]),
    { day: takes, pieces: takenBy(pieces, one) },
  ];
  const mine = swapped(me, me.day, colleague.day, taken);
  const theirs = swapped(colleague, colleague.day, me.day, given);
  const refused = [...newlyRefused(me, mine), ...newlyRefused(colleague, theirs)];
  return isRefused(refused) ? { refused } : { done: { mine, theirs } };
};
