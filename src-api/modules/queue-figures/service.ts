/** What queues achieved, of the brands that somebody serves. */
import type { HubDependencies } from '@api/hub-app.ts';
import { decidedTargets } from '@api/modules/queue-targets/repository.ts';
import type {
  QueueFiguresAnswer,
  QueueFiguresQuery,
} from '@shared/contracts/http/queue-figures.ts';
import { instantOf, type LocalDate, nextDay } from '@shared/domain/calendar/zoned-time.ts';
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
import { brandsOfQueues, callGroups, type TimedGroup } from './figures-repository.ts';
import { heardIn } from './heard-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

const zone = 'Europe/Paris';
const dateIn = (text: string): LocalDate => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

const keyOf = (
  { queue, first }: TimedGroup,
  by: QueueFiguresQuery['by'],
  brandOf: ReadonlyMap<string, string>,
): string => (by === 'queue' ? queue : by === 'brand' ? (brandOf.get(queue) ?? '') : first);

/** Calls of the queues of some brands by one cut, and what is in time there. */
export const queueGroupsBy = async (
  db: Hub['database']['db'],
  brandIds: readonly string[],
  { from, to, by }: Pick<QueueFiguresQuery, 'from' | 'to' | 'by'>,
) => {
  const brandOf = await brandsOfQueues(db, brandIds);
  const per = by === 'queue' || by === 'brand' ? 'all' : by;
  const [all, targets] = await Promise.all([
    callGroups(db, [...brandOf.keys()], { from, to, per }),
    decidedTargets(db),
  ]);
  const byKey = new Map<string, TimedGroup[]>();
  for (const group of all) {
    const key = keyOf(group, by, brandOf);
    const known = byKey.get(key) ?? [];
    known.push(group);
    byKey.set(key, known);
  }
  const targetOf = (queue: string): QueueTarget => targets.get(queue) ?? usualTarget;
  return { all, byKey, targetOf };
};

/** Times of some days that no hub heard and the log does not tell of, the last thousand. */
export const gapsOf = async (
  { database: { db }, clock }: Hub,
  { from, to }: Pick<QueueFiguresQuery, 'from' | 'to'>,
): Promise<QueueFiguresAnswer['gaps']> => {
  const span = {
    from: instantOf(dateIn(from), 0, zone),
    until: Math.min(instantOf(nextDay(dateIn(to)), 0, zone), clock.now()),
  };
  const gaps = gapsIn(span, await heardIn(db, span)).map((gap) => ({
    from: toInstant(gap.from),
    until: toInstant(gap.until),
  }));
  return gaps.slice(-1000);
};

/** A brand of others looks as if it did not exist. */
export const queueFiguresFor = async (
  hub: Hub,
  user: Pick<User, 'brandIds'>,
  { brandId, ...asked }: QueueFiguresQuery,
): Promise<Result<QueueFiguresAnswer>> => {
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  const brandIds = brandId === undefined ? user.brandIds : [brandId];
  const { all, byKey, targetOf } = await queueGroupsBy(hub.database.db, brandIds, asked);
  return succeed({
    rows: [...byKey]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, of]) => ({ key, figures: queueFigures(of, targetOf) })),
    total: queueFigures(all, targetOf),
    gaps: await gapsOf(hub, asked),
    definitions: figureWords,
  });
};
