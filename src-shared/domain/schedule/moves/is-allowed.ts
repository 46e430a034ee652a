/** Whether somebody's day may be another: no rule refuses it that does not refuse what stands already. */
import { judgePlan } from '../judge-plan.ts';
import type { Piece } from '../piece.ts';
import type { PlannedPerson } from './day-under-way.ts';

export const isAllowed = (
  day: string,
  { plan }: PlannedPerson,
  after: readonly Piece[],
): boolean => {
  const ever = { from: day, to: '9999-12-31' };
  const refused = (pieces: readonly Piece[] | null) => {
    const days =
      pieces === null
        ? plan.days
        : [...plan.days.filter((one) => one.day !== day), { day, pieces: [...pieces] }];
    return judgePlan({ ...plan, days }, ever)
      .filter(({ weight }) => weight === 'refused')
      .map(({ rule, day: of }) => `${rule} ${of}`);
  };
  const before = new Set(refused(null));
  return refused(after).every((one) => before.has(one));
};
