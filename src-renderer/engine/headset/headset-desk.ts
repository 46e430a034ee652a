/** All headsets that are plugged in, in step with the calls: pulling one out changes no call. */

import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import { ringsHere } from '@shared/domain/call/comes-in.ts';
import type { CallsState, HeadsetAsk } from './headset-control.ts';
import { HidHeadset } from './hid-headset.ts';
import type { HidHost, HidPort } from './hid-port.ts';
import { makerOf } from './makes.ts';
import { isHeadset } from './report-layout.ts';

type Deps = {
  /** Absent where the browser has no WebHID. */
  readonly hid: HidHost | undefined;
  readonly now: () => number;
  /** @returns the calls as they stand after it */
  readonly ask: (ask: HeadsetAsk, callId: string) => readonly CallView[];
  readonly show: (headsets: Slices['headsets']) => void;
};

const isLive = (call: CallView): boolean => call.phase !== 'ended' && !ringsHere(call);
const isHeard = ({ hold }: CallView): boolean => hold === 'active' || hold === 'resuming';

/** The call that a button is about: the one she hears, else the one that waits. */
const current = (calls: readonly CallView[]): CallView | undefined => {
  const live = calls.filter(isLive);
  return live.find(isHeard) ?? live[0];
};

export const callsState = (calls: readonly CallView[]): CallsState => {
  const call = current(calls);
  return {
    ringing: calls.some((one) => !isLive(one) && one.phase === 'ringing'),
    inCall: call !== undefined,
    muted: call?.muted ?? false,
    held: call !== undefined && !isHeard(call),
  };
};

export class HeadsetDesk {
  readonly #deps: Deps;
  readonly #headsets = new Map<HidPort, HidHeadset>();
  #calls: readonly CallView[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.hid?.addEventListener('connect', ({ device }) => void this.#plugged(device));
    deps.hid?.addEventListener('disconnect', ({ device }) => this.#pulled(device));
    void deps.hid
      ?.getDevices()
      .then((ports) => Promise.all(ports.map((port) => this.#plugged(port))))
      .catch(() => undefined);
  }

  follow(calls: readonly CallView[]): void {
    this.#calls = calls;
    const state = callsState(calls);
    for (const headset of this.#headsets.values()) headset.follow(state);
  }

  async #plugged(port: HidPort): Promise<void> {
    if (this.#headsets.has(port) || !isHeadset(port.collections)) return;
    const { now } = this.#deps;
    const headset = new HidHeadset(port, { now, ask: (ask) => this.#ask(ask) });
    this.#headsets.set(port, headset);
    try {
      await headset.open(callsState(this.#calls));
    } catch {
      // Another program holds it: its buttons are not ours, its sound still is.
      this.#headsets.delete(port);
    }
    this.#show();
  }

  #pulled(port: HidPort): void {
    void this.#headsets.get(port)?.close();
    this.#headsets.delete(port);
    this.#show();
  }

  #ask(ask: HeadsetAsk): void {
    const rings = this.#calls.find((call) => !isLive(call) && call.phase === 'ringing');
    const about = ask === 'answer' || ask === 'decline' ? rings : current(this.#calls);
    if (about !== undefined) this.follow(this.#deps.ask(ask, about.id));
  }

  #show(): void {
    this.#deps.show(
      [...this.#headsets.keys()].map(({ productName, vendorId }) => ({
        name: productName,
        maker: makerOf(vendorId),
      })),
    );
  }
}
