/** Customers who are never taken out of the copy: wanted soon, on screen, or with something unsent. */
import type { Cache } from '@renderer/cache/cache.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { customerOf } from '../sync/apply-mutation.ts';
import type { Library } from '../sync/library.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { RecentNumbers } from './recent-numbers.ts';

type Sources = {
  readonly outbox: Outbox;
  readonly library: Library;
  readonly cache: Cache;
  readonly recent: RecentNumbers;
  readonly favourites: readonly Favourite[];
  /** On a screen now: open work, who it may be, who was opened last. */
  readonly watched: ReadonlySet<string>;
};

export const pinnedCustomers = async (sources: Sources): Promise<ReadonlySet<string>> => {
  const { outbox, library, cache, recent, favourites, watched } = sources;
  const unsent = [...outbox.pending, ...outbox.parked.map(({ mutation }) => mutation)];
  const work = outbox.work.flatMap(({ customerId, match }) => [
    customerId,
    ...(match.status === 'several' ? match.candidates.map((one) => one.customerId) : []),
  ]);
  // Calls to make are what is expected: hers, her team's, anyone's.
  const expected = library.callbacks().map(({ customerId }) => customerId);
  const called = (await recent.list()).map(({ customerId }) => customerId);
  const numbers = favourites.filter(({ kind }) => kind === 'outside').map(({ number }) => number);
  const starred = await Promise.all(numbers.map((number) => cache.byPhone(number)));
  const ids = [
    ...unsent.map(customerOf),
    ...work,
    ...outbox.messages.map(({ customerId }) => customerId),
    ...expected,
    ...called,
    ...starred.flat().map(({ customer }) => customer.id),
    ...watched,
  ];
  return new Set(ids.filter((id) => id !== null));
};
