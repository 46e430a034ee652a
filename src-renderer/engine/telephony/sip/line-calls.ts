/** The calls of one line: made, taken, taken back, and told what becomes of the connection. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { type Invitation, Inviter, type InviterOptions, type URI, type UserAgent } from 'sip.js';
import type { KeptDialog } from '../line.ts';
import { warmMedia } from '../media/warm-media.ts';
import { replacing } from './session/replacing.ts';
import { SipCall } from './session/sip-call.ts';

type Deps = {
  readonly openMicrophone: (deviceId: string | null) => Promise<MediaStream>;
  readonly speakerId: () => string | null;
  readonly mediaLost: () => void;
  readonly tones: () => LineSettings['tones'];
};

/** A PBX holds a call without sound for a while; after that nobody is at its other end. */
const waitForLineMs = 120_000;

export class LineCalls {
  readonly #deps: Deps;
  readonly #calls = new Set<SipCall>();
  readonly #atOpening: (() => void)[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  take(session: Inviter | Invitation): SipCall {
    const call = new SipCall(session, { ...this.#deps, over: () => this.#calls.delete(call) });
    this.#calls.add(call);
    return call;
  }

  dial(agent: UserAgent, uri: URI, options: InviterOptions): SipCall {
    const inviter = new Inviter(agent, uri, options);
    const call = this.take(inviter);
    void call.invite(inviter);
    return call;
  }

  /** Waits for the connection only: each call proves who she is by itself. */
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
    if (agent.isConnected()) void call.invite(inviter);
    else {
      warmMedia();
      this.#atOpening.push(() => void call.invite(inviter));
      setTimeout(() => call.giveUpWaiting(), waitForLineMs);
    }
    return call;
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
