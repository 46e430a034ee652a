/** Who should be heard, told by what she did and what the far ends did: the model of the calls. */
import type { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';

export class FloorModel {
  /** The call she talks with. */
  floor: string | null = null;
  /** The two of a talk of three. */
  bridge: readonly [string, string] | null = null;
  readonly #asks = new Map<string, string>();
  readonly #unholdable = new Set<string>();
  #seen = 0;

  takes(id: string): void {
    if (this.bridge !== null && !this.bridge.includes(id)) this.bridge = null;
    if (this.bridge === null) this.floor = id;
    // The others are asked to wait once more.
    this.#unholdable.clear();
  }
  asks(consult: string, customer: string): void {
    this.#asks.set(consult, customer);
    this.takes(consult);
  }
  /** She asks no more: it is a call of its own. */
  drops(customer: string): void {
    for (const [consult, its] of this.#asks) if (its === customer) this.#asks.delete(consult);
  }
  waits(id: string): void {
    const other = this.#part(id);
    this.#unholdable.delete(id);
    if (this.floor === id || other !== null) this.floor = other;
  }
  together(one: string, two: string): void {
    this.bridge = [one, two];
    this.floor = one;
  }
  apart(customer: string): void {
    this.bridge = null;
    this.floor = customer;
  }
  holdRefused(id: string): void {
    if (this.floor === null) this.floor = id;
    else if (!this.#isHeard(id)) this.#unholdable.add(id);
  }
  transferFailed(id: string): void {
    if (this.floor === null) this.takes(id);
  }

  /** What ended since the last look, in its order. */
  follow({ ended, shown }: DeskUnderFaults): void {
    const views = new Map(shown.map((call) => [call.id, call]));
    for (const { origin } of ended.slice(this.#seen)) {
      this.waits(origin.id);
      this.drops(origin.id);
      const customer = this.#asks.get(origin.id);
      this.#asks.delete(origin.id);
      const view = customer === undefined ? undefined : views.get(customer);
      const goes = view?.transfer != null && view.transfer.stage !== 'failed';
      if (this.floor === null && view !== undefined && !goes) this.takes(view.id);
      if (this.floor === null) this.#giveBack(views);
    }
    this.#seen = ended.length;
  }

  /** Whoever may be heard once all far ends have agreed. */
  get heard(): readonly string[] {
    return this.bridge ?? (this.floor === null ? [] : [this.floor]);
  }

  #giveBack(views: ReadonlyMap<string, unknown>): void {
    // Of several that could not be put on hold, the one that began first.
    const first = [...views.keys()].find((id) => this.#unholdable.has(id));
    if (first !== undefined) this.takes(first);
  }
  #isHeard(id: string): boolean {
    return this.heard.includes(id);
  }
  #part(id: string): string | null {
    if (this.bridge === null || !this.bridge.includes(id)) return null;
    const other = this.bridge.find((one) => one !== id) ?? null;
    this.bridge = null;
    return other;
  }
}
