/** The hub dials a campaign: whom, with what evidence, and what becomes of each call. */
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { KeptDecision } from '@shared/contracts/http/law.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { addPerson, asker } from './campaigns.ts';
import {
  AUTOMATED,
  type DialledStage,
  ORDINARY,
  placedAt,
  setDialledStage,
} from './dialled-campaign.ts';
import { mutation, push, someConsent, someInteraction } from './mutations.ts';

let stage: DialledStage;
beforeEach(async () => {
  stage = await setDialledStage();
});
afterEach(() => stage.close());

const contactsOf = async (id: string): Promise<CampaignContact[]> =>
  (await stage.asNadia('GET', `/v1/campaigns/${id}/contacts`)).json.contacts;
const contactOf = async (id: string, customerId: string) =>
  (await contactsOf(id)).find((one) => one.customerId === customerId);
const callsOf = async (customerId: string): Promise<Interaction[]> =>
  (await stage.asNadia('GET', `/v1/customers/${customerId}/interactions`)).json.interactions;
const decisionsOf = async (customerId: string): Promise<KeptDecision[]> =>
  (await stage.asNadia('GET', `/v1/customers/${customerId}/dial-decisions`)).json.decisions;
const ready = async (campaignId: string): Promise<void> => {
  expect(await stage.signIn(stage.camille, campaignId)).toBe(200);
  await stage.told(stage.camille, 'ready');
};

it('[DIAL-2] without a number that machines may present it is not started', async () => {
  await addPerson(stage.hub, stage.camille, '71001');
  const start = stage.start('71001', { presentedNumbers: [ORDINARY] });
  await expect(start).rejects.toThrow('number-not-for-dialling');
});

it('[DIAL-2] without a switch the hub starts none that it would dial, and any other', async () => {
  const bare = await setDialledStage('nothing');
  await addPerson(bare.hub, bare.camille, '71001');
  await expect(bare.start('71001')).rejects.toThrow('"detail":"no-switch"');
  await addPerson(bare.hub, bare.camille, '71011');
  const byHand = await bare.start('71011', { dialling: { mode: 'preview' } });
  expect(await bare.view(byHand)).toMatchObject({ switch: 'none', as: 'preview', why: 'by-hand' });
  await bare.close();
});

it('[DIAL-6] the law is asked of each just before, and its answer is kept before it rings', async () => {
  const { hub, camille, pbx } = stage;
  const may = await addPerson(hub, camille, '71002');
  const opposed = await addPerson(hub, camille, '71002');
  const id = await stage.start('71002');
  const consent = {
    ...someConsent(hub.newId(), opposed),
    status: 'opposed' as const,
    givenAt: new Date(hub.clock.now()).toISOString(),
    until: null,
  };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: consent })]);
  let kept: KeptDecision[] = [];
  pbx.onPlace = async () => {
    kept = await decisionsOf(may);
  };
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  expect(call).toMatchObject({ presented: AUTOMATED, about: { customerId: may, campaignId: id } });
  expect(kept).toMatchObject([
    { allowed: true, way: 'dialler', saidBy: 'campaign', userId: null, campaignId: id },
  ]);
  pbx.end(call.id, 'no-answer');
  await until('the other is over', async () => (await contactOf(id, opposed))?.state === 'over');
  expect(await contactOf(id, opposed)).toMatchObject({ overBecause: 'opposition', attempts: [] });
  expect(await decisionsOf(opposed)).toMatchObject([{ allowed: false, rule: 'opposition' }]);
  expect(pbx.placed.map(({ about }) => about.customerId)).toEqual([may]);
  expect((await stage.view(id)).today).toMatchObject({ dialled: 1, refused: 1 });
});

it.each([
  { end: 'busy', result: 'busy', outcome: 'busy', failure: null },
  { end: 'no-answer', result: 'no-answer', outcome: 'no-answer', failure: null },
  { end: 'unknown-number', result: 'wrong-number', outcome: 'failed', failure: 'unknown-number' },
  { end: 'failed', result: 'failed', outcome: 'failed', failure: 'network' },
] as const)(
  '[DIAL-11] a call that ends $end is an attempt and an exchange, once',
  async ({ end, result, outcome, failure }) => {
    const { hub, camille, pbx } = stage;
    const who = await addPerson(hub, camille, '71003');
    const id = await stage.start('71003');
    await ready(id);
    stage.dial();
    const call = await placedAt(pbx, 0);
    pbx.say('ringing', call.id);
    pbx.end(call.id, end);
    pbx.end(call.id, 'failed');
    await until('it is told', async () => (await callsOf(who)).length === 1);
    const [row] = await callsOf(who);
    expect(row).toMatchObject({ id: call.id, campaignId: id, direction: 'outbound', outcome });
    expect(row?.call).toMatchObject({
      calledNumber: AUTOMATED,
      customerNumber: call.number,
      failure,
    });
    const contact = await contactOf(id, who);
    expect(contact?.attempts).toMatchObject([{ result }]);
    expect(contact?.leasedUntil).toBeNull();
  },
);

