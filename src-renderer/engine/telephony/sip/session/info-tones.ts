/**
 * Keyed tones as INFO requests (`application/dtmf-relay`), for switches that do not take RFC 4733.
 * One after the other: a switch may handle two requests in any order.
 */
import { type Session, SessionState } from 'sip.js';

const toneMs = 160;
const gapMs = 90;
/** A comma waits, as it does in the media (W3C WebRTC, insertDTMF). */
const pauseMs = 2_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class InfoTones {
  readonly #session: Session;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  send(tones: string): boolean {
    for (const tone of tones) this.#last = this.#last.then(() => this.#one(tone));
    return true;
  }

  async #one(tone: string): Promise<void> {
    if (this.#session.state !== SessionState.Established) return;
    if (tone === ',') return wait(pauseMs);
    const content = `Signal=${tone}\r\nDuration=${toneMs}\r\n`;
    const body = {
      contentDisposition: 'render',
      contentType: 'application/dtmf-relay',
      content,
    };
    await this.#session.info({ requestOptions: { body } }).catch(() => undefined);
    await wait(toneMs + gapMs);
  }
}
