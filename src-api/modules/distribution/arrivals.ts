/**
 * Says how each caller waits, when the switch asks: how far ahead by her value, and whether whom she spoke
 * with last is asked first. The switch waits a second at most and goes on without.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { readDesks } from '@api/modules/lead-board/desks-repository.ts';
import type { CentrePort, QueueArrival } from '@api/pbx/centre-port.ts';
import {
  isAskedFirst,
  type LastServer,
  type Place,
  placeOf,
} from '@shared/domain/distribution/arrival.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { sql } from 'kysely';
import {
  type CertainCaller,
  certainCaller,
  firstsAt,
  type KeptArrival,
  keepArrival,
  lastAdvisorOf,
} from './arrivals-repository.ts';
import { readWanted, type Wanted } from './drive.ts';
import { type RuledQueue, readRuledQueues } from './repository.ts';

export type ArrivalHub = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'log'>;

const dayMs = 86_400_000;
/** Above every penalty that people have: who has it can be told apart from all others. */
const firstPenalty = 1001;

export const callerOfNumber = async (
  hub: ArrivalHub,
  number: string | null,
  brandId: string,
): Promise<CertainCaller | null> => {
  const e164 = number === null ? null : parseNumber(number).e164;
  return e164 === null ? null : certainCaller(hub.database.db, e164, brandId);
};

/** How long who has waited longest in a queue waits; one leg apart. */
export const longestWaitIn = (
  centre: CentrePort,
  queue: string,
  { nowMs, legId }: { readonly nowMs: number; readonly legId: string },
): number | null => {
  const others =
    centre
      .queues()
      .get(queue)
      ?.callers.filter((one) => one.legId !== legId) ?? [];
  return others.length === 0 ? null : nowMs - Math.min(...others.map(({ since }) => since));
};

/** The advisor with whom she talked last, as she is at the switch and at her desk now. */
const serverOf = async (
  hub: ArrivalHub,
  centre: CentrePort,
  { queue, userId, wanted }: { queue: string; userId: string; wanted: Wanted },
): Promise<LastServer | null> => {
  const { db } = hub.database;
  const wish = wanted.members.find((one) => one.queue === queue && one.userId === userId);
  const members = centre.queues().get(queue)?.members ?? [];
  const there = members.find(({ extension }) => extension === wish?.extension);
  if (wish === undefined || there === undefined) return null;
  const [desk] = await readDesks(db, [userId]);
  const firsts = await firstsAt(db, toInstant(hub.clock.now()));
  return {
    serves: wish.pause === null && !there.isPaused,
    line: there.line,
    state: desk === undefined || desk.unheardSince !== null ? null : desk.now.state,
    isAwaited: firsts.some(({ first }) => first?.userId === userId),
  };
};

const askedFirst = async (
  hub: ArrivalHub,
  centre: CentrePort,
  { rule: { lastAdvisor, isDriven }, queue, brandId }: RuledQueue,
  customerId: string,
): Promise<string | null> => {
  if (lastAdvisor === null || !isDriven) return null;
  if (!centre.arrivals.knownSeconds().has(lastAdvisor.seconds)) return null;
  const since = toInstant(hub.clock.now() - lastAdvisor.days * dayMs);
  const userId = await lastAdvisorOf(hub.database.db, { customerId, brandId, since });
  if (userId === null) return null;
  const wanted = await readWanted(hub);
  const server = await serverOf(hub, centre, { queue, userId, wanted });
  const waiting = centre.queues().get(queue)?.callers.length ?? 0;
  return isAskedFirst(lastAdvisor, server, waiting) ? userId : null;
};

/** Once, by whichever hub is first; in the journal stands why, and nothing of who called. */
const keep = (
  hub: ArrivalHub,
  { queue, legId, callId }: QueueArrival,
  { place, userId, seconds }: { place: Place; userId: string | null; seconds: number },
): Promise<KeptArrival> =>
  hub.database.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('queue_arrivals'))`.execute(tx);
    const nowMs = hub.clock.now();
    const at = toInstant(nowMs);
    const until = toInstant(nowMs + seconds * 1000);
    const others = (await firstsAt(tx, at)).filter((one) => one.queue === queue);
    const taken = new Set(others.map(({ first }) => first?.penalty));
    let penalty = firstPenalty;
    while (taken.has(penalty)) penalty += 1;
    const first = userId === null ? null : { userId, penalty, until };
    const why = [...place.why, ...(first === null ? [] : [{ by: 'last-advisor', until } as const])];
    const arrival = { queue, legId, at, priority: place.priority, why, first };
    const { kept, isNew } = await keepArrival(tx, arrival);
    if (isNew)
      await recordAudit(tx, {
        userId: null,
        correlationId: hub.newId(),
        action: 'queue-preferred',
        entity: 'queue',
        entityId: queue,
        detail: { callId, priority: kept.priority, why: [...kept.why] },
      });
    return kept;
  });

/** Null: she waits like everybody. */
export const decideArrival = async (
  hub: ArrivalHub,
  centre: CentrePort,
  arrival: QueueArrival,
): Promise<KeptArrival | null> => {
  const { db } = hub.database;
  const ruled = (await readRuledQueues(db)).find(({ queue }) => queue === arrival.queue);
  if (ruled === undefined) return null;
  const { byValue, lastAdvisor } = ruled.rule;
  if (byValue === null && lastAdvisor === null) return null;
  const caller = await callerOfNumber(hub, arrival.number, ruled.brandId);
  if (caller === null) return null;
  const nowMs = hub.clock.now();
  const longestWaitMs = longestWaitIn(centre, ruled.queue, { nowMs, legId: arrival.legId });
  const place = placeOf(byValue, caller, { nowMs, longestWaitMs });
  const userId = await askedFirst(hub, centre, ruled, caller.customerId);
  if (place.priority === 0 && userId === null) return null;
  return keep(hub, arrival, { place, userId, seconds: lastAdvisor?.seconds ?? 0 });
};
