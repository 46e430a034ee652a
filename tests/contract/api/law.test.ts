import { readAudit } from '@api/modules/audit/repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { decisionsSchema, lawRulesSchema } from '@shared/contracts/http/law.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { DialDecision } from '@shared/domain/law/dial-decision.ts';
import { ruleIds } from '@shared/domain/law/rule.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
let consenting: string;
let silent: string;

/** A Tuesday at eleven in Paris. */
const at = '2026-11-24T10:00:00.000Z';

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot');
  [consenting, silent] = [hub.newId(), hub.newId()];
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: someCustomer(consenting) }),
    mutation(hub, { kind: 'customer.create', payload: someCustomer(silent, { phones: [] }) }),
    mutation(hub, {
      kind: 'consent.record',
      payload: someConsent(hub.newId(), consenting),
    }),
  ]);
});
afterAll(() => hub.close());

const decision = (change: Partial<DialDecision>): DialDecision => ({
  id: hub.newId(),
  at,
  brandId: 'kerdoual',
  customerId: consenting,
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
const keep = (payload: DialDecision) => mutation(hub, { kind: 'dial.decided', payload });
const read = async (session: Session, query = '') =>
  hub.app.inject({ url: `${routes.dialDecisions}?limit=200${query}`, headers: bearer(session) });
const decisions = async (query = '') =>
  decisionsSchema.parse((await read(agathe, query)).json()).decisions;

it('[LAW-9] a decision before a call is kept once, with what the hub says to the same call', async () => {
  const allowed = keep(decision({}));
  const disputed = keep(decision({ customerId: silent }));
  const refused = keep(
    decision({ allowed: false, rule: 'hours', reason: 'outside-hours', allowedFrom: at }),
  );
  const answers = await push(hub, camille, [allowed, allowed, disputed, refused]);
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('accepted'));
  expect(await decisions()).toHaveLength(3);
  expect(await decisions(`&customerId=${consenting}&show=refused`)).toMatchObject([
    { rule: 'hours', allowedFrom: at, userId: camille.user.id, hubRule: null },
  ]);
  expect(await decisions('&show=disputed')).toMatchObject([
    { customerId: silent, hubRule: 'consent', hubReason: 'no-consent' },
  ]);
});

it('[LAW-9] the hub counts the attempts of all desktops against a further one', async () => {
  const interactions = [1, 2, 3, 4].map((hour) =>
    mutation(hub, {
      kind: 'interaction.record',
      payload: someInteraction(hub.newId(), {
        customerId: consenting,
        direction: 'outbound',
        outcome: 'no-answer',
        startedAt: `2026-11-23T1${hour}:00:00.000Z`,
        endedAt: null,
      }),
    }),
  );
  await push(hub, camille, interactions);
  await push(hub, camille, [keep(decision({ at: '2026-11-24T13:30:00.000Z' }))]);
  expect((await decisions('&show=disputed'))[0]).toMatchObject({
    customerId: consenting,
    hubRule: 'pressure',
  });
});

it('[LAW-9] another brand’s is not taken, and advisors do not read the list', async () => {
  const [answer] = await push(hub, camille, [keep(decision({ brandId: 'lorvane-x' }))]);
  expect(answer).toMatchObject({ status: 'rejected', code: 'role-not-allowed' });
  expect((await read(camille)).statusCode).toBe(403);
});

const switchRule = (session: Session, rule: string, body: object) =>
  hub.app.inject({
    method: 'PUT',
    url: `${routes.lawRules}/${rule}`,
    headers: bearer(session),
    payload: body,
  });

it('[LAW-10] only an administrator switches a rule, with a reason that goes into the journal', async () => {
  const until = new Date(hub.clock.now() + 86_400_000 * 30).toISOString();
  const off = { on: false, reason: 'essai convenu avec le délégué, jusqu’à demain', until };
  expect((await switchRule(camille, 'pressure', off)).statusCode).toBe(403);
  expect((await switchRule(agathe, 'pressure', { ...off, reason: 'oui' })).statusCode).toBe(400);
  const far = new Date(hub.clock.now() + 86_400_000 * 367).toISOString();
  const { until: _, ...endless } = off;
  for (const wrong of [endless, { ...off, until: far }, { ...off, until: at }])
    expect((await switchRule(agathe, 'pressure', wrong)).statusCode).toBe(400);
  const { rules } = lawRulesSchema.parse((await switchRule(agathe, 'pressure', off)).json());
  expect(rules.map(({ rule }) => rule)).toEqual([...ruleIds]);
  const switched = rules.filter((one) => one.switchedOff !== null);
  expect(switched).toMatchObject([
    { rule: 'pressure', switchedOff: { reason: off.reason, until } },
  ]);
  const { entries } = await readAudit(hub.database.db, { entity: 'law-rule', limit: 10 });
  expect(entries).toMatchObject([
    {
      action: 'switched-off',
      entityId: 'pressure',
      userId: agathe.user.id,
      detail: { reason: off.reason, until },
    },
  ]);
  const { reference } = bootstrapResponseSchema.parse(
    (await hub.app.inject({ url: routes.bootstrap, headers: bearer(camille) })).json(),
  );
  expect(reference).toMatchObject({
    lawSwitchedOff: [],
    lawSwitches: [{ rule: 'pressure', until }],
  });
  const late = decision({ at: '2026-11-24T14:00:00.000Z', waived: ['pressure'] });
  await push(hub, camille, [keep(late)]);
  expect((await decisions()).find(({ id }) => id === late.id)).toMatchObject({
    hubRule: null,
    waived: ['pressure'],
  });
  await switchRule(agathe, 'pressure', { on: true, reason: 'l’essai est terminé' });
  const again = decision({ at: '2026-11-24T14:05:00.000Z' });
  await push(hub, camille, [keep(again)]);
  expect((await decisions()).find(({ id }) => id === again.id)?.hubRule).toBe('pressure');
});

it('[LAW-10] after its last day a rule is in force again by itself', async () => {
  const until = new Date(hub.clock.now() + 3_600_000).toISOString();
  const off = { on: false, reason: 'essai convenu avec le délégué', until };
  await switchRule(agathe, 'hours', off);
  hub.clock.advance(3_600_000);
  agathe = await hub.signIn('agathe.perrot');
  const got = await hub.app.inject({ url: routes.lawRules, headers: bearer(agathe) });
  const { rules } = lawRulesSchema.parse(got.json());
  expect(rules.every(({ switchedOff }) => switchedOff === null)).toBe(true);
});
