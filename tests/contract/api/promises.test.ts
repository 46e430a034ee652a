import { workThroughSome } from '@api/modules/insights/worker.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { keptRulesSchema, rulesHistorySchema } from '@shared/contracts/http/brand-rules.ts';
import { askedGrantsSchema, deadlinesSchema } from '@shared/contracts/http/promises.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Grant } from '@shared/domain/delegation/delegation.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let nadia: Session;
let hugo: Session;
let customerId: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  customerId = await newCustomer('vip');
});
afterAll(() => hub.close());

const newCustomer = async (value: 'vip' | 'standard'): Promise<string> => {
  const id = hub.newId();
  const payload = someCustomer(id, { phones: [] });
  const relations = payload.relations.map((one) =>
    value === 'vip' ? { ...one, vip: true, segment: 'premium' as const } : one,
  );
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: { ...payload, relations } }),
  ]);
  return id;
};
const ago = (minutes: number) => new Date(hub.clock.now() - minutes * 60_000).toISOString();
const exchange = async (change: Partial<Interaction>): Promise<Interaction> => {
  const payload = someInteraction(hub.newId(), { customerId, ...change });
  const [answer] = await push(hub, camille, [
    mutation(hub, { kind: 'interaction.record', payload }),
  ]);
  expect(answer?.status).toBe('accepted');
  return payload;
};
const workThrough = async () => {
  while ((await workThroughSome(hub)) > 0);
};
const get = async (session: Session, url: string) =>
  (await hub.app.inject({ url, headers: bearer(session) })).json();
const running = async (session: Session, show: 'all' | 'vip' | 'escalated' = 'all') => {
  await workThrough();
  const body = await get(session, `${routes.deadlines}?show=${show}`);
  return deadlinesSchema.parse(body).deadlines.filter((one) => one.customerId === customerId);
};
const rulesUrl = '/v1/brands/kerdoual/rules';
const changeRules = async (change: (rules: Rules) => Rules, session = hugo) => {
  const kept = keptRulesSchema.parse(await get(session, rulesUrl));
  return hub.app.inject({
    method: 'PUT',
    url: rulesUrl,
    headers: bearer(session),
    payload: { version: kept.version, rules: change(kept.rules) },
  });
};
type Rules = ReturnType<typeof keptRulesSchema.parse>['rules'];

it('[PROM-8] what nobody answered runs, stands on the lead’s day in time, and ends when she is reached', async () => {
  await changeRules((rules) => ({
    ...rules,
    promises: [{ audience: 'vip', withinMinutes: 240, clock: 'always' }],
  }));
  const mail = await exchange({
    channel: 'email',
    outcome: 'unanswered',
    startedAt: ago(30),
    endedAt: null,
  });
  expect(await running(nadia)).toMatchObject([
    {
      interactionId: mail.id,
      vip: true,
      customerName: 'Anne Le Gall',
      dueAt: new Date(Date.parse(mail.startedAt) + 240 * 60_000).toISOString(),
    },
  ]);
  expect(await running(nadia, 'escalated')).toEqual([]);
  // An older one of hers comes in late: it counts, and its time is nearly over.
  const older = await exchange({
    channel: 'chat',
    outcome: 'abandoned',
    startedAt: ago(190),
    endedAt: ago(190),
  });
  expect(await running(nadia, 'escalated')).toMatchObject([{ interactionId: older.id }]);
  await exchange({ outcome: 'answered', startedAt: ago(1), endedAt: ago(0) });
  expect(await running(nadia)).toEqual([]);
  const ended = await hub.database.db.selectFrom('deadlines_ended').selectAll().execute();
  expect(ended.map((one) => one.interaction_id)).toEqual([mail.id, older.id]);
});

it('[PROM-6] an answer that is heard of before its question leaves nothing running', async () => {
  customerId = await newCustomer('vip');
  await exchange({ outcome: 'answered', startedAt: ago(5), endedAt: ago(4) });
  await exchange({ channel: 'chat', outcome: 'abandoned', startedAt: ago(20), endedAt: ago(15) });
  expect(await running(nadia)).toEqual([]);
});

it('[PROM-9] a change of the rules is in force for what runs', async () => {
  customerId = await newCustomer('vip');
  await exchange({ channel: 'chat', outcome: 'abandoned', startedAt: ago(20), endedAt: ago(20) });
  expect((await running(nadia))[0]?.promisedMinutes).toBe(240);
  await changeRules((rules) => ({
    ...rules,
    promises: [{ audience: 'anyone', withinMinutes: 60, clock: 'always' }],
  }));
  expect((await running(nadia))[0]?.promisedMinutes).toBe(60);
});

it('[PROM-8] two instances share the work and leave no stale deadline', async () => {
  customerId = await newCustomer('vip');
  await exchange({ channel: 'chat', outcome: 'abandoned', startedAt: ago(9), endedAt: ago(9) });
  const talk = exchange({ outcome: 'answered', startedAt: ago(2), endedAt: ago(1) });
  await Promise.all([talk, ...Array.from({ length: 6 }, () => workThroughSome(hub))]);
  expect(await running(nadia)).toEqual([]);
});

