/** What the search knows of a customer, out of everything of theirs. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { dayOf, type SearchEntry } from '@shared/domain/search/search-entry.ts';

const openCases: readonly string[] = ['open', 'waiting'];

export const customerName = ({
  companyName,
  firstName,
  lastName,
}: CustomerBundle['customer']): string => companyName ?? `${firstName} ${lastName}`.trim();

export const entryOf = (bundle: CustomerBundle): SearchEntry => {
  const { customer, cases, callbacks, interactions } = bundle;
  const { companyName, firstName, lastName, address, relations } = customer;
  const days = interactions.map(({ startedAt }) => dayOf(startedAt));
  const lastContactDay = days.reduce((last, day) => Math.max(last, day), 0);
  return {
    customerId: customer.id,
    name: customerName(customer),
    names: companyName === null ? [] : [firstName, lastName],
    place: address?.commune ?? null,
    postcode: address?.postcode ?? null,
    phones: customer.phones.map(({ e164 }) => e164),
    emails: customer.emails,
    references: cases.map(({ reference }) => reference),
    vip: relations.some(({ vip }) => vip),
    brandIds: relations.map(({ brandId }) => brandId),
    lastContactDay,
    heldDay: Math.max(lastContactDay, dayOf(customer.updatedAt)),
    open:
      cases.some(({ status }) => openCases.includes(status)) ||
      callbacks.some(({ status }) => status === 'open'),
  };
};
