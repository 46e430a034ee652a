/** Makes the switch as it is wanted, and again after either was away. */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { CentrePort } from '@api/pbx/centre-port.ts';
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import { type MemberOrder, ordersFor } from '@shared/domain/distribution/orders.ts';
import { type WantedMember, wantedMembers } from '@shared/domain/distribution/wanted.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { firstsAt } from './arrivals-repository.ts';
import {
  movesAt,
  pausesAt,
  type RuledQueue,
  readRuledQueues,
  readServers,
  type ServingPerson,
} from './repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'log'>;

const lookEveryMs = 1_000;
/** What another hub was told, and what ends by itself. */
const lookAnywayMs = 5_000;

export type Wanted = {
  readonly queues: readonly RuledQueue[];
  readonly servers: readonly ServingPerson[];
  readonly members: readonly WantedMember[];
};

export const readWanted = async ({
  database: { db },
  clock,
}: Omit<Hub, 'log'>): Promise<Wanted> => {
  const now = toInstant(clock.now());
  const [queues, servers, moves, pauses, firsts] = await Promise.all([
    readRuledQueues(db),
    readServers(db),
    movesAt(db, now),
    pausesAt(db, now),
    firstsAt(db, now),
  ]);
  const served = queues.map(({ rule, queue, brandId }) => ({ ...rule, queue, brandId }));
  const members = wantedMembers(served, servers, { moves, pauses }).map((member) => {
    // While a caller is offered to her alone she is told apart by her penalty.
    const own = firsts.find(
      ({ queue, first }) => queue === member.queue && first?.userId === member.userId,
    );
    return own?.first == null ? member : { ...member, penalty: own.first.penalty };
  });
  return { queues, servers, members };
};

const carryOut = (centre: CentrePort, order: MemberOrder): Promise<void> => {
  const { queue, extension } = order;
  switch (order.order) {
    case 'join':
      return centre.join(queue, extension, order.penalty);
    case 'leave':
      return centre.leave(queue, extension);
    case 'penalty':
      return centre.setPenalty(queue, extension, order.penalty);
    case 'pause':
      return centre.pause(extension, { reason: order.reason, queue });
    case 'resume':
      return centre.resume(extension, queue);
  }
};

/** Several hubs may do it at once: an order that is carried out already is none. */
export const drive = async (hub: Hub, centre: CentrePort): Promise<void> => {
  if (centre.state() === 'away') return;
  const { queues, servers, members } = await readWanted(hub);
  const driven = queues.filter(({ rule }) => rule.isDriven).map(({ queue }) => queue);
  const known = new Set(servers.map(({ extension }) => extension));
  const present = new Map([...centre.queues()].map(([name, queue]) => [name, queue.members]));
  for (const order of ordersFor(members, present, { driven, known })) {
    try {
      await carryOut(centre, order);
    } catch (error) {
      if (!(error instanceof RefusedBySwitch)) throw error;
      hub.log.warn(
        { order: order.order, queue: order.queue },
        'the switch refuses who serves a queue',
      );
    }
  }
};

/** @returns how to stop it */
export const startDriving = (hub: Hub, centre: CentrePort): (() => Promise<void>) => {
  let isOther = true;
  let idleMs = 0;
  const changed = (): void => {
    isOther = true;
  };
  const unwatch = centre.watch({
    event: () => undefined,
    away: () => undefined,
    back: changed,
    changed,
  });
  const stop = startLoop(hub.log, {
    failure: 'queues are not driven',
    afterFailureMs: lookAnywayMs,
    turn: async () => {
      idleMs += lookEveryMs;
      if (isOther || idleMs >= lookAnywayMs) {
        isOther = false;
        idleMs = 0;
        await drive(hub, centre);
      }
      return lookEveryMs;
    },
  });
  return async () => {
    unwatch();
    await stop();
  };
};
