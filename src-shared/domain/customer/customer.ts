/** A person or a company, known to one or more brands. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { isRegistration } from '../identity/company-names.ts';
import { channelSchema } from '../interaction/channel.ts';
import { e164Schema, instantSchema } from '../interaction/interaction.ts';
import { relationModeSchema } from '../script/text.ts';
import { callingSchema } from './calling.ts';

export const segments = ['new', 'standard', 'loyal', 'premium'] as const;

export const phoneSchema = z.object({
  e164: e164Schema,
  label: z.enum(['mobile', 'home', 'work', 'other']),
});

export const postalAddressSchema = z.object({
  lines: z.array(z.string().max(120)).max(4),
  postcode: z.string().max(10),
  commune: z.string().max(80),
  /** Code officiel géographique of the commune: five characters, Corsica has letters. */
  inseeCode: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]{3}$/)
    .nullable(),
  country: z.string().length(2),
});

export const brandRelationSchema = z.object({
  brandId: z.string().max(40),
  since: z.iso.date(),
  /** What the customer spent over the last twelve months, in euro cents. */
  value12MonthsCents: z.number().int(),
  segment: z.enum(segments),
  vip: z.boolean(),
  /** How likely a study takes her to be interested, from 0 to 1; absent: none says so. */
  score: z.number().min(0).max(1).nullable().optional(),
  relationMode: relationModeSchema,
});
export type BrandRelation = z.infer<typeof brandRelationSchema>;

/** A company's contact, or the company that a person speaks for, as the other's card tells it. */
export const customerLinkSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  as: z.enum(['contact', 'company']),
  name: z.string().max(200),
  function: z.string().max(80),
  directLine: e164Schema.nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export type CustomerLink = z.infer<typeof customerLinkSchema>;

export const customerSchema = z.object({
  id: idSchema,
  kind: z.enum(['person', 'company']),
  civility: z.enum(['mme', 'm', 'none']),
  firstName: z.string().max(80),
  lastName: z.string().max(80),
  companyName: z.string().max(120).nullable(),
  birthDate: z.iso.date().nullable().optional(),
  /** SIREN or SIRET of the SIRENE register, digits only. */
  registration: z.string().refine(isRegistration).nullable().optional(),
  language: z.enum(['fr', 'en']),
  phones: z.array(phoneSchema).max(10),
  emails: z.array(z.email().max(200)).max(10),
  address: postalAddressSchema.nullable(),
  relations: z.array(brandRelationSchema).max(50),
  links: z.array(customerLinkSchema).max(200).optional(),
  /** Absent: neither a contract nor a blind zone is known. */
  calling: callingSchema.optional(),
  /** Grows with every accepted change; the base of merging. */
  /** Whose card showed this one until the two were taken apart: rows of this one are hers no more. */
  partedFrom: idSchema.nullable().optional(),
  version: z.number().int().min(0),
  updatedAt: instantSchema,
});
export type Customer = z.infer<typeof customerSchema>;

export const caseKinds = ['complaint', 'order', 'request', 'contract'] as const;
export const caseStatuses = ['open', 'waiting', 'resolved', 'closed'] as const;

export const caseSchema = z.object({
  id: idSchema,
  /** What people say to each other: R-20817. */
  reference: z.string().max(20),
  customerId: idSchema,
  brandId: z.string().max(40),
  kind: z.enum(caseKinds),
  title: z.string().max(200),
  detail: z.string().max(4000),
  status: z.enum(caseStatuses),
  openedAt: instantSchema,
  updatedAt: instantSchema,
});
export type CustomerCase = z.infer<typeof caseSchema>;

/** One decision of the customer on one channel for one brand, with its proof (C. conso. L223-1). */
export const consentSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  brandId: z.string().max(40),
  channel: channelSchema,
  status: z.enum(['given', 'limited', 'opposed']),
  purpose: z.string().max(200),
  givenAt: instantSchema,
  until: instantSchema.nullable(),
  proof: z.string().max(500),
});
export type Consent = z.infer<typeof consentSchema>;
