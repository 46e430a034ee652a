/** How a customer is called on a line of a list. */
import type { Customer } from './customer.ts';

export const nameOf = ({
  companyName,
  firstName,
  lastName,
}: Pick<Customer, 'companyName' | 'firstName' | 'lastName'>): string =>
  companyName ?? `${firstName} ${lastName}`.trim();
