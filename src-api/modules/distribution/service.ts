/** Who serves which queue: read, moved, paused; each with its reason and its trace. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { isLedBy, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import type {
  Distribution,
  KeptQueueRule,
  QueueMove,
  QueueMoveOrder,
  QueuePause,
  QueuePauseOrder,
} from '@shared/contracts/http/distribution.ts';
import type { Qualification } from '@shared/domain/distribution/wanted.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { drive, readWanted } from './drive.ts';
import {
  endNow,
  insertMove,
  insertPause,
  movesAt,
  pausesAt,
  type RuledQueue,
  readRuledQueues,
  readServers,
  type ServingPerson,
  writeQualifications,
  writeRule,
} from './repository.ts';

type Hub = HubDependencies;
type Actor = { readonly userId: string; readonly correlationId: string };

/** Hers to move: a lead's own advisors, and everybody for an administrator. */
const hersOf = async (hub: Hub, user: User): Promise<(person: ServingPerson) => boolean> => {
  if (user.role === 'administrator') return () => true;
  const scope = await leadScopeOf(hub.database.db, user);
  return (person) => isLedBy(scope, person);
};

const serves = ({ brandId }: RuledQueue, user: User): boolean => user.brandIds.includes(brandId);

export const distributionFor = async (hub: Hub, user: User): Promise<Distribution> => {
  const { db } = hub.database;
  const now = toInstant(hub.clock.now());
  const [wanted, isHers, moves, pauses] = await Promise.all([
    readWanted(hub),
    hersOf(hub, user),
    movesAt(db, now),
    pausesAt(db, now),
  ]);
  const people = wanted.servers.filter(isHers);
  const ids = new Set(people.map(({ userId }) => userId));
  const present = hub.centre?.queues();
  const queues = wanted.queues
    .filter((queue) => serves(queue, user))
    .map(({ queue, brandId, label, rule }) => ({
      queue,
      brandId,
      label,
      rule,
      members: people.flatMap(({ userId, extension }) => {
        const wish = wanted.members.find((one) => one.queue === queue && one.userId === userId);
        const there = present?.get(queue)?.members.find((one) => one.extension === extension);
        if (wish === undefined && there === undefined) return [];
        return [
          {
            userId,
            penalty: wish?.penalty ?? there?.penalty ?? null,
            why: [...(wish?.why ?? [])],
            isThere: there !== undefined,
            isPaused: there?.isPaused ?? false,
            pauseReason: there?.pauseReason ?? '',
          },
        ];
      }),
    }));
  return {
    switch: hub.centre?.state() ?? 'none',
    queues,
    people: people.map(({ userId, name, extension, qualifications }) => ({
      userId,
      name,
      extension,
      qualifications,
    })),
    moves: moves.filter(({ userId }) => ids.has(userId)),
    pauses: pauses.filter(({ userId }) => ids.has(userId)),
  };
};

/** At once where this hub can; every hub looks by itself as well. */
const carryOn = async (hub: Hub): Promise<void> => {
  if (hub.centre === null) return;
  await drive(hub, hub.centre).catch((error: unknown) => {
    const cause = error instanceof Error ? error.message : 'unknown';
    hub.log.warn({ cause }, 'queues are not driven');
  });
};

const mayMove = async (
  hub: Hub,
  user: User,
  { userId, queue, until }: { userId: string; queue: string | null; until: string },
): Promise<Result<null>> => {
  const [servers, queues, isHers] = await Promise.all([
    readServers(hub.database.db),
    readRuledQueues(hub.database.db),
    hersOf(hub, user),
  ]);
  const person = servers.find((one) => one.userId === userId);
  if (person === undefined || !isHers(person)) return fail('not-found');
  const found = queues.find((one) => one.queue === queue);
  if (queue !== null && (found === undefined || !serves(found, user))) return fail('not-found');
  if (found !== undefined && !found.rule.isDriven) return fail('queue-not-driven');
  if (Date.parse(until) <= hub.clock.now()) return fail('input-malformed');
  return succeed(null);
};

