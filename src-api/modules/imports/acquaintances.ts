/**
 * Whom the lines of a file meet: cards of the hub, and the cards that earlier lines of the same file
 * make. What a line adds counts for the lines after it.
 */
import type { Customer } from '@shared/domain/customer/customer.ts';
import { blockingKeys } from '@shared/domain/identity/blocking-keys.ts';
import { type Identity, identityOf } from '@shared/domain/identity/identity.ts';
import { type Comparison, isAtLeast } from '@shared/domain/identity/verdict.ts';
import { judgeMatch } from '@shared/domain/import/judge-match.ts';
import { searchKeysOfLine } from './keys-repository.ts';

export type Known = {
  /** Null for a card that a line of this file makes. */
  readonly customerId: string | null;
  readonly line: number | null;
  card: Customer;
};

export type Judged =
  | { readonly is: 'new' }
  | { readonly is: 'same'; readonly known: Known }
  | { readonly is: 'doubt'; readonly known: Known; readonly comparison: Comparison };

/** A key that more share says nothing. */
const mostAlike = 40;

export class Acquaintances {
  readonly #byKey = new Map<string, Set<Known>>();
  readonly #byReference = new Map<string, Known>();
  readonly #byId = new Map<string, Known>();
  readonly #identities = new Map<Known, Identity>();

  /** Also anew, when its card has become another. */
  add(known: Known, reference: string | null = null): void {
    const identity = identityOf(known.card);
    this.#identities.set(known, identity);
    if (known.customerId !== null) this.#byId.set(known.customerId, known);
    if (reference !== null) this.#byReference.set(reference, known);
    for (const key of blockingKeys(identity)) {
      const met = this.#byKey.get(key);
      if (met === undefined) this.#byKey.set(key, new Set([known]));
      else met.add(known);
    }
  }

  name(reference: string, customerId: string): void {
    const known = this.#byId.get(customerId);
    if (known !== undefined) this.#byReference.set(reference, known);
  }

  withId(customerId: string): Known | null {
    return this.#byId.get(customerId) ?? null;
  }

  /** Those who share a number or a mailbox, or an address together with a name. */
  #met(keys: readonly string[]): ReadonlySet<Known> {
    const { alone, homes, names } = searchKeysOfLine(keys);
    const met = new Set<Known>();
    for (const key of alone) {
      const sharing = this.#byKey.get(key);
      if (sharing === undefined || sharing.size > mostAlike) continue;
      for (const known of sharing) met.add(known);
    }
    for (const [at, home] of homes.entries()) {
      const named = this.#byKey.get(names[at] ?? '');
      if (named === undefined) continue;
      for (const known of this.#byKey.get(home) ?? []) if (named.has(known)) met.add(known);
    }
    return met;
  }

  /** @param keys those of the line's identity */
  judge(identity: Identity, keys: readonly string[], reference: string | null): Judged {
    const named = reference === null ? undefined : this.#byReference.get(reference);
    if (named !== undefined) return { is: 'same', known: named };
    const same: { known: Known; comparison: Comparison }[] = [];
    const doubtful: { known: Known; comparison: Comparison }[] = [];
    for (const known of this.#met(keys)) {
      const other = this.#identities.get(known);
      if (other === undefined) continue;
      const { match, comparison } = judgeMatch(identity, other);
      if (match === 'same') same.push({ known, comparison });
      if (match === 'doubtful') doubtful.push({ known, comparison });
    }
    const [first, second] = same;
    if (first !== undefined && second === undefined) return { is: 'same', known: first.known };
    // Two cards that are certainly her are a duplicate of the hub's own: a person says which.
    if (first !== undefined) return { is: 'doubt', ...first };
    const likeliest = doubtful.reduce<(typeof doubtful)[number] | undefined>(
      (best, one) =>
        best === undefined || !isAtLeast(best.comparison.verdict, one.comparison.verdict)
          ? one
          : best,
      undefined,
    );
    return likeliest === undefined ? { is: 'new' } : { is: 'doubt', ...likeliest };
  }
}
