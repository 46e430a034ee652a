/** What rings: the ring tone, the incoming card, the global keys. Never the keyboard focus. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import { Ringer } from '../telephony/media/ringer.ts';

type Deps = {
  readonly reference: () => Reference;
  readonly work: (id: string) => WorkRecord | undefined;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly ringerId: () => string;
  readonly live: () => number;
  readonly show: (card: Slices['card']) => void;
};

export class Alerts {
  readonly #deps: Deps;
  readonly #ringer = new Ringer();
  #ringing: string | null = null;
  #armed = '';

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Called at every change of the calls; acts only when the ringing call is another one. */
  follow(ringing: readonly CallView[]): void {
    const first = ringing[0] ?? null;
    if (first !== null) void this.refresh(first);
    if (first?.id !== this.#ringing) {
      this.#ringing = first?.id ?? null;
      if (first === null) this.#quiet();
      else this.#ringer.ring(this.#deps.ringerId(), this.#deps.live() > 0);
    }
    void this.#arm(first !== null);
  }

  /** The card shows what is known so far; the customer's name comes a moment later. */
  async refresh(call: CallView): Promise<void> {
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
      reason: item?.likelyReasons[0]?.title ?? null,
      candidates: item?.match.status === 'several' ? item.match.candidates.length : 0,
      ringingSince: call.startedAt,
      training: call.training,
    });
    await invoke('card.show', null);
  }

  #quiet(): void {
    this.#ringer.stop();
    this.#deps.show(null);
    void invoke('card.hide', null);
  }

  async #arm(answer: boolean): Promise<void> {
    const talking = this.#deps.live() > 0;
    const wanted = { answer, hangUp: talking, mute: talking };
    const key = JSON.stringify(wanted);
    if (key === this.#armed) return;
    this.#armed = key;
    await invoke('hotkeys.arm', wanted);
  }
}
