import { randomUUID } from 'node:crypto';
import type { Session } from '@shared/contracts/http/auth.ts';
import { callbacksSchema } from '@shared/contracts/http/customers.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
let count = 0;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(() => hub.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const newNumber = () => `+336399${String(90_000 + count++)}`;
const facts = (number: string) => ({
  callUid: randomUUID(),
  customerNumber: number,
  numberHidden: false,
  calledNumber: '+33199004110',
  answeredAt: null,
  endedBy: null,
  failure: null,
  sipStatus: null,
  heldMs: 0,
  transferredTo: null,
  training: false,
});
const call = (number: string, at: string, change: Partial<Interaction> = {}): Interaction =>
  someInteraction(hub.newId(), {
    outcome: 'missed',
    call: facts(number),
    startedAt: at,
    endedAt: at,
    ...change,
  });
const record = (payload: Interaction) =>
  push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
const toCall = async (number: string) => {
  const answer = await hub.app.inject({
    url: `${routes.callbacks}?limit=200`,
    headers: bearer(camille),
  });
  const { callbacks } = callbacksSchema.parse(answer.json());
  return callbacks.filter((one) => one.number === number);
};
const take = (session: Session, id: string) =>
  hub.app.inject({
    method: 'POST',
    url: `${routes.callbacks}/${id}/take`,
    headers: bearer(session),
  });

it.each(['missed', 'abandoned'] as const)(
  '[MISS-1] a call %s is to be made, once for a number',
  async (outcome) => {
    const number = newNumber();
    await record(call(number, minutesAgo(9), { outcome }));
    await record(call(number, minutesAgo(5), { outcome }));
    expect(await toCall(number)).toMatchObject([
      { kind: outcome, reason: '', advisorId: null, status: 'open' },
    ]);
  },
);

it('[DND-4] a call that was not put through is to be made, and says so', async () => {
  const number = newNumber();
  const notPutThrough = { ...facts(number), failure: 'do-not-disturb' };
  await record(call(number, minutesAgo(4), { call: notPutThrough }));
  expect(await toCall(number)).toMatchObject([
    { kind: 'missed', reason: 'do-not-disturb', advisorId: null, status: 'open' },
  ]);
  await record(call(number, minutesAgo(2), { direction: 'outbound', outcome: 'answered' }));
  expect(await toCall(number)).toEqual([]);
});

it('[MISS-1] carries the name of the customer whom the hub knows', async () => {
  const number = newNumber();
  const customer = someCustomer(hub.newId(), { phones: [{ e164: number, label: 'mobile' }] });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  await record(call(number, minutesAgo(2), { customerId: customer.id }));
  expect(await toCall(number)).toMatchObject([
    { customerId: customer.id, customerName: 'Anne Le Gall' },
  ]);
});

it('[MISS-1] training, old and refused calls, and those answered later, are not to be made', async () => {
  const [training, old, refused, answered] = [newNumber(), newNumber(), newNumber(), newNumber()];
  await record(call(training, minutesAgo(1), { call: { ...facts(training), training: true } }));
  await record(call(old, minutesAgo(5 * 24 * 60)));
  await record(call(refused, minutesAgo(1), { outcome: 'refused' }));
  await record(call(answered, minutesAgo(3), { outcome: 'answered' }));
  await record(call(answered, minutesAgo(8)));
  for (const number of [training, old, refused, answered]) expect(await toCall(number)).toEqual([]);
});

it.each(['inbound', 'outbound'] as const)(
  '[MISS-2] a talk %s afterwards settles it, a try does not',
  async (direction) => {
    const number = newNumber();
    await record(call(number, minutesAgo(9)));
    await record(call(number, minutesAgo(6), { direction: 'outbound', outcome: 'no-answer' }));
    expect(await toCall(number)).toHaveLength(1);
    await record(call(number, minutesAgo(3), { direction, outcome: 'answered' }));
    expect(await toCall(number)).toEqual([]);
  },
);

it('[MISS-3] of two who take it at once one has it, and the other is told', async () => {
  const number = newNumber();
  await record(call(number, minutesAgo(1)));
  const [open] = await toCall(number);
  const id = open?.id ?? '';
  const answers = await Promise.all([take(camille, id), take(yanis, id)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('callback-taken');
  const winner = answers[0]?.statusCode === 200 ? camille : yanis;
  expect((await take(winner, id)).statusCode).toBe(200);
  expect((await take(winner, hub.newId())).json().code).toBe('callback-unknown');
});

it('[MISS-4] callers whom nobody knows come with the first page', async () => {
  const number = newNumber();
  await record(call(number, minutesAgo(1)));
  const answer = await hub.app.inject({
    url: `${routes.bootstrap}?limit=1`,
    headers: bearer(camille),
  });
  const { looseCallbacks } = bootstrapResponseSchema.parse(answer.json());
  expect(looseCallbacks.map((one) => one.number)).toContain(number);
});
