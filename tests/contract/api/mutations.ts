/** Well-formed rows and mutations for tests; each test changes what it is about. */

import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationBody, MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { Consent, Customer, CustomerCase } from '@shared/domain/customer/customer.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { bearer, deviceId, type HubUnderTest } from './hub-under-test.ts';

const at = '2026-11-05T11:44:00.000Z';

export const someCustomer = (id: string, change: Partial<Customer> = {}): Customer => ({
  id,
  kind: 'person',
  civility: 'mme',
  firstName: 'Anne',
  lastName: 'Le Gall',
  companyName: null,
  language: 'fr',
  phones: [{ e164: '+33639980001', label: 'mobile' }],
  emails: ['anne.legall@exemple.fr'],
  address: {
    lines: ['3 rue du Port'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '29019',
    country: 'FR',
  },
  relations: [
    {
      brandId: 'kerdoual',
      since: '2019-04-02',
      value12MonthsCents: 12_000,
      segment: 'standard',
      vip: false,
      relationMode: 'neutral',
    },
  ],
  version: 0,
  updatedAt: at,
  ...change,
});

export const someInteraction = (id: string, change: Partial<Interaction> = {}): Interaction => ({
  id,
  customerId: null,
  brandId: 'kerdoual',
  channel: 'phone',
  direction: 'inbound',
  startedAt: at,
  endedAt: '2026-11-05T11:52:05.000Z',
  recordedAt: null,
  outcome: 'answered',
  advisorId: null,
  queue: 'kerdoual-service',
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  title: 'Appel entrant',
  customerWords: null,
  summary: null,
  notes: [],
  caseId: null,
  threadId: null,
  call: null,
  speech: null,
  wrapUpEndedAt: null,
  ...change,
});

export const someCase = (
  id: string,
  customerId: string,
  change: Partial<CustomerCase> = {},
): CustomerCase => ({
  id,
  reference: `R-${id.slice(-6)}`,
  customerId,
  brandId: 'kerdoual',
  kind: 'complaint',
  title: 'Pied cassé',
  detail: '',
  status: 'open',
  openedAt: at,
  updatedAt: at,
  ...change,
});

export const someCallback = (
  id: string,
  customerId: string | null,
  change: Partial<Callback> = {},
): Callback => ({
  id,
  kind: 'callback',
  customerId,
  customerName: 'Anne Le Gall',
  brandId: 'kerdoual',
  number: '+33639980001',
  dueAt: '2026-11-06T13:30:00.000Z',
  advisorId: null,
  reason: 'vérifier la livraison',
  status: 'open',
  createdBy: null,
  createdAt: at,
  interactionId: null,
  ...change,
});

export const someConsent = (id: string, customerId: string): Consent => ({
  id,
  customerId,
  brandId: 'kerdoual',
  channel: 'phone',
  status: 'given',
  purpose: 'offres de la marque',
  givenAt: at,
  until: '2027-11-05T11:44:00.000Z',
  proof: 'appel du 05/11/2026',
});

export const mutation = (
  hub: Pick<HubUnderTest, 'newId'>,
  body: MutationBody | { kind: string; payload: unknown },
  change: Partial<MutationEnvelope> = {},
): MutationEnvelope => ({ id: hub.newId(), orderKey: 'one', madeAt: at, ...body, ...change });

export const pushRaw = (
  hub: HubUnderTest,
  session: Session,
  mutations: readonly MutationEnvelope[],
  device = deviceId,
  protocol = currentProtocol,
) =>
  hub.app.inject({
    method: 'POST',
    url: `${routes.push}?protocol=${protocol}`,
    headers: bearer(session),
    payload: { deviceId: device, mutations },
  });

export const push = async (
  hub: HubUnderTest,
  session: Session,
  mutations: readonly MutationEnvelope[],
): Promise<MutationAnswer[]> => {
  const response = await pushRaw(hub, session, mutations);
  if (response.statusCode !== 200) throw new Error(`push: ${response.body}`);
  return response.json().answers;
};
