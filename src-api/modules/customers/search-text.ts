/** Names as they are searched: no accents, no case, no punctuation. */
import type { Customer } from '@shared/domain/customer/customer.ts';

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const searchTextOf = (
  customer: Pick<Customer, 'firstName' | 'lastName' | 'companyName'>,
): string => folded(`${customer.firstName} ${customer.lastName} ${customer.companyName ?? ''}`);