it('[DIAL-9] [DIAL-11] an answered call goes to her, and what her desktop tells is its exchange', async () => {
  const { hub, camille, pbx } = stage;
  const who = await addPerson(hub, camille, '71004');
  const next = await addPerson(hub, camille, '71004');
  const id = await stage.start('71004');
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id);
  const given = await until('she is given it', () => pbx.given[0]);
  expect(given).toMatchObject({ callId: call.id, extension: '6001' });
  expect(given.withinMs).toBeLessThanOrEqual(2000);
  pbx.say('put-through', call.id);
  await until('she talks', async () => (await stage.view(id)).seats[0]?.state === 'talking');
  pbx.end(call.id);
  await until('she writes up', async () => (await stage.view(id)).seats[0]?.state === 'wrap-up');
  expect(pbx.placed).toHaveLength(1);
  const payload = someInteraction(call.id, {
    customerId: call.about.customerId,
    campaignId: id,
    direction: 'outbound',
    advisorId: camille.user.id,
    dispositionCode: 'rendez-vous',
    startedAt: new Date(hub.clock.now()).toISOString(),
    endedAt: new Date(hub.clock.now() + 1000).toISOString(),
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  expect(await contactOf(id, call.about.customerId)).toMatchObject({
    state: 'over',
    overBecause: 'success',
    attempts: [{ result: 'reached' }],
  });
  await stage.told(camille, 'ready');
  const second = await placedAt(pbx, 1);
  pbx.live.delete(second.id);
  expect([who, next]).toContain(second.about.customerId);
  expect(second.about.customerId).not.toBe(call.about.customerId);
  await stage.later(4_000_000);
  pbx.comesBack();
  await until(
    'the open call is told as lost',
    async () => (await stage.view(id)).today.failed === 1,
  );
  expect(await callsOf(call.about.customerId)).toHaveLength(1);
});

it('[DIAL-11] a talk that no desktop tells of is told by the hub after an hour', async () => {
  const { hub, camille, pbx } = stage;
  const who = await addPerson(hub, camille, '71005');
  const id = await stage.start('71005');
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id);
  await until('she is given it', () => pbx.given[0]);
  pbx.say('put-through', call.id);
  pbx.end(call.id);
  await until('it is over', async () => (await stage.view(id)).calls.talking === 0);
  expect(await callsOf(who)).toEqual([]);
  await stage.later(3_700_000);
  await until('the hub tells it', async () => (await callsOf(who)).length === 1);
  expect((await callsOf(who))[0]).toMatchObject({
    outcome: 'answered',
    advisorId: camille.user.id,
  });
  expect(await contactOf(id, who)).toMatchObject({
    state: 'over',
    attempts: [{ result: 'reached' }],
  });
  const payload = someInteraction(call.id, {
    customerId: who,
    campaignId: id,
    direction: 'outbound',
    advisorId: camille.user.id,
    dispositionCode: 'rendez-vous',
    startedAt: new Date(hub.clock.now() - 3_600_000).toISOString(),
    endedAt: new Date(hub.clock.now() - 3_500_000).toISOString(),
  });
  const late = await hub.signIn('camille.roussel');
  const wrapUp = {
    interactionId: call.id,
    customerId: who,
    reasonCode: 'commande',
    dispositionCode: 'rendez-vous',
    notes: [],
    caseId: null,
    speech: null,
    wrapUpEndedAt: new Date(hub.clock.now()).toISOString(),
  };
  const told = await push(hub, late, [
    mutation(hub, { kind: 'interaction.record', payload }),
    mutation(hub, { kind: 'interaction.wrap-up', payload: wrapUp }),
  ]);
  expect(told).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  const contact = await contactOf(id, who);
  expect(contact?.attempts).toHaveLength(1);
  expect(contact).toMatchObject({ overBecause: 'success' });
  expect(await callsOf(who)).toHaveLength(1);
});

