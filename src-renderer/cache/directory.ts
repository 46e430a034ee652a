/** Finds customers by any part of a name, a number or a town among all that are cached. */
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';

export type DirectoryEntry = CustomerHit & { readonly phones: readonly string[] };

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const customerName = ({
  companyName,
  firstName,
  lastName,
}: CustomerBundle['customer']): string => companyName ?? `${firstName} ${lastName}`.trim();

export const entryOf = ({ customer }: Pick<CustomerBundle, 'customer'>): DirectoryEntry => ({
  customerId: customer.id,
  name: customerName(customer),
  place: customer.address?.commune ?? null,
  phone: customer.phones[0]?.e164 ?? null,
  phones: customer.phones.map((phone) => phone.e164),
  vip: customer.relations.some((relation) => relation.vip),
  brandIds: customer.relations.map((relation) => relation.brandId),
});

type Line = { readonly entry: DirectoryEntry; readonly text: string };

export class Directory {
  readonly #lines = new Map<string, Line>();

  put(entry: DirectoryEntry): void {
    const text = ` ${fold(`${entry.name} ${entry.place ?? ''}`)} ${entry.phones.join(' ')}`;
    this.#lines.set(entry.customerId, { entry, text });
  }

  remove(customerId: string): void {
    this.#lines.delete(customerId);
  }

  get size(): number {
    return this.#lines.size;
  }

  /** Every word must begin a word of the entry; digits may stand anywhere in a number. */
  search(text: string, limit: number): CustomerHit[] {
    const words = fold(text)
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
    const digits = text.replaceAll(/[\s.()-]/g, '').replace(/^(?:\+33|0033|0)(?=\d)/, '');
    const isNumber = /^\+?\d{3,}$/.test(digits);
    if (words.length === 0) return [];
    const hits: DirectoryEntry[] = [];
    for (const line of this.#lines.values()) {
      const found = isNumber
        ? line.text.includes(digits)
        : words.every((word) => line.text.includes(` ${word}`));
      if (found) hits.push(line.entry);
      if (hits.length >= limit * 20) break;
    }
    hits.sort((a, b) => Number(b.vip) - Number(a.vip) || a.name.localeCompare(b.name, 'fr'));
    return hits.slice(0, limit).map(({ phones: _, ...hit }) => hit);
  }
}
