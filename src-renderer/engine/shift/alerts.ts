/** What rings: the ring tone, the incoming card, the global keys. Never the keyboard focus. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import { Ringer } from '../telephony/media/ringer.ts';
import { PaintGate } from './paint-gate.ts';

type Deps = {
  readonly reference: () => Reference;
  readonly work: (id: string) => WorkRecord | undefined;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly ringer: () => { readonly id: string; readonly loudness: number };
  readonly live: () => number;
  readonly show: (card: Slices['card']) => void;
};

const paintWithinMs = 80;

export class Alerts {
  readonly #deps: Deps;
  readonly #ringer = new Ringer();
  readonly #gate = new PaintGate();
  #ringing: string | null = null;
  #latest: CallView | null = null;
  /** It rings and its card stands; before that the 360 is painted. */
  #begun = false;
  #armed: string | null = null;
  #inTalk = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Called at every change of the calls; acts only when the ringing call is another one. */
  follow(ringing: readonly CallView[]): void {
    const first = ringing[0] ?? null;
    void this.#arm(first !== null);
    if (first === null) {
      if (this.#ringing !== null) this.#quiet();
      return;
    }
    this.#latest = first;
    if (first.id !== this.#ringing) void this.#begin(first.id);
    else if (this.#begun) {
      this.#followTalk();
      void this.#refresh(first);
    }
  }

  /** Her window shows this call. */
  painted(callId: string): void {
    this.#gate.painted(callId);
  }

  /** The ring goes on where she can hear it, while it rings. */
  switchRinger(): void {
    const { id, loudness } = this.#deps.ringer();
    this.#ringer.use(id, loudness);
  }

  async #begin(callId: string): Promise<void> {
    this.#ringing = callId;
    this.#begun = false;
    await this.#gate.wait(callId, paintWithinMs);
    if (this.#ringing !== callId || this.#latest === null) return;
    this.#begun = true;
    this.#ring(this.#deps.live() > 0);
    await this.#refresh(this.#latest);
  }

  #ring(inTalk: boolean): void {
    this.#inTalk = inTalk;
    const { id, loudness } = this.#deps.ringer();
    this.#ringer.ring(id, inTalk, loudness);
  }

  /** It rings on: silent in her ear once she talks with somebody, aloud again when nobody is there. */
  #followTalk(): void {
    const inTalk = this.#deps.live() > 0;
    if (inTalk === this.#inTalk) return;
    if (!inTalk) this.#ring(false);
    else {
      this.#inTalk = true;
      this.#ringer.stop();
    }
  }

  /** The card shows what is known so far; the customer's name comes a moment later. */
  async #refresh(call: CallView): Promise<void> {
    const { reference, work, bundle, show } = this.#deps;
    const item = work(call.id);
    const known = item?.customerId == null ? null : await bundle(item.customerId);
    if (this.#ringing !== call.id) return;
    show({
      callId: call.id,
      brand: reference().brands.find(({ id }) => id === call.brandId) ?? null,
      title: call.title,
      numberDisplay: call.numberDisplay,
      place: known?.customer.address?.commune ?? null,
      vip:
        known?.customer.relations.some((one) => one.brandId === call.brandId && one.vip) ?? false,
      reasons: item?.likelyReasons.slice(0, 2) ?? [],
      candidates: item?.match.status === 'several' ? item.match.candidates.length : 0,
      ringingSince: call.startedAt,
      training: call.training,
      ...(call.putThrough === true ? { campaign: call.campaign } : {}),
    });
    await invoke('card.show', null);
  }

  #quiet(): void {
    this.#ringing = null;
    this.#ringer.stop();
    this.#deps.show(null);
    void invoke('card.hide', null);
  }

  async #arm(answer: boolean): Promise<void> {
    const talking = this.#deps.live() > 0;
    const wanted = [
      ...(answer ? (['answer'] as const) : []),
      ...(talking ? (['hang-up', 'mute', 'hold'] as const) : []),
    ];
    const key = wanted.join();
    if (key === this.#armed) return;
    this.#armed = key;
    await invoke('hotkeys.arm', { wanted });
  }
}
