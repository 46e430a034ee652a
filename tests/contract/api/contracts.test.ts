/** Contracts that other systems tell, and blind zones: what they do to lists, desktops and evidence. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { decisionsSchema } from '@shared/contracts/http/law.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { DialDecision } from '@shared/domain/law/dial-decision.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  make,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';
import { known, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let agathe: Session;
let asNadia: Ask;
let source: SourceWithSecret;
let teamId: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  nadia = await hub.signIn('nadia.ferrand');
  camille = await hub.signIn('camille.roussel');
  agathe = await hub.signIn('agathe.perrot');
  asNadia = asker(hub, () => nadia);
  teamId = camille.user.teamId as string;
  await addRefusal(hub);
  source = await makeSource(hub, agathe, { name: 'Contrats', kind: 'other' });
});
afterAll(() => hub.close());

const now = (): string => new Date(hub.clock.now()).toISOString();
const day = (aheadDays: number): string =>
  new Date(hub.clock.now() + aheadDays * 86_400_000).toISOString().slice(0, 10);
const wanted = (rest: object = {}) =>
  settings(hub, teamId, {
    outcomes: [
      { dispositionCode: 'rendez-vous', consequence: 'success' },
      { dispositionCode: 'refus', consequence: 'refusal' },
      { dispositionCode: 'opposition', consequence: 'opposition' },
    ],
    ...rest,
  });

const running = (ref: string, rest: object = {}) => ({
  type: 'contract.running',
  timestamp: now(),
  data: {
    ref,
    brandId: 'kerdoual',
    object: 'Entretien de la chaudière',
    since: day(-400),
    customer: { ref: `client-${ref}` },
    ...rest,
  },
});
const ended = (ref: string, endedOn: string) => ({
  type: 'contract.ended',
  timestamp: now(),
  data: { ref, brandId: 'kerdoual', endedOn },
});
const customer = async (id: string): Promise<Customer> =>
  (await hub.app.inject({ url: `${routes.customers}/${id}`, headers: bearer(camille) })).json()
    .customer;

/** Somebody whom the source knows, with a mailbox of her own, in a commune of her own. */
const someone = async (ref: string, inseeCode: string): Promise<string> => {
  const emails = [`${ref.toLowerCase()}@exemple.fr`];
  const id = await addPerson(hub, camille, inseeCode, { consents: false, emails });
  const told = await tell(hub, source, known(`client-${ref}`, { emails }, now()));
  expect(told.json().status).toBe('applied');
  return id;
};
const leftOut = async (inseeCode: string, rest: object = {}) => {
  const { id } = await make(asNadia, wanted(rest));
  const query = { communes: [inseeCode] };
  const { json } = await asNadia('POST', `/v1/campaigns/${id}/list`, { query, dryRun: true });
  return json.leftOut.map(({ because }: { because: string }) => because);
};

it('[LAW-16] an offer that relates to a contract that runs needs no consent, as long as it runs', async () => {
  const id = await someone('A1', '61001');
  expect(await leftOut('61001', { offerRelated: true })).toEqual(['consent']);
  expect((await tell(hub, source, running('A1'))).json()).toMatchObject({ status: 'applied' });
  expect((await customer(id)).calling?.contracts).toMatchObject([
    { reference: 'A1', object: 'Entretien de la chaudière', until: null },
  ]);
  expect(await leftOut('61001', { offerRelated: true })).toEqual([]);
  expect(await leftOut('61001')).toEqual(['consent']);
  await tell(hub, source, ended('A1', day(0)));
  expect(await leftOut('61001', { offerRelated: true })).toEqual(['consent']);
});

it('[LAW-16] its end may be heard of before it, and of nobody known it is set aside', async () => {
  const id = await someone('A2', '61002');
  await tell(hub, source, ended('A2', day(-3)));
  expect((await customer(id)).calling).toBeUndefined();
  hub.clock.advance(1000);
  const late = { ...running('A2'), timestamp: new Date(hub.clock.now() - 60_000).toISOString() };
  await tell(hub, source, late);
  expect((await customer(id)).calling?.contracts).toMatchObject([{ until: day(-3) }]);
  const nobody = await tell(hub, source, running('A3', { customer: { phones: ['+33639990000'] } }));
  expect(nobody.json()).toMatchObject({ status: 'quarantined', reason: 'customer-unknown' });
});

const decision = (change: Partial<DialDecision>): DialDecision => ({
  id: hub.newId(),
  at: now(),
  brandId: 'kerdoual',
  customerId: null,
  callbackId: null,
  campaignId: null,
  way: 'dial',
  purpose: 'commercial',
  saidBy: 'advisor',
  allowed: true,
  rule: null,
  reason: null,
  allowedFrom: null,
  factsDigest: 'a'.repeat(64),
  training: false,
  waived: [],
  ...change,
});
const hubRuleOf = async (payload: DialDecision): Promise<string | null | undefined> => {
  await push(hub, camille, [mutation(hub, { kind: 'dial.decided', payload })]);
  const url = `${routes.dialDecisions}?limit=200`;
  const { decisions } = decisionsSchema.parse(
    (await hub.app.inject({ url, headers: bearer(agathe) })).json(),
  );
  return decisions.find(({ id }) => id === payload.id)?.hubRule;
};

it('[LAW-18] the hub judges a decision by the campaign that it names', async () => {
  const customerId = await someone('B1', '61010');
  await tell(hub, source, running('B1'));
  const { id: campaignId } = await make(asNadia, wanted({ offerRelated: true }));
  expect(await hubRuleOf(decision({ customerId, campaignId }))).toBeNull();
  expect(await hubRuleOf(decision({ customerId }))).toBe('consent');
});

it('[LAW-17] who is kept apart is on no other list, and desktops know of it while the campaign runs', async () => {
  const ids: string[] = [];
  for (let made = 0; made < 8; made += 1) ids.push(await addPerson(hub, camille, '61020'));
  const { id: campaignId } = await make(asNadia, wanted({ controlPercent: 50 }));
  const list = `/v1/campaigns/${campaignId}/list`;
  const { json } = await asNadia('POST', list, { query: { communes: ['61020'] } });
  expect(json.control).toBeGreaterThan(0);
  const contacts = await asNadia('GET', `/v1/campaigns/${campaignId}/contacts?state=control`);
  const apart: string = contacts.json.contacts[0].customerId;
  expect((await customer(apart)).calling).toBeUndefined();

  const move = (to: string) => asNadia('POST', `/v1/campaigns/${campaignId}/move`, { move: to });
  expect((await move('start')).json.status).toBe('running');
  const until = (await customer(apart)).calling?.keptApart;
  expect(until).toMatchObject([{ campaignId, brandId: 'kerdoual' }]);
  const logged = await hub.database.db
    .selectFrom('change_log')
    .select('entity')
    .where('entity_id', '=', apart)
    .where('entity', '=', 'customer')
    .execute();
  expect(logged.length).toBeGreaterThan(1);
  expect(await hubRuleOf(decision({ customerId: apart }))).toBe('control-group');
  expect(await hubRuleOf(decision({ customerId: apart, purpose: 'service' }))).toBeNull();
  await move('stop');
  expect((await customer(apart)).calling).toBeUndefined();
  expect(await hubRuleOf(decision({ customerId: apart }))).toBeNull();
});