export const movePerson = async (
  hub: Hub,
  user: User,
  { correlationId, ...order }: QueueMoveOrder & Actor & { readonly personId: string },
): Promise<Result<QueueMove>> => {
  const { personId, userId: by, queue, direction, penalty, reason, until } = order;
  const may = await mayMove(hub, user, { userId: personId, queue, until });
  if (!may.ok) return may;
  const since = toInstant(hub.clock.now());
  const id = hub.newId();
  const move = { id, userId: personId, queue, direction, penalty, reason, by, since, until };
  await hub.database.db.transaction().execute(async (tx) => {
    await insertMove(tx, move);
    const about = { entity: 'user', entityId: personId, correlationId, userId: by };
    const detail = { queue, direction, penalty, reason, until };
    await recordAudit(tx, { ...about, action: 'queue-moved', detail });
  });
  await carryOn(hub);
  return succeed(move);
};

export const pausePerson = async (
  hub: Hub,
  user: User,
  { correlationId, ...order }: QueuePauseOrder & Actor & { readonly personId: string },
): Promise<Result<QueuePause>> => {
  const { personId, userId: by, queue, reason, until } = order;
  const may = await mayMove(hub, user, { userId: personId, queue, until });
  if (!may.ok) return may;
  const since = toInstant(hub.clock.now());
  const pause = { id: hub.newId(), userId: personId, queue, reason, by, since, until };
  await hub.database.db.transaction().execute(async (tx) => {
    await insertPause(tx, pause);
    const about = { entity: 'user', entityId: personId, correlationId, userId: by };
    await recordAudit(tx, { ...about, action: 'queue-paused', detail: { queue, reason, until } });
  });
  await carryOn(hub);
  return succeed(pause);
};

/** One that is over already, or another's, looks as if it were not there. */
export const endOf = async (
  hub: Hub,
  user: User,
  { what, id, ...actor }: { readonly what: 'move' | 'pause'; readonly id: string } & Actor,
): Promise<Result<null>> => {
  const { db } = hub.database;
  const at = toInstant(hub.clock.now());
  const running = what === 'move' ? await movesAt(db, at) : await pausesAt(db, at);
  const [servers, isHers] = await Promise.all([readServers(db), hersOf(hub, user)]);
  const found = running.find((one) => one.id === id);
  const person = servers.find(({ userId }) => userId === found?.userId);
  if (found === undefined || person === undefined || !isHers(person)) return fail('not-found');
  await db.transaction().execute(async (tx) => {
    await endNow(tx, what === 'move' ? 'queue_moves' : 'queue_pauses', { id, at });
    const about = { entity: 'user', entityId: found.userId, detail: { queue: found.queue } };
    await recordAudit(tx, { ...actor, ...about, action: `queue-${what}-ended` });
  });
  await carryOn(hub);
  return succeed(null);
};

export const changeRule = async (
  hub: Hub,
  { queue, rule, ...actor }: { readonly queue: string; readonly rule: KeptQueueRule } & Actor,
): Promise<Result<KeptQueueRule>> => {
  const { db } = hub.database;
  const known = (await readRuledQueues(db)).some((one) => one.queue === queue);
  if (!known) return fail('not-found');
  const written = await db.transaction().execute(async (tx) => {
    if (!(await writeRule(tx, queue, rule))) return false;
    const about = { entity: 'queue', entityId: queue, detail: { ...rule } };
    await recordAudit(tx, { ...actor, ...about, action: 'queue-rule-changed' });
    return true;
  });
  if (!written) return fail('version-superseded');
  await carryOn(hub);
  return succeed({ ...rule, version: rule.version + 1 });
};

export const changeQualifications = async (
  hub: Hub,
  user: User,
  change: { readonly personId: string; readonly qualifications: readonly Qualification[] } & Actor,
): Promise<Result<null>> => {
  const { personId, qualifications, ...actor } = change;
  const { db } = hub.database;
  const [servers, isHers] = await Promise.all([readServers(db), hersOf(hub, user)]);
  const person = servers.find(({ userId }) => userId === personId);
  if (person === undefined || !isHers(person)) return fail('not-found');
  await db.transaction().execute(async (tx) => {
    await writeQualifications(tx, personId, qualifications);
    const about = { entity: 'user', entityId: personId, detail: { qualifications } };
    await recordAudit(tx, { ...actor, ...about, action: 'qualifications-changed' });
  });
  await carryOn(hub);
  return succeed(null);
};
