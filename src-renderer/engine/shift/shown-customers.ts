/** Customers that a screen may show: those of the open work (also who it may be), and the one opened last. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { Records } from './records.ts';

export class ShownCustomers {
  readonly #work: WorkDesk;
  readonly #records: Records;
  readonly #show: (bundle: CustomerBundle) => void;
  #opened: string | null = null;

  constructor(work: WorkDesk, records: Records, show: (bundle: CustomerBundle) => void) {
    this.#work = work;
    this.#records = records;
    this.#show = show;
  }

  get ids(): ReadonlySet<string> {
    const ids = this.#work.items.flatMap(({ customerId, match }) => {
      if (customerId !== null) return [customerId];
      return match.status === 'several' ? match.candidates.map((one) => one.customerId) : [];
    });
    return new Set(this.#opened === null ? ids : [...ids, this.#opened]);
  }

  /** Sends them all, for a window that is new. */
  showAll(): void {
    for (const id of this.ids) {
      void this.#records.library.bundle(id).then((one) => one && this.#show(one));
    }
  }

  async open(customerId: string): Promise<CustomerBundle | null> {
    this.#opened = customerId;
    const bundle = await this.#records.customers.open(customerId);
    // What the window still shows of an earlier call may be older.
    if (bundle !== null) this.#show(bundle);
    return bundle;
  }
}
