/** What queues have achieved today, for those who look at them now. */
import type { HubTables } from '@api/db/tables.ts';
import { decidedTargets } from '@api/modules/queue-targets/repository.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { queueFigures, usualTarget } from '@shared/domain/queue-call/figures.ts';
import type { Kysely } from 'kysely';
import { callGroups } from './figures-repository.ts';

export type TodayCounts = {
  readonly offered: number;
  readonly answered: number;
  readonly answeredInTime: number;
  readonly abandoned: number;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Of every queue that had a call. */
export const countsOfToday = async (
  db: Kysely<HubTables>,
  nowMs: number,
): Promise<ReadonlyMap<string, TodayCounts>> => {
  const { year, month, day } = localDateOf(nowMs, 'Europe/Paris');
  const today = `${year}-${two(month)}-${two(day)}`;
  const [groups, targets] = await Promise.all([
    callGroups(db, null, { from: today, to: today, per: 'all' }),
    decidedTargets(db),
  ]);
  const targetOf = (queue: string) => targets.get(queue) ?? usualTarget;
  const queues = [...new Set(groups.map(({ queue }) => queue))];
  return new Map(
    queues.map((queue) => {
      const own = groups.filter((group) => group.queue === queue);
      const { offered, taken, inTime, abandoned } = queueFigures(own, targetOf);
      return [queue, { offered, answered: taken, answeredInTime: inTime, abandoned }];
    }),
  );
};
