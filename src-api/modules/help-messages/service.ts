/** Advisors and their leads write to one another: hers alone, told at once when nobody would see it. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { isLedBy, leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import { findAdvisor, type LedAdvisor } from '@api/modules/lead/led-advisor.ts';
import { type KnownDesk, readDesks } from '@api/modules/lead-board/desks-repository.ts';
import {
  type HelpMessage,
  type MessageOrder,
  messagesShownMs,
} from '@shared/contracts/http/help-messages.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  advisorsOf,
  announceMessages,
  findMessages,
  insertMessage,
  leadsOf,
  markRead,
  type NewMessage,
  type Reader,
} from './repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

const since = ({ clock }: Hub): string => toInstant(clock.now() - messagesShownMs);

const canShow = ({ now, unheardSince }: KnownDesk): boolean =>
  unheardSince === null && now.state !== 'offline' && (now.hears ?? []).includes('messages');

const readerOf = async ({ database: { db } }: Hub, user: User): Promise<Reader> => {
  const { id: userId, teamId, brandIds } = user;
  if (user.role === 'advisor')
    return { userId, advisorIds: [userId], teamIds: teamId === null ? [] : [teamId], brandIds };
  const scope = await leadScopeOf(db, user);
  const teamIds = [...scope.teamIds];
  const led = await Promise.all(teamIds.map((id) => advisorsOf(db, { teamId: id, brandIds })));
  return { userId, advisorIds: led.flat(), teamIds, brandIds };
};

export const messagesFor = async (hub: Hub, user: User): Promise<HelpMessage[]> =>
  findMessages(hub.database.db, await readerOf(hub, user), { since: since(hub) });

/** Whose desktops are told of it, and what it belongs to. */
type Addressed = Pick<NewMessage, 'advisorId' | 'teamId'> & {
  readonly readerIds: readonly string[];
  /** Whose talk it is, with the call that she is in. */
  readonly about: LedAdvisor | null;
};

/** `not-found`: she is none of the sender's, or nobody leads the sender. */
const addressed = async (
  { database: { db } }: Hub,
  user: User,
  to: MessageOrder['to'],
): Promise<Result<Addressed>> => {
  if (to.kind === 'leads') {
    const about = user.role === 'advisor' ? await findAdvisor(db, user.id) : null;
    const readerIds = about === null ? [] : await leadsOf(db, about);
    if (readerIds.length === 0) return fail('not-found');
    return succeed({ advisorId: user.id, teamId: null, readerIds, about });
  }
  const scope = await leadScopeOf(db, user);
  if (to.kind === 'advisor') {
    const about = await findAdvisor(db, to.userId);
    if (about === null || !isLedBy(scope, about)) return fail('not-found');
    return succeed({ advisorId: about.id, teamId: null, readerIds: [about.id], about });
  }
  const { teamId } = to;
  if (!scope.teamIds.has(teamId)) return fail('not-found');
  const readerIds = await advisorsOf(db, { teamId, brandIds: user.brandIds });
  return succeed({ advisorId: null, teamId, readerIds, about: null });
};

/** Of a call for a brand of another lead nothing is bound: she does not know of it. */
const boundTo = async (
  { database: { db } }: Hub,
  user: User,
  about: LedAdvisor | null,
): Promise<Pick<NewMessage, 'callId' | 'brandId' | 'customerId'>> => {
  const [desk] = about === null ? [] : await readDesks(db, [about.id]);
  const call = desk?.unheardSince === null ? desk.now.call : null;
  if (call == null || call.brandId === null || !user.brandIds.includes(call.brandId))
    return { callId: null, brandId: null, customerId: null };
  return { callId: call.callUid, brandId: call.brandId, customerId: call.customerId };
};

/**
 * `nobody-to-read`: no desktop is there that would show it, and it is not kept. A team's waits for
 * whoever comes later. Sent twice by its sender it is one; with an id of somebody else's it is refused.
 */
export const sendMessage = async (
  hub: Hub,
  user: User,
  { correlationId, ...order }: MessageOrder & { readonly correlationId: string },
): Promise<Result<HelpMessage>> => {
  const { db } = hub.database;
  const to = await addressed(hub, user, order.to);
  if (!to.ok) return to;
  const { advisorId, teamId, readerIds, about } = to.value;
  const kept = await find(hub, user, order.id);
  if (kept !== null) return kept.fromId === user.id ? succeed(kept) : fail('not-found');
  if (teamId === null && !(await readDesks(db, readerIds)).some(canShow))
    return fail('nobody-to-read');
  const bound = await boundTo(hub, user, about);
  const { id, words, urgency } = order;
  const at = toInstant(hub.clock.now());
  const message = { id, fromId: user.id, advisorId, teamId, words, urgency, at, ...bound };
  await db.transaction().execute(async (tx) => {
    if (!(await insertMessage(tx, message))) return;
    // That something was written is kept as long as the journal; what was written is not.
    const deed = { action: 'help-message-sent', entity: 'help-message', entityId: id };
    const detail = { advisorId, teamId, urgency, callId: bound.callId };
    await recordAudit(tx, { ...deed, detail, userId: user.id, correlationId });
    await announceMessages(tx, [...readerIds, ...(await othersAt(hub, user, about))]);
  });
  const sent = await find(hub, user, id);
  return sent === null || sent.fromId !== user.id ? fail('not-found') : succeed(sent);
};

/** The other leads of an advisor see what is said, and her own desktop that it is there. */
const othersAt = async (
  { database: { db } }: Hub,
  user: User,
  about: LedAdvisor | null,
): Promise<string[]> => [user.id, ...(about === null ? [] : await leadsOf(db, about))];

const find = async (hub: Hub, user: User, id: string): Promise<HelpMessage | null> => {
  const reader = await readerOf(hub, user);
  const [found] = await findMessages(hub.database.db, reader, { since: since(hub), id });
  return found ?? null;
};

/** Those of them that are for her to read. */
export const readMessages = async (hub: Hub, user: User, ids: readonly string[]): Promise<void> => {
  const mine = (await messagesFor(hub, user)).filter(({ isToMe }) => isToMe);
  const known = new Map(mine.map((message) => [message.id, message]));
  const read = ids.filter((id) => known.get(id)?.readAt === null);
  if (read.length === 0) return;
  await hub.database.db.transaction().execute(async (tx) => {
    const senders = await markRead(tx, user.id, { ids: read, at: toInstant(hub.clock.now()) });
    await announceMessages(tx, [user.id, ...senders]);
  });
};
