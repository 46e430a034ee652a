/** What a call owes the PBX while the connection of its line is away. */
import { Invitation, Inviter, type Session, SessionState } from 'sip.js';

export class SignallingLink {
  readonly #session: Session;
  #owesBye = false;
  #displaced = false;
  /** Another run of the program had this call, and the PBX still takes it for that one's. */
  takingBack = false;
  #endsThen = false;

  constructor(session: Session) {
    this.#session = session;
  }

  get isUp(): boolean {
    return this.#session.state === SessionState.Established;
  }

  /** It rings here, and nobody has answered yet. */
  get rings(): boolean {
    return this.#session instanceof Invitation && this.#session.state === SessionState.Initial;
  }

  /** The connection is gone: the PBX no longer reaches this call where it was. */
  lost(): void {
    this.#displaced = true;
  }

  /** The connection is back; whether the PBX must learn where the call is now. */
  back(): boolean {
    const displaced = this.#displaced;
    this.#displaced = false;
    return displaced;
  }

  /** Sends the end that waited for a connection; whether there was one. */
  settle(): boolean {
    const owed = this.#owesBye;
    this.#owesBye = false;
    if (owed) void this.#session.bye().catch(() => undefined);
    return owed;
  }

  /** The PBX has agreed; whether that was only to end it. */
  established(): boolean {
    this.takingBack = false;
    if (this.#endsThen) void this.#session.bye().catch(() => undefined);
    return this.#endsThen;
  }

  async hangUp(): Promise<void> {
    const session = this.#session;
    // An end sent now would miss the old call: it is taken back first.
    this.#endsThen = this.takingBack;
    if (this.#endsThen) return;
    if (this.isUp) {
      // Without a connection the call would go on at the PBX: its end waits.
      this.#owesBye = !session.userAgent.isConnected();
      if (!this.#owesBye) await session.bye();
    } else if (session instanceof Inviter) await session.cancel();
    else if (session instanceof Invitation) await session.reject();
  }
}
