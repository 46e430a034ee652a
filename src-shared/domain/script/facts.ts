/** What a speech may mention or branch on; everything else is an unknown field. */
import { z } from 'zod';

export const factNames = [
  'customer.formalName',
  'customer.firstName',
  'customer.lastName',
  'customer.companyName',
  'customer.commune',
  'customer.since',
  'customer.vip',
  'customer.relationMode',
  'brand.name',
  'advisor.fullName',
  'advisor.firstName',
  'case.reference',
  'case.title',
  'order.label',
  'order.number',
  'call.waited',
] as const;
export type FactName = (typeof factNames)[number];

/** The facts of one call; a missing one takes the words written for its absence. */
export type Facts = { readonly [name in FactName]?: string | number | boolean };
export const factNameSchema = z.enum(factNames);
