/** Behind a company's number speaks one of its contacts: those who have not left. */
import type { Customer } from '../customer/customer.ts';

/** As many as a chooser has digits. */
const most = 9;

/** Ids of contacts that are not among the customers found. */
export const speakingContacts = (found: readonly Customer[]): readonly string[] => {
  const here = new Set(found.map(({ id }) => id));
  const contacts = found
    .flatMap(({ links }) => links ?? [])
    .filter((link) => link.as === 'contact' && link.until === null && !here.has(link.customerId));
  return [...new Set(contacts.map(({ customerId }) => customerId))].slice(0, most);
};
