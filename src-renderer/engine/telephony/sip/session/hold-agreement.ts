/** Hold and resume as the far end has agreed to them, over lost connections too. */
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import type { Session } from 'sip.js';
import { localAddresses } from '../../media/local-addresses.ts';
import type { MediaSession } from './media-session.ts';
import { renegotiate } from './renegotiation.ts';

type Deps = {
  readonly media: () => MediaSession | null;
  readonly tell: (event: CallEvent) => void;
  /** The other side knows nothing of this call any more. */
  readonly gone: () => void;
};

const looks = 30;
const listenMs = 200;

export class HoldAgreement {
  readonly #session: Session;
  readonly #deps: Deps;
  #held = false;
  #finding = false;
  #agreements = 0;
  /** Two at once would be a glare of our own making. */
  #last: Promise<void> = Promise.resolve();

  constructor(session: Session, deps: Deps) {
    this.#session = session;
    this.#deps = deps;
  }

  beginHeld(): void {
    this.#held = true;
  }

  ask(hold: boolean): Promise<void> {
    // Nobody hears her from the moment she asks for it, whenever the far end is told.
    if (hold) this.#deps.media()?.silence(true);
    if (hold && this.#isHeld) {
      this.#deps.tell({ type: 'hold-negotiated' });
      return Promise.resolve();
    }
    return this.#after(() => this.#negotiate(hold, false));
  }

  /** Tells the PBX where we are now, and what waited while it could not be reached. */
  renew(iceRestart: boolean): Promise<void> {
    return this.#after(() => this.#negotiate(this.#held, iceRestart));
  }

  /**
   * The media look for a new way: at once, and again each time that the browser knows of other
   * addresses, until something arrives. An offer from the old addresses alone leads nowhere.
   */
  async findWay(): Promise<void> {
    if (this.#finding) return;
    this.#finding = true;
    let offered = '';
    for (let look = 0; look < looks; look += 1) {
      const known = await localAddresses();
      if (known !== offered && known !== '') {
        const before = this.#agreements;
        await this.renew(true);
        // What could not be sent, or was refused, is offered again.
        offered = this.#agreements > before ? known : '';
      }
      const media = this.#deps.media();
      if (media === null || (await media.receives(listenMs))) break;
    }
    this.#finding = false;
  }

  #after(negotiate: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(negotiate, negotiate);
    return this.#last;
  }

  async #negotiate(hold: boolean, iceRestart: boolean): Promise<void> {
    const before = this.#held;
    this.#held = hold;
    const answer = await renegotiate(this.#session, { hold, iceRestart });
    if (answer === 'gone') {
      this.#deps.gone();
      void this.#session.dispose().catch(() => undefined);
    } else if (answer === 'accepted') this.#agreed(hold);
    else if (answer === 'refused') {
      this.#held = before;
      this.#deps.media()?.silence(before);
      this.#deps.tell({ type: 'negotiation-failed' });
    }
  }

  /** A call taken back on hold was agreed so from its first offer on. */
  get #isHeld(): boolean {
    return this.#held && !this.#receives && this.#deps.media()?.negotiated != null;
  }

  get #receives(): boolean {
    const direction = this.#deps.media()?.negotiated;
    return direction === 'sendrecv' || direction === 'recvonly';
  }

  #agreed(hold: boolean): void {
    this.#agreements += 1;
    if (hold && this.#receives) this.#deps.tell({ type: 'negotiation-failed' });
    else this.#deps.tell({ type: hold ? 'hold-negotiated' : 'resume-negotiated' });
  }
}