it('[PROM-16] managers change the rules; every version is kept with its author', async () => {
  const refused = await hub.app.inject({
    method: 'PUT',
    url: rulesUrl,
    headers: bearer(camille),
    payload: { version: 1, rules: keptRulesSchema.parse(await get(camille, rulesUrl)).rules },
  });
  expect(refused.statusCode).toBe(403);
  const before = keptRulesSchema.parse(await get(hugo, rulesUrl));
  const changed = await changeRules((rules) => ({ ...rules, escalateMinutes: 45 }));
  expect(changed.json()).toMatchObject({ version: before.version + 1, changedBy: hugo.user.id });
  const { versions } = rulesHistorySchema.parse(await get(hugo, `${rulesUrl}/history`));
  expect(versions.map(({ version }) => version)).toEqual(
    Array.from({ length: before.version + 1 }, (_, at) => before.version + 1 - at),
  );
  const stale = await hub.app.inject({
    method: 'PUT',
    url: rulesUrl,
    headers: bearer(hugo),
    payload: { version: before.version, rules: before.rules },
  });
  expect(stale.json().code).toBe('version-superseded');
});

it('[PROM-17] rules that contradict themselves are refused with their place, the former stay', async () => {
  const before = await get(hugo, rulesUrl);
  const answer = await changeRules((rules) => ({
    ...rules,
    hours: { ...rules.hours, openings: [{ weekday: 1, from: 900, to: 800 }] },
  }));
  expect(answer.statusCode).toBe(400);
  expect(answer.json().issues[0].path).toContain('/rules/hours/openings/0');
  expect(await get(hugo, rulesUrl)).toEqual(before);
});

const grant = (change: Partial<Grant> = {}): Grant => ({
  id: hub.newId(),
  customerId,
  brandId: 'kerdoual',
  interactionId: null,
  caseId: null,
  kind: 'gesture',
  amountCents: 4_000,
  reasonCode: null,
  note: '',
  status: 'granted',
  byId: camille.user.id,
  at: ago(0),
  decidedById: null,
  decidedAt: null,
  ...change,
});
const record = async (payload: Grant, session = camille) =>
  (await push(hub, session, [mutation(hub, { kind: 'grant.record', payload })]))[0];

it('[PROM-13] a grant is kept once and reaches every desktop of the brand', async () => {
  const first = bootstrapResponseSchema.parse(
    await get(camille, `${routes.bootstrap}?limit=1&protocol=2`),
  );
  const own = grant();
  const body = mutation(hub, { kind: 'grant.record', payload: own });
  expect((await push(hub, camille, [body]))[0]?.status).toBe('accepted');
  expect((await push(hub, camille, [body]))[0]?.status).toBe('accepted');
  expect((await record(own))?.status).toBe('accepted');
  await hub.settle();
  const pulled = pullResponseSchema.parse(
    await get(camille, `${routes.pull}?cursor=${first.cursor}&limit=2000&protocol=2`),
  );
  const told = pulled.changes.filter(({ id }) => id === own.id);
  expect(told).toEqual([{ entity: 'grant', id: own.id, row: own }]);
});

it('[PROM-14] what goes beyond the rules of the hub is refused with its code and the limits', async () => {
  expect(await record(grant({ amountCents: 12_001 }))).toMatchObject({
    status: 'rejected',
    code: 'grant-beyond-rules',
    detail: expect.stringContaining('12000 cents are granted at most'),
  });
  expect(await record(grant({ kind: 'refund', amountCents: 100 }))).toMatchObject({
    code: 'grant-beyond-rules',
    detail: expect.stringContaining('refund: 0 cents are granted at most'),
  });
  customerId = await newCustomer('standard');
  expect((await record(grant({ amountCents: 4_000 })))?.code).toBe('grant-beyond-rules');
  expect((await record(grant({ amountCents: 2_000 })))?.status).toBe('accepted');
});

it('[PROM-15] what was asked is decided once, by somebody else, and told to the desktops', async () => {
  customerId = await newCustomer('vip');
  const asked = grant({ amountCents: 25_000, status: 'asked' });
  expect((await record(asked))?.status).toBe('accepted');
  const { grants } = askedGrantsSchema.parse(await get(nadia, routes.askedGrants));
  expect(grants.find(({ id }) => id === asked.id)).toMatchObject({ customerName: 'Anne Le Gall' });
  const decide = (approve: boolean) =>
    hub.app.inject({
      method: 'POST',
      url: `${routes.askedGrants}/${asked.id}/decide`,
      headers: bearer(nadia),
      payload: { approve },
    });
  const answers = await Promise.all([decide(true), decide(false)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const won = answers.find(({ statusCode }) => statusCode === 200)?.json();
  expect(won).toMatchObject({ decidedById: nadia.user.id });
  expect(['approved', 'denied']).toContain(won.status);
  expect((await decide(true)).json().code).toBe('grant-decided');
  const mine = grant({ amountCents: 25_000, status: 'asked' });
  expect((await record(mine, nadia))?.status).toBe('accepted');
  const own = await hub.app.inject({
    method: 'POST',
    url: `${routes.askedGrants}/${mine.id}/decide`,
    headers: bearer(nadia),
    payload: { approve: true },
  });
  expect(own.statusCode).toBe(403);
});
