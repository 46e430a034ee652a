/** Customers whom this desktop lacks: the hub is asked, and who is opened is kept. */
import { customerName } from '@renderer/cache/entry-of.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import { customersSchema } from '@shared/contracts/http/customers.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { type CustomerBundle, lookUpResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Library } from '../sync/library.ts';
import type { UsedCustomers } from '../sync/used-customers.ts';

type Deps = {
  readonly hub: HubClient;
  readonly library: Library;
  readonly used: UsedCustomers;
  /** Those of the ids whom this desktop does not hold. */
  readonly lacking: (ids: readonly string[]) => Promise<string[]>;
  readonly locked: () => boolean;
};
type HubAnswer = { readonly asked: boolean; readonly hits: CustomerHit[] };

const lookUpWithinMs = 4_000;
const searchWithinMs = 3_000;

const hitOf = (customer: Customer): CustomerHit => ({
  customerId: customer.id,
  name: customerName(customer),
  place: customer.address?.commune ?? null,
  phone: customer.phones[0]?.e164 ?? null,
  vip: customer.relations.some(({ vip }) => vip),
  brandIds: customer.relations.map(({ brandId }) => brandId),
  because: null,
});

export class CustomerFetch {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A customer of the cache; one that it lacks is fetched from the hub and kept. */
  async open(customerId: string): Promise<CustomerBundle | null> {
    const { library, used } = this.#deps;
    void used.note(customerId).catch(() => undefined);
    const local = await library.bundle(customerId);
    if (local !== null) return local;
    await this.#fetch({ id: customerId });
    return library.bundle(customerId);
  }

  /** null when the hub cannot be reached. */
  lookUp(e164: string): Promise<CustomerBundle[] | null> {
    return this.#fetch({ number: e164 });
  }

  /** Whom the hub knows and this desktop does not hold. */
  async search(text: string, limit: number): Promise<HubAnswer> {
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: routes.customers,
      query: { text, limit },
      answer: customersSchema,
      timeoutMs: searchWithinMs,
    });
    if (!answer.ok) return { asked: false, hits: [] };
    const { customers } = answer.value;
    const lacking = new Set(await this.#deps.lacking(customers.map(({ id }) => id)));
    return { asked: true, hits: customers.filter(({ id }) => lacking.has(id)).map(hitOf) };
  }

  /** How long the hub takes to say that it knows nobody; null: it does not answer. */
  async pingHub(): Promise<number | null> {
    const startedAt = performance.now();
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: routes.lookUp,
      query: { number: '+33000000000' },
      answer: lookUpResponseSchema,
    });
    return answer.ok ? performance.now() - startedAt : null;
  }

  async #fetch(query: { id?: string; number?: string }): Promise<CustomerBundle[] | null> {
    if (this.#deps.locked()) return null;
    const answer = await this.#deps.hub.ask({
      method: 'GET',
      path: routes.lookUp,
      query: { ...query, protocol: currentProtocol },
      answer: lookUpResponseSchema,
      timeoutMs: lookUpWithinMs,
    });
    if (!answer.ok) return null;
    if (this.#deps.locked()) return null;
    await this.#deps.library.add(answer.value.bundles);
    return answer.value.bundles;
  }
}
