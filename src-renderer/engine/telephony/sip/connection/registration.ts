/**
 * One registration on one connection: asked for, renewed, looked after. It says how it ended; what
 * follows from that is the line's affair.
 */
import type { UserAgent } from 'sip.js';
import { grantedSeconds, type RegisterAnswer, sendRegister } from './bindings.ts';

export type RegistrationEnd =
  | { readonly type: 'refused'; readonly status: number }
  /** Another desktop has the line now. */
  | { readonly type: 'taken' }
  /** The connection is dead. */
  | { readonly type: 'silent' }
  | { readonly type: 'lost' };

export type RegistrationListener = {
  readonly registered: () => void;
  /** Once; nothing is sent any more afterwards. */
  readonly ended: (end: RegistrationEnd) => void;
};

const askedSeconds = 300;
const renewAt = 0.75;
const lookEveryMs = 20_000;
const aliveWithinMs = 2_500;

export class Registration {
  readonly #agent: UserAgent;
  readonly #listener: RegistrationListener;
  readonly #callId = crypto.randomUUID();
  #cseq = 0;
  #seconds = askedSeconds;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #registered = false;
  /** The registrar lists us, as it should: only then does it mean something when it no longer does. */
  #listed = false;
  #over = false;

  constructor(agent: UserAgent, listener: RegistrationListener) {
    this.#agent = agent;
    this.#listener = listener;
  }

  get registered(): boolean {
    return this.#registered && !this.#over;
  }

  /** @param asks gives way to another desktop that took the line meanwhile */
  async begin(asks: boolean): Promise<void> {
    if (asks) this.#judge(await this.#look(aliveWithinMs));
    if (!this.#over) await this.#register();
  }

  /** Are we still there? A dead connection, a registrar that forgot us, a newer desktop: each ends it. */
  async check(withinMs: number = aliveWithinMs): Promise<void> {
    if (!this.registered) return;
    const answer = await this.#look(withinMs);
    if (answer.type === 'accepted' && this.#listed && answer.contacts.length === 0)
      this.#end({ type: 'lost' });
    else this.#judge(answer);
  }

  /** Stops looking after it, without a word to the registrar. */
  leave(): void {
    this.#over = true;
    clearTimeout(this.#renewal);
    clearInterval(this.#looking);
  }

  /** Gives it back: nothing rings here any more. */
  async giveBack(): Promise<void> {
    const { registered } = this;
    this.leave();
    if (registered) await this.#send(this.#contactFor(0), aliveWithinMs);
  }

  async #register(): Promise<void> {
    const answer = await this.#send(this.#contactFor(this.#seconds), aliveWithinMs);
    if (this.#over) return;
    if (answer.type === 'silent') this.#end({ type: 'silent' });
    else if (answer.type === 'accepted') this.#accepted(answer);
    else if (answer.status === 423 && Number(answer.minExpires) > this.#seconds) {
      this.#seconds = Number(answer.minExpires);
      await this.#register();
    } else this.#end({ type: 'refused', status: answer.status });
  }

  #accepted(answer: Extract<RegisterAnswer, { type: 'accepted' }>): void {
    const seconds = grantedSeconds(answer, this.#own, this.#seconds);
    this.#listed = answer.contacts.some((one) => one.includes(this.#own));
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => void this.#register(), seconds * renewAt * 1000);
    if (this.#registered) return;
    this.#registered = true;
    this.#looking = setInterval(() => void this.check(), lookEveryMs);
    this.#listener.registered();
  }

  #look(withinMs: number): Promise<RegisterAnswer> {
    const callId = crypto.randomUUID();
    return sendRegister(this.#agent, { callId, cseq: 1, contact: null, aliveWithinMs: withinMs });
  }

  #send(contact: string, withinMs: number): Promise<RegisterAnswer> {
    // One more than needed: an answer to a challenge takes a number as well.
    this.#cseq += 2;
    const { agent, callId, cseq } = { agent: this.#agent, callId: this.#callId, cseq: this.#cseq };
    return sendRegister(agent, { callId, cseq, contact, aliveWithinMs: withinMs });
  }

  #judge(answer: RegisterAnswer): void {
    if (answer.type === 'silent') this.#end({ type: 'silent' });
    if (answer.type !== 'accepted' || answer.contacts.length === 0) return;
    const here = answer.contacts.some((one) => one.includes(this.#own));
    if (!here && (this.#listed || !this.#registered)) this.#end({ type: 'taken' });
  }

  get #own(): string {
    return this.#agent.contact.uri.user ?? '';
  }

  #contactFor(seconds: number): string {
    return `${this.#agent.contact.toString({ register: true })};expires=${seconds}`;
  }

  #end(end: RegistrationEnd): void {
    if (this.#over) return;
    this.leave();
    this.#listener.ended(end);
  }
}
