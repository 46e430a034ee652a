/** Answers the switch for each caller, and puts ahead those of whom it becomes true while they wait. */
import { startLoop } from '@api/background-loop.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { CentrePort, QueueArrival, QueueCaller } from '@api/pbx/centre-port.ts';
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import { placeOf } from '@shared/domain/distribution/arrival.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type ArrivalHub, callerOfNumber, decideArrival, longestWaitIn } from './arrivals.ts';
import { endFirst, type KeptArrival, keepArrival, raiseArrival } from './arrivals-repository.ts';
import { readWanted } from './drive.ts';
import { type RuledQueue, readRuledQueues } from './repository.ts';

const lookEveryMs = 5_000;

/** She is told apart from the other members before the call comes to them. */
const setApart = async (
  hub: ArrivalHub,
  centre: CentrePort,
  { queue, first }: KeptArrival,
): Promise<{ readonly penalty: number; readonly seconds: number } | null> => {
  if (first === null) return null;
  const { servers, queues } = await readWanted(hub);
  const seconds = queues.find((one) => one.queue === queue)?.rule.lastAdvisor?.seconds;
  const server = servers.find(({ userId }) => userId === first.userId);
  if (server === undefined || seconds === undefined) return null;
  await centre.setPenalty(queue, server.extension, first.penalty);
  return { penalty: first.penalty, seconds };
};

/** Whatever goes wrong here, the caller waits like everybody. */
export const answerArrival = async (
  hub: ArrivalHub,
  centre: CentrePort,
  arrival: QueueArrival,
): Promise<void> => {
  const own = { priority: arrival.priority, first: null };
  try {
    const kept = await decideArrival(hub, centre, arrival);
    const first = kept === null ? null : await setApart(hub, centre, kept);
    const priority = Math.max(arrival.priority, kept?.priority ?? 0);
    await centre.arrivals.answer(arrival, { priority, first });
  } catch (error) {
    hub.log.warn(
      { cause: error instanceof Error ? error.message : 'unknown', queue: arrival.queue },
      'a caller waits like everybody',
    );
    await centre.arrivals.answer(arrival, own).catch(() => undefined);
  }
};

const raise = async (
  hub: ArrivalHub,
  centre: CentrePort,
  { queue, rule, brandId }: RuledQueue,
  caller: QueueCaller,
): Promise<void> => {
  const known = await callerOfNumber(hub, caller.number, brandId);
  const { legId, callId } = caller;
  const nowMs = hub.clock.now();
  const longestWaitMs = longestWaitIn(centre, queue, { nowMs, legId });
  const { priority, why } = placeOf(rule.byValue, known, { nowMs, longestWaitMs });
  if (priority <= caller.priority) return;
  await centre.setPriority(queue, callId, priority);
  await hub.database.db.transaction().execute(async (tx) => {
    const arrival = { queue, legId, at: toInstant(nowMs), priority, why, first: null };
    const { kept, isNew } = await keepArrival(tx, arrival);
    if (!isNew && kept.priority >= priority) return;
    await raiseArrival(tx, { ...kept, priority, why });
    const detail = { callId, priority, why: [...why] };
    const about = { userId: null, entity: 'queue', entityId: queue, correlationId: hub.newId() };
    await recordAudit(tx, { ...about, action: 'queue-preferred', detail });
  });
};

/** Of whom no hub heard when she came, and whose deadline has come nearer since. */
export const raiseWaiting = async (hub: ArrivalHub, centre: CentrePort): Promise<void> => {
  const ruled = await readRuledQueues(hub.database.db);
  const isUsed = ruled.some(({ rule }) => rule.byValue !== null || rule.lastAdvisor !== null);
  centre.arrivals.setAsking(isUsed ? 'yes' : 'no');
  if (centre.state() === 'away') return;
  for (const queue of ruled.filter(({ rule }) => rule.byValue !== null))
    for (const caller of centre.queues().get(queue.queue)?.callers ?? [])
      await raise(hub, centre, queue, caller).catch((error: unknown) => {
        // She was taken, or left.
        if (!(error instanceof RefusedBySwitch)) throw error;
      });
};

/** @returns how to stop it */
export const startArrivals = (hub: ArrivalHub, centre: CentrePort): (() => Promise<void>) => {
  const unwatchArrivals = centre.arrivals.watch((arrival) => {
    void answerArrival(hub, centre, arrival);
  });
  const unwatch = centre.watch({
    event: ({ type, queue, legId }) => {
      if (type !== 'taken' && type !== 'left') return;
      const over = { queue, legId, at: toInstant(hub.clock.now()) };
      endFirst(hub.database.db, over).catch(() => undefined);
    },
    changed: () => undefined,
    back: () => undefined,
    away: () => undefined,
  });
  const stop = startLoop(hub.log, {
    failure: 'callers who wait are not put ahead',
    afterFailureMs: lookEveryMs,
    turn: async () => {
      await raiseWaiting(hub, centre);
      return lookEveryMs;
    },
  });
  return async () => {
    unwatchArrivals();
    unwatch();
    await stop();
  };
};
