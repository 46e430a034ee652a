/** REGISTER requests of our own: with our address to be called, without it to ask who is (RFC 3261 §10.2.3). */
import { UserAgent } from 'sip.js';
import { socketOf } from './sip-agent.ts';

/**
 * `silent`: the connection is dead, whatever the system says of it.
 * `rejected`: with the status of the final response.
 */
export type RegisterAnswer =
  | { readonly type: 'accepted'; readonly contacts: readonly string[]; readonly expires: string }
  | { readonly type: 'rejected'; readonly status: number; readonly minExpires: string }
  | { readonly type: 'silent' };

export type RegisterRequest = {
  readonly callId: string;
  readonly cseq: number;
  /** null: nothing is registered, only asked. */
  readonly contact: string | null;
  /** How long the first sign of life may take. */
  readonly aliveWithinMs: number;
};

/** For the whole answer, once the other end has shown that it lives. */
const answerWithinMs = 4_000;

/** Sends it, with credentials when asked for them; never rejects. */
export const sendRegister = (
  agent: UserAgent,
  { callId, cseq, contact, aliveWithinMs }: RegisterRequest,
): Promise<RegisterAnswer> =>
  new Promise((resolve) => {
    const { uri } = agent.configuration;
    const registrar = UserAgent.makeURI(`sip:${uri.host}`) ?? uri;
    const socket = socketOf(agent);
    const askedAt = performance.now();
    let timer = setTimeout(() => {
      if (socket.heardAt < askedAt) resolve({ type: 'silent' });
      else timer = setTimeout(() => resolve({ type: 'silent' }), answerWithinMs);
    }, aliveWithinMs);
    const headers = contact === null ? [] : [`Contact: ${contact}`];
    const message = agent.userAgentCore.makeOutgoingRequestMessage(
      'REGISTER',
      registrar,
      uri,
      uri,
      { callId, cseq },
      [...headers, 'Allow: ACK, CANCEL, INVITE, BYE, OPTIONS, INFO, NOTIFY, REFER'],
    );
    agent.userAgentCore.register(message, {
      onAccept: ({ message: answer }) => {
        clearTimeout(timer);
        const contacts = answer.getHeaders('contact');
        resolve({ type: 'accepted', contacts, expires: answer.getHeader('expires') ?? '' });
      },
      onReject: ({ message: answer }) => {
        clearTimeout(timer);
        const status = answer.statusCode ?? 0;
        const minExpires = answer.getHeader('min-expires') ?? '';
        // Without a Call-ID the library made it itself: nothing could be sent, or nothing came.
        if (answer.callId === undefined) resolve({ type: 'silent' });
        else resolve({ type: 'rejected', status, minExpires });
      },
    });
  });

/**
 * How long a registration holds. Registrars are seen that answer 200 without our Contact, or
 * without any expiry (against RFC 3261 §10.3 step 8): a 200 is a yes, to what was asked for.
 * @param own the user part of our address, which is ours alone
 * @returns seconds
 */
export const grantedSeconds = (
  { contacts, expires }: { readonly contacts: readonly string[]; readonly expires: string },
  own: string,
  askedSeconds: number,
): number => {
  const mine = contacts.find((one) => one.includes(own));
  const said = /[;,]\s*expires\s*=\s*"?(\d{1,9})/i.exec(mine ?? '')?.[1] ?? expires;
  return /^\d{1,9}$/.test(said) && Number(said) > 0 ? Number(said) : askedSeconds;
};
