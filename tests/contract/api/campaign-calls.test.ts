/** Calls of a campaign that desktops record, at the time or when the hub is back. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  asker,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let campaignId: string;
const people: string[] = [];

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  for (let n = 0; n < 5; n += 1) people.push(await addPerson(hub, camille, '61001'));
  const outcomes = [
    { dispositionCode: 'commande-prise', consequence: 'success' },
    { dispositionCode: 'renseigne', consequence: 'close' },
    { dispositionCode: 'mauvais-numero', consequence: 'opposition' },
  ];
  const rest = { callKind: 'service', outcomes };
  campaignId = await running(asNadia, settings(hub, camille.user.teamId as string, rest), '61001');
});
afterAll(() => hub.close());

const call = (customerId: string, change: Partial<Interaction>): Interaction =>
  someInteraction(hub.newId(), {
    customerId,
    campaignId,
    direction: 'outbound',
    startedAt: new Date(hub.clock.now()).toISOString(),
    endedAt: new Date(hub.clock.now() + 30_000).toISOString(),
    advisorId: camille.user.id,
    title: 'Appel sortant',
    ...change,
  });
const record = (payload: Interaction) =>
  mutation(hub, { kind: 'interaction.record', payload }, { orderKey: payload.id });
const wrapUp = (row: Interaction, dispositionCode: string) =>
  mutation(
    hub,
    {
      kind: 'interaction.wrap-up',
      payload: {
        interactionId: row.id,
        customerId: row.customerId,
        reasonCode: 'commande',
        dispositionCode,
        notes: [],
        caseId: null,
        speech: null,
        wrapUpEndedAt: new Date(hub.clock.now() + 60_000).toISOString(),
      },
    },
    { orderKey: row.id },
  );
const send = async (mutations: ReturnType<typeof mutation>[]): Promise<void> => {
  for (const answer of await push(hub, camille, mutations))
    expect(answer).toMatchObject({ status: 'accepted' });
};
const contactOf = async (customerId: string | undefined): Promise<CampaignContact> => {
  const { json } = await asNadia('GET', `/v1/campaigns/${campaignId}/contacts`);
  return json.contacts.find((one: CampaignContact) => one.customerId === customerId);
};

it('[CAMP-29] a call that is recorded is an attempt, also of a batch that waited for the hub', async () => {
  const [busy, away, wrong] = people.map((person) => person);
  const rows = [
    call(busy as string, { outcome: 'busy' }),
    call(away as string, { outcome: 'no-answer' }),
    call(wrong as string, {
      outcome: 'failed',
      call: {
        callUid: null,
        customerNumber: '+33639980001',
        numberHidden: false,
        calledNumber: null,
        answeredAt: null,
        endedBy: 'network',
        failure: 'not-found',
        sipStatus: 404,
        heldMs: 0,
        transferredTo: null,
        training: false,
      },
    }),
  ];
  await send(rows.map(record));
  await send(rows.map(record));
  const results = [];
  for (const person of [busy, away, wrong])
    results.push((await contactOf(person)).attempts.map(({ result }) => result));
  expect(results).toEqual([['busy'], ['no-answer'], ['wrong-number']]);
  expect(await contactOf(wrong)).toMatchObject({ state: 'over', overBecause: 'no-number' });
});

it('[CAMP-29] a call that was taken counts with its qualification, and a corrected one corrects it', async () => {
  const person = people[3] as string;
  const row = call(person, { outcome: 'answered' });
  await send([record(row)]);
  expect((await contactOf(person)).attempts).toEqual([]);
  await send([wrapUp(row, 'commande-prise')]);
  expect(await contactOf(person)).toMatchObject({ state: 'over', overBecause: 'success' });
  await send([wrapUp(row, 'renseigne')]);
  const corrected = await contactOf(person);
  expect(corrected).toMatchObject({ state: 'over', overBecause: 'close' });
  expect(corrected.attempts).toHaveLength(1);
});

it('[CAMP-27] an opposition that was said in it is recorded once, however often the call is sent', async () => {
  const person = people[4] as string;
  const row = call(person, { outcome: 'answered' });
  await send([record(row), wrapUp(row, 'mauvais-numero')]);
  await send([wrapUp(row, 'mauvais-numero')]);
  const opposed = await hub.database.db
    .selectFrom('consents')
    .select('id')
    .where('customer_id', '=', person)
    .where('status', '=', 'opposed')
    .execute();
  expect(opposed).toEqual([{ id: row.id }]);
});

it('[CAMP-30] [CAMP-41] given back for later she comes again in an hour, passed over the next day, and why is kept', async () => {
  const asCamille = asker(hub, () => camille);
  const town = '61002';
  const [first, second] = [
    await addPerson(hub, camille, town),
    await addPerson(hub, camille, town),
  ];
  const rest = { name: 'Rappels', callKind: 'service', outcomes: [] };
  const wanted = settings(hub, camille.user.teamId as string, rest);
  const id = await running(asNadia, wanted, town);
  await hub.database.db
    .updateTable('campaign_contacts')
    .set({ promised_at: new Date(hub.clock.now()).toISOString(), promised_to: camille.user.id })
    .where('campaign_id', '=', id)
    .where('customer_id', '=', second)
    .execute();
  const promised = await reserveIn(asCamille, id, { count: 2, only: 'promised' });
  expect(promised.map(({ customerId }) => customerId)).toEqual([second]);
  const kept = [...promised, ...(await reserveIn(asCamille, id, { count: 2 }))];
  const giveBack = (customerId: string, reason: string) => {
    const contact = kept.find((one) => one.customerId === customerId);
    const at = `/v1/campaigns/${id}/contacts/${contact?.id}/release`;
    return asCamille('POST', at, { reason });
  };
  expect((await giveBack(first, 'because')).status).toBe(400);
  expect((await giveBack(first, 'not-concerned')).status).toBe(200);
  expect((await giveBack(second, 'later')).status).toBe(200);
  expect(await reserveIn(asCamille, id, { count: 2 })).toEqual([]);
  const { json } = await asNadia('GET', `/v1/campaigns/${id}/contacts`);
  const due = (customerId: string) => {
    const one = json.contacts.find((each: CampaignContact) => each.customerId === customerId);
    return Math.round((Date.parse(one.promisedAt ?? one.notBefore) - hub.clock.now()) / 60_000);
  };
  expect([due(first), due(second)]).toEqual([24 * 60, 60]);
  const told = await hub.database.db
    .selectFrom('audit_log')
    .select(['user_id', 'detail'])
    .where('action', '=', 'passed-over')
    .orderBy('id')
    .execute();
  expect(told).toEqual([
    { user_id: camille.user.id, detail: { reason: 'not-concerned' } },
    { user_id: camille.user.id, detail: { reason: 'later' } },
  ]);
});
