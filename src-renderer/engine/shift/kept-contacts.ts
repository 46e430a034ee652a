/** Who is kept for her, as the hub said last: for as long as each reservation lasts, and for one call. */
import type { OwnContact } from '@shared/contracts/engine/campaigns.ts';
import type { Clock } from '@shared/kernel/clock.ts';

type Kept = Omit<OwnContact, 'why'>;
type Deps = {
  readonly clock: Clock;
  /** Milliseconds that only grow, whatever is done to the clock. */
  readonly elapsed: () => number;
  /** How long anybody is kept at most. */
  readonly atMostMs: number;
};

const leaseOf = ({ id, leasedUntil }: Pick<OwnContact, 'id' | 'leasedUntil'>): string =>
  `${id} ${leasedUntil}`;

export class KeptContacts {
  readonly #deps: Deps;
  #contacts: readonly OwnContact[] = [];
  readonly #why = new Map<string, OwnContact['why']>();
  /** When each reservation was first heard of, by what only grows. */
  readonly #heardMs = new Map<string, number>();
  /** Reservations that were used up here. */
  readonly #done = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Given to her just now, and why. */
  gave(contacts: readonly OwnContact[]): void {
    for (const one of contacts) this.#why.set(leaseOf(one), one.why);
  }

  /** All who are hers. */
  keep(contacts: readonly Kept[]): void {
    const leases = new Set(contacts.map(leaseOf));
    for (const lease of this.#heardMs.keys()) if (!leases.has(lease)) this.#heardMs.delete(lease);
    for (const lease of leases)
      if (!this.#heardMs.has(lease)) this.#heardMs.set(lease, this.#deps.elapsed());
    this.#contacts = contacts.map((one) => ({
      ...one,
      why: this.#why.get(leaseOf(one)) ?? null,
    }));
  }

  /** She was called: this reservation is used up. */
  use(contact: Kept): void {
    this.#done.add(leaseOf(contact));
  }

  get list(): OwnContact[] {
    // In the order in which she was given them; who was kept before the program began comes last.
    const order = [...this.#why.keys()];
    const rank = (one: OwnContact): number => {
      // What was promised for now comes before whatever she had already.
      if (one.promisedAt !== null) return -1;
      const place = order.indexOf(leaseOf(one));
      return place < 0 ? order.length : place;
    };
    return [...this.#contacts]
      .sort((a, b) => rank(a) - rank(b))
      .filter((one) => this.#isHeld(one) && !this.#done.has(leaseOf(one)));
  }

  forget(): void {
    this.#contacts = [];
    this.#why.clear();
    this.#heardMs.clear();
    this.#done.clear();
  }

  /** By the clock, and by how long ago it was given: a clock that is set back keeps nobody for longer. */
  #isHeld(one: OwnContact): boolean {
    const { clock, elapsed, atMostMs } = this.#deps;
    const heardMs = this.#heardMs.get(leaseOf(one));
    return (
      one.leasedUntil !== null &&
      Date.parse(one.leasedUntil) > clock.now() &&
      heardMs !== undefined &&
      elapsed() - heardMs < atMostMs
    );
  }
}
