/** What is told of the queues of a lead's brands: looked up once for all who ask within a minute. */
import type { HubDependencies } from '@api/hub-app.ts';
import { readQueues } from '@api/modules/lead-board/people-repository.ts';
import { decidedTargets } from '@api/modules/queue-targets/repository.ts';
import { staffingDayOf } from '@api/modules/staffing/service.ts';
import type { QueueForecast, QueueForecasts } from '@shared/contracts/http/queue-forecasts.ts';
import { type StaffingDay, staffingQuerySchema } from '@shared/contracts/http/staffing.ts';
import { instantOf, localDateOf, minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import { queueAhead, queueShares } from '@shared/domain/forecasting/queue-ahead.ts';
import { usualTarget } from '@shared/domain/queue-call/figures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { callsOfQueues } from './repository.ts';

const zone = 'Europe/Paris';
const shareDays = 28;
const keptMs = 60_000;
const dayMs = 24 * 3_600_000;
const usual = staffingQuerySchema.parse({});

/** What was told of a brand's day a moment ago; asked by many at once it is told once. */
export class ToldDays {
  readonly #hub: HubDependencies;
  readonly #kept = new Map<
    string,
    { readonly atMs: number; readonly day: Promise<StaffingDay | null> }
  >();

  constructor(hub: HubDependencies) {
    this.#hub = hub;
  }

  of(user: User, brandId: string): Promise<StaffingDay | null> {
    const nowMs = this.#hub.clock.now();
    const before = this.#kept.get(brandId);
    if (before !== undefined && nowMs - before.atMs < keptMs) return before.day;
    const day = staffingDayOf(
      this.#hub,
      { ...user, brandIds: [brandId] },
      { ...usual, brandId },
    ).then((answer) => (answer.ok ? answer.value : null));
    this.#kept.set(brandId, { atMs: nowMs, day });
    // What failed is asked anew.
    day.catch(() => this.#kept.delete(brandId));
    return day;
  }
}

export const queueForecastsOf = async (
  hub: HubDependencies,
  user: User,
  told: ToldDays,
): Promise<QueueForecasts> => {
  const { db } = hub.database;
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
    const day = await told.of(user, brandId);
    const goal = {
      share: usual.share / 100,
      targetSeconds: (targets.get(name) ?? usualTarget).targetS,
      patienceSeconds: usual.patienceSeconds,
      busiest: usual.busiest / 100,
    };
    const quarters = queueAhead(day?.quarters ?? [], running, shares.get(name) ?? 0, goal);
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
