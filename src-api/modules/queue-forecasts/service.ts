/** What is told of the queues of a lead's brands: looked up once for all who ask within a minute. */
import type { HubDependencies } from '@api/hub-app.ts';
import { readQueues } from '@api/modules/lead-board/people-repository.ts';
import { decidedTargets } from '@api/modules/queue-targets/repository.ts';
import { toldDaysOf } from '@api/modules/staffing/told-days.ts';
import type { QueueForecast, QueueForecasts } from '@shared/contracts/http/queue-forecasts.ts';
import { staffingQuerySchema } from '@shared/contracts/http/staffing.ts';
import { instantOf, localDateOf, minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import { queueAhead, queueShares } from '@shared/domain/forecasting/queue-ahead.ts';
import { usualTarget } from '@shared/domain/queue-call/figures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { callsOfQueues } from './repository.ts';

const zone = 'Europe/Paris';
const shareDays = 28;
const dayMs = 24 * 3_600_000;
const usual = staffingQuerySchema.parse({});

export const queueForecastsOf = async (
  hub: HubDependencies,
  user: User,
): Promise<QueueForecasts> => {
  const { db } = hub.database;
  const told = toldDaysOf(hub);
  const nowMs = hub.clock.now();
  const [named, targets, calls] = await Promise.all([
    readQueues(db),
    decidedTargets(db),
    callsOfQueues(db, toInstant(nowMs - shareDays * dayMs)),
  ]);
  const shares = queueShares(named, calls);
  const running = Math.floor(minuteOfDayOf(nowMs, zone) / 15);
  const today = localDateOf(nowMs, zone);
  const forecasts: QueueForecast[] = [];
  for (const { name, brandId } of named.filter((queue) => user.brandIds.includes(queue.brandId))) {
    const day = await told.today(brandId);
    const goal = {
      share: usual.share / 100,
      targetSeconds: (targets.get(name) ?? usualTarget).targetS,
      patienceSeconds: usual.patienceSeconds,
      busiest: usual.busiest / 100,
    };
    const quarters = queueAhead(day.quarters, running, shares.get(name) ?? 0, goal);
    forecasts.push({
      queue: name,
      quarters: quarters.map(({ quarter, ...rest }) => ({
        from: toInstant(instantOf(today, quarter * 15, zone)),
        ...rest,
      })),
    });
  }
  return { at: toInstant(nowMs), forecasts };
};
