/** What queues achieved, of the brands that somebody serves. */
import type { HubDependencies } from '@api/hub-app.ts';
import type {
  QueueFiguresAnswer,
  QueueFiguresQuery,
} from '@shared/contracts/http/queue-figures.ts';
import {
  instantOf,
  type LocalDate,
  nextDay,
  weekdayOf,
} from '@shared/domain/calendar/zoned-time.ts';
import {
  figureWords,
  gapsIn,
  type QueueTarget,
  queueFigures,
  usualTarget,
} from '@shared/domain/queue-call/figures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { brandsOfQueues, callGroups, type DayGroup, targetsOf } from './figures-repository.ts';
import { heardIn } from './heard-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

const zone = 'Europe/Paris';
const dayMs = 86_400_000;

const dateIn = (text: string): LocalDate => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

const mondayOf = (day: string): string =>
  new Date(Date.parse(day) - (weekdayOf(dateIn(day)) - 1) * dayMs).toISOString().slice(0, 10);

const keyOf = (
  { queue, day }: DayGroup,
  by: QueueFiguresQuery['by'],
  brandOf: ReadonlyMap<string, string>,
): string => {
  switch (by) {
    case 'queue':
      return queue;
    case 'brand':
      return brandOf.get(queue) ?? '';
    case 'day':
      return day;
    case 'week':
      return mondayOf(day);
    case 'month':
      return `${day.slice(0, 7)}-01`;
  }
};

const rowsOf = (
  groups: readonly DayGroup[],
  keyIn: (group: DayGroup) => string,
  targetOf: (queue: string) => QueueTarget,
): QueueFiguresAnswer['rows'] => {
  const byKey = new Map<string, DayGroup[]>();
  for (const group of groups) {
    const key = keyIn(group);
    const known = byKey.get(key) ?? [];
    known.push(group);
    byKey.set(key, known);
  }
  return [...byKey]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, of]) => ({ key, figures: queueFigures(of, targetOf) }));
};

/** A brand of others looks as if it did not exist. */
export const queueFiguresFor = async (
  hub: Hub,
  user: Pick<User, 'brandIds'>,
  { from, to, by, brandId }: QueueFiguresQuery,
): Promise<Result<QueueFiguresAnswer>> => {
  const { db } = hub.database;
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  const brandIds = brandId === undefined ? user.brandIds : [brandId];
  const brandOf = await brandsOfQueues(db, brandIds);
  const [groups, targets] = await Promise.all([
    callGroups(db, [...brandOf.keys()], { from, to }),
    targetsOf(db),
  ]);
  const targetOf = (queue: string): QueueTarget => targets.get(queue) ?? usualTarget;
  const span = {
    from: instantOf(dateIn(from), 0, zone),
    until: Math.min(instantOf(nextDay(dateIn(to)), 0, zone), hub.clock.now()),
  };
  const gaps = gapsIn(span, await heardIn(db, span)).map((gap) => ({
    from: toInstant(gap.from),
    until: toInstant(gap.until),
  }));
  return succeed({
    rows: rowsOf(groups, (group) => keyOf(group, by, brandOf), targetOf),
    total: queueFigures(groups, targetOf),
    gaps: gaps.slice(-1000),
    definitions: figureWords,
  });
};
