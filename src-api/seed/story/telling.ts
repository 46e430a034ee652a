/** Short forms for the people whom the demo tells of by name. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type {
  BrandRelation,
  Consent,
  Customer,
  CustomerCase,
} from '@shared/domain/customer/customer.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { Result } from '@shared/kernel/result.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';

export const instant = (atMs: number): string => new Date(atMs).toISOString();
export const camille = demoUser('camille.roussel');

export const person = (
  name: string,
  own: Pick<Customer, 'civility' | 'firstName' | 'lastName' | 'phones' | 'address' | 'relations'> &
    Partial<Customer>,
): Customer => ({
  id: nameId(`story:${name}`),
  kind: 'person',
  companyName: null,
  language: 'fr',
  emails: [],
  version: 1,
  updatedAt: '2026-01-05T09:00:00.000Z',
  ...own,
});

export const relation = (
  brandId: string,
  since: string,
  euros: number,
  own: Partial<BrandRelation> = {},
): BrandRelation => ({
  brandId,
  since,
  value12MonthsCents: euros * 100,
  segment: 'standard',
  vip: false,
  relationMode: 'neutral',
  ...own,
});

export const place = (
  line: string,
  postcode: string,
  commune: string,
  inseeCode: string,
): Customer['address'] => ({ lines: [line], postcode, commune, inseeCode, country: 'FR' });

export const exchange = (
  customer: Customer,
  name: string,
  startedMs: number,
  own: Pick<Interaction, 'brandId' | 'channel' | 'direction' | 'title'> & Partial<Interaction>,
): Interaction => ({
  id: nameId(`story:${customer.id}:${name}`),
  customerId: customer.id,
  startedAt: instant(startedMs),
  endedAt: instant(startedMs),
  recordedAt: instant(startedMs),
  outcome: 'done',
  advisorId: null,
  queue: null,
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  customerWords: null,
  summary: null,
  notes: [],
  caseId: null,
  threadId: null,
  call: null,
  speech: null,
  wrapUpEndedAt: null,
  ...own,
});

export const file = (
  customer: Customer,
  reference: string,
  openedMs: number,
  own: Pick<CustomerCase, 'brandId' | 'kind' | 'title' | 'status'> & Partial<CustomerCase>,
): CustomerCase => ({
  id: nameId(`story:${customer.id}:case:${reference}`),
  reference,
  customerId: customer.id,
  detail: '',
  openedAt: instant(openedMs),
  updatedAt: instant(openedMs),
  ...own,
});

export const consent = (
  customer: Customer,
  brandId: string,
  channel: Consent['channel'],
  givenMs: number,
  own: Partial<Consent> = {},
): Consent => ({
  id: nameId(`story:${customer.id}:consent:${brandId}:${channel}`),
  customerId: customer.id,
  brandId,
  channel,
  status: 'given',
  purpose: 'offres et conseils de la marque',
  givenAt: instant(givenMs),
  until: instant(givenMs + 365 * 86_400_000),
  proof: 'Case cochée sur le site, adresse vérifiée par e-mail',
  ...own,
});

export const promise = (
  customer: Customer,
  brandId: string,
  dueMs: number,
  createdMs: number,
  reason: string,
  own: Partial<Callback> = {},
): Callback => ({
  id: nameId(`story:${customer.id}:callback:${reason}`),
  kind: 'callback',
  customerId: customer.id,
  customerName: customer.companyName ?? `${customer.firstName} ${customer.lastName}`,
  brandId,
  number: customer.phones[0]?.e164 ?? '',
  dueAt: instant(dueMs),
  advisorId: camille.id,
  reason,
  status: 'open',
  createdBy: camille.id,
  createdAt: instant(createdMs),
  interactionId: null,
  ...own,
});

export const bundle = (customer: Customer, parts: Partial<CustomerBundle>): CustomerBundle => ({
  cases: [],
  consents: [],
  callbacks: [],
  interactions: [],
  grants: [],
  purchases: [],
  ...parts,
  customer,
});

/** What a story does by the hub's own work has to succeed. @throws else. */
export const got = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`the demo: ${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
};
