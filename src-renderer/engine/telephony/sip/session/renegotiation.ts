/**
 * re-INVITEs of one call, one at a time: on glare each side waits a time of its own (RFC 3261
 * §14.1); what cannot be sent now is left for the moment when the connection is back.
 */
import { RequestPendingError, type Session, SessionState } from 'sip.js';
import type { MediaSession } from './media-session.ts';

export type Wish = { readonly hold: boolean; readonly iceRestart: boolean };
/** `gone`: the other side knows nothing of this call any more. `unsent`: the connection is down. */
export type Renegotiated = 'accepted' | 'refused' | 'gone' | 'unsent';

const tries = 6;
const glareWaitMs = (): number => 300 + Math.random() * 1_800;

/** The library's own answer when nothing could be sent (RFC 3261 §8.1.3.1). */
const isOwnAnswer = (message: { readonly callId?: string }): boolean =>
  message.callId === undefined;

/** The other side has just offered something, and the answer is on its way. */
const isAnswering = (session: Session): boolean =>
  (session.sessionDescriptionHandler as MediaSession | undefined)?.pc.signalingState !== 'stable';

const askOnce = (session: Session, wish: Wish): Promise<Renegotiated | 'glare'> =>
  new Promise((resolve) => {
    session
      .invite({
        sessionDescriptionHandlerOptions: wish as object,
        requestDelegate: {
          onAccept: () => resolve('accepted'),
          onReject: ({ message }) => {
            const status = message.statusCode ?? 0;
            if (isOwnAnswer(message)) resolve('unsent');
            else if (status === 491 || status === 500) resolve('glare');
            else resolve(status === 481 || status === 408 ? 'gone' : 'refused');
          },
        },
      })
      .catch((error: unknown) =>
        resolve(error instanceof RequestPendingError ? 'glare' : 'refused'),
      );
  });

/** Asks until the other side agrees or refuses for good; never rejects. */
export const renegotiate = async (session: Session, wish: Wish): Promise<Renegotiated> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (session.state !== SessionState.Established) return 'gone';
    if (!session.userAgent.isConnected()) return 'unsent';
    const answer = isAnswering(session) ? 'glare' : await askOnce(session, wish);
    if (answer !== 'glare') return answer;
    await new Promise((resolve) => setTimeout(resolve, glareWaitMs()));
  }
  return 'refused';
};
