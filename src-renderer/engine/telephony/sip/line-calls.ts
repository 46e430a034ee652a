/** The calls of one line: made, taken, taken back, and told what becomes of the connection. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import {
  type Invitation,
  Inviter,
  type InviterOptions,
  SessionState,
  type URI,
  type UserAgent,
} from 'sip.js';
import type { KeptDialog, LineCall } from '../line.ts';
import { socketOf } from './connection/sip-agent.ts';
import { followNowhere } from './session/referral.ts';
import { replacing } from './session/replacing.ts';
import { SipCall } from './session/sip-call.ts';

type Deps = {
  readonly openMicrophone: (deviceId: string | null) => Promise<MediaStream>;
  readonly speakerId: () => string | null;
  readonly mediaLost: () => void;
  readonly tones: () => LineSettings['tones'];
  readonly referred?: (call: LineCall) => void;
};

/** A PBX holds a call without sound for a while; after that nobody is at its other end. */
const waitForLineMs = 120_000;
/** Of several calls taken back the first is heard: the others wait for it, but no longer than this. */
const firstWithinMs = 600;

/** Agreed to, or over. */
const settled = (session: Inviter): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, firstWithinMs);
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established || state === SessionState.Terminated) resolve();
    });
  });

export class LineCalls {
  readonly #deps: Deps;
  readonly #calls = new Set<SipCall>();
  readonly #atOpening: (() => void)[] = [];
  /** Until the call that is taken back before all others is back. */
  #first: Promise<void> | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  take(session: Inviter | Invitation): SipCall {
    const call = new SipCall(session, { ...this.#deps, over: () => this.#calls.delete(call) });
    const { referred } = this.#deps;
    if (referred !== undefined) followNowhere(session, () => referred(call));
    this.#calls.add(call);
    return call;
  }

  dial(agent: UserAgent, uri: URI, options: InviterOptions): SipCall {
    const inviter = new Inviter(agent, uri, options);
    const call = this.take(inviter);
    void call.invite(inviter);
    return call;
  }

  /**
   * Waits for the connection only: each call proves who she is by itself. The call asked for first is
   * the one that is heard: it has line and processor to itself until it is back.
   */
  takeBack(
    agent: UserAgent,
    uri: URI,
    dialog: KeptDialog,
    state: { readonly held: boolean; readonly muted: boolean },
  ): SipCall {
    const inviter = new Inviter(agent, uri, replacing(dialog, state));
    const call = this.take(inviter);
    call.mute(state.muted);
    call.beginTakenBack(state.held);
    if (!agent.isConnected()) setTimeout(() => call.giveUpWaiting(), waitForLineMs);
    this.#whenOpen(agent, () => void this.#ask(call, inviter));
    return call;
  }

  /** The connection is gone, before anything under way has failed: said of it when it is back. */
  leave(agent: UserAgent): void {
    this.part(
      agent,
      [...this.#calls].flatMap((call) => call.parting() ?? []),
    );
  }

  part(agent: UserAgent, partings: readonly string[]): void {
    this.#whenOpen(agent, () => {
      for (const text of partings)
        void socketOf(agent)
          .send(text)
          .catch(() => undefined);
    });
  }

  #whenOpen(agent: UserAgent, task: () => void): void {
    if (agent.isConnected()) task();
    else this.#atOpening.push(task);
  }

  async #ask(call: SipCall, inviter: Inviter): Promise<void> {
    const first = this.#first;
    this.#first ??= settled(inviter).then(() => {
      this.#first = null;
    });
    await first;
    await call.invite(inviter);
  }

  opened(): void {
    for (const begin of this.#atOpening.splice(0)) begin();
  }

  gone(): void {
    for (const call of this.#calls) call.connectionGone();
  }

  back(networkChanged: boolean): void {
    for (const call of this.#calls) call.connectionBack(networkChanged);
  }

  suspend(): void {
    for (const call of this.#calls) call.stopRinging();
  }
}