it('[DIAL-10] whoever found nobody is called back by a person, and never by the dialler', async () => {
  const { hub, camille, pbx } = stage;
  const who = await addPerson(hub, camille, '71006');
  const id = await stage.start('71006');
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  await stage.told(camille, 'pause');
  pbx.say('answered', call.id);
  pbx.say('abandoned', call.id);
  pbx.end(call.id);
  await until('it is told', async () => (await callsOf(who)).length === 1);
  expect((await callsOf(who))[0]).toMatchObject({ outcome: 'abandoned', advisorId: null });
  expect((await stage.view(id)).abandoned).toMatchObject({ answered: 1, abandoned: 1, rate: 1 });
  await stage.told(camille, 'ready');
  hub.clock.advance(120_000);
  await until(
    'the dialler has nobody',
    async () => (await stage.view(id)).why === 'nobody-to-call',
  );
  expect(pbx.placed).toHaveLength(1);
  const reserved = await stage.asCamille('POST', `/v1/campaigns/${id}/reserve`, {});
  expect(reserved.json.contacts).toMatchObject([{ customerId: who, why: 'promised' }]);
});

it('[DIAL-21] what it took to tell a person from a machine is of her two seconds', async () => {
  const { hub, camille, pbx } = stage;
  await addPerson(hub, camille, '71008');
  await addPerson(hub, camille, '71008');
  const id = await stage.start('71008');
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id, { silentMs: 700 });
  const given = await until('she is given it', () => pbx.given[0]);
  expect(given.withinMs).toBeLessThanOrEqual(1300);
  expect(given.withinMs).toBeGreaterThan(0);
  pbx.say('abandoned', call.id);
  pbx.end(call.id);
  await until('it is over', async () => (await stage.view(id)).today.abandoned === 1);
  hub.clock.advance(31_000);
  const next = await placedAt(pbx, 1);
  // Nothing is left in which she could take it up: the switch says who called.
  pbx.say('answered', next.id, { silentMs: 1900 });
  await until('it is told', async () => (await stage.view(id)).calls.waiting === 1);
  pbx.say('abandoned', next.id);
  await until('it is over', async () => (await stage.view(id)).today.abandoned === 2);
  expect(pbx.given).toHaveLength(1);
});

it('[DIAL-25] by what she was taken for a machine is kept, and a person calls her before she is given up', async () => {
  const { hub, camille, pbx } = stage;
  const who = await addPerson(hub, camille, '71009');
  const rules = [{ result: 'machine', afterMinutes: 60, times: 2, number: 'same' }];
  const id = await stage.start('71009', { retry: { rules, maxAttempts: 4 } });
  await ready(id);
  stage.dial();
  for (const [place, because] of ['MAXWORDS-4-3', 'LONGGREETING-1520-1500'].entries()) {
    const call = await placedAt(pbx, place);
    pbx.say('machine', call.id, { because });
    pbx.end(call.id);
    await until('it is told', async () => (await stage.view(id)).today.machine === place + 1);
    await stage.later(3_700_000);
    await stage.told(await hub.signIn('camille.roussel'), 'ready');
  }
  await until('no machine calls her', async () => (await stage.view(id)).why === 'nobody-to-call');
  expect(pbx.placed).toHaveLength(2);
  const late = asker(hub, () => session);
  const session = await hub.signIn('camille.roussel');
  const reserved = await late('POST', `/v1/campaigns/${id}/reserve`, {});
  expect(reserved.json.contacts).toMatchObject([{ customerId: who }]);
  const [{ id: contactId }] = reserved.json.contacts;
  const at = new Date(hub.clock.now()).toISOString();
  await late('POST', `/v1/campaigns/${id}/contacts/${contactId}/attempts`, {
    result: 'reached',
    at,
    dispositionCode: 'rendez-vous',
  });
  expect((await stage.view(id)).machines).toEqual([
    { because: 'LONGGREETING', count: 1, called: 1, reached: 1 },
    { because: 'MAXWORDS', count: 1, called: 1, reached: 1 },
  ]);
  const kept = await hub.database.db
    .selectFrom('dialled_calls')
    .select(['heard_as as as', 'heard_because as because'])
    .where('campaign_id', '=', id)
    .orderBy('placed_at')
    .execute();
  expect(kept).toEqual([
    { as: 'machine', because: 'MAXWORDS-4-3' },
    { as: 'machine', because: 'LONGGREETING-1520-1500' },
  ]);
});

it('[DIAL-11] a machine disturbs nobody', async () => {
  const { hub, camille, pbx } = stage;
  const who = await addPerson(hub, camille, '71007');
  const id = await stage.start('71007');
  await ready(id);
  stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.say('machine', call.id);
  pbx.end(call.id);
  await until('it is told', async () => (await callsOf(who)).length === 1);
  expect((await callsOf(who))[0]?.call).toMatchObject({ failure: 'machine' });
  expect((await contactOf(id, who))?.attempts).toMatchObject([{ result: 'machine' }]);
  expect(pbx.given).toEqual([]);
});
