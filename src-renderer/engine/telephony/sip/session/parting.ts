/**
 * What the PBX has to be told of an unanswered call when its program has died: one SIP message that
 * any later connection can carry, since a transaction is known by its branch (RFC 3261 §17.2.3).
 */
import { Invitation, Inviter, type Session, SessionState } from 'sip.js';

const newTag = (): string => crypto.randomUUID().slice(0, 8);

const written = (startLine: string, headers: readonly (readonly [string, string])[]): string =>
  [
    startLine,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

/** 480: the queue offers the call to somebody else, or here again. */
const refusal = ({ request }: Invitation): string => {
  const to = request.getHeader('to') ?? '';
  return written('SIP/2.0 480 Temporarily Unavailable', [
    ...request.getHeaders('via').map((via) => ['Via', via] as const),
    ['From', request.getHeader('from') ?? ''],
    ['To', /;\s*tag=/i.test(to) ? to : `${to};tag=${newTag()}`],
    ['Call-ID', request.callId],
    ['CSeq', `${request.cseq} INVITE`],
  ]);
};

/** CANCEL repeats what it cancels (RFC 3261 §9.1). */
const cancellation = ({ request }: Inviter): string | null => {
  const via = request.getHeader('via');
  if (via === undefined) return null;
  return written(`CANCEL ${request.ruri.toRaw()} SIP/2.0`, [
    ['Via', via],
    ['Max-Forwards', '70'],
    ['From', request.getHeader('from') ?? ''],
    ['To', request.getHeader('to') ?? ''],
    ['Call-ID', request.callId],
    ['CSeq', `${request.cseq} CANCEL`],
  ]);
};

/** null when there is nothing to be told: answered, over, or not asked yet. */
export const partingOf = (session: Session): string | null => {
  if (session instanceof Invitation)
    return session.state === SessionState.Initial ? refusal(session) : null;
  if (session instanceof Inviter && session.state === SessionState.Establishing)
    return cancellation(session);
  return null;
};
