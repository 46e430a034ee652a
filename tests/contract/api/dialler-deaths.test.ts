/** A hub that dies while calls ring and while they are talked in: nobody is called twice, none is lost. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { addPerson } from './campaigns.ts';
import { type DialledStage, placedAt, setDialledStage } from './dialled-campaign.ts';
import { mutation, push, someInteraction } from './mutations.ts';

let stage: DialledStage;
let yanis: Session;
beforeEach(async () => {
  stage = await setDialledStage();
  yanis = await stage.hub.signIn('yanis.morel');
});
afterEach(() => stage.close());

const contactsOf = async (id: string): Promise<CampaignContact[]> =>
  (await stage.asNadia('GET', `/v1/campaigns/${id}/contacts`)).json.contacts;
const contactOf = async (id: string, customerId: string) =>
  (await contactsOf(id)).find((one) => one.customerId === customerId);
const callsOf = async (customerId: string): Promise<Interaction[]> =>
  (await stage.asNadia('GET', `/v1/customers/${customerId}/interactions`)).json.interactions;
const resultsOf = async (id: string, customerId: string) =>
  (await contactOf(id, customerId))?.attempts.map(({ result }) => result);

/** Several calls ring for two advisors, Camille the longest free. */
const ringing = async (commune: string, people: number, callsPerAdvisor: number) => {
  const { hub, camille } = stage;
  for (let n = 0; n < people; n += 1) await addPerson(hub, camille, commune);
  const id = await stage.start(commune, {
    teamIds: [...new Set([camille.user.teamId, yanis.user.teamId])],
    dialling: { mode: 'power', callsPerAdvisor },
  });
  for (const one of [camille, yanis]) {
    await stage.signIn(one, id);
    await stage.told(one, 'ready');
  }
  return id;
};
const tells = async (campaignId: string, call: { id: string; about: { customerId: string } }) => {
  const { hub } = stage;
  const session = await hub.signIn('camille.roussel');
  const at = hub.clock.now();
  const payload = someInteraction(call.id, {
    customerId: call.about.customerId,
    campaignId,
    direction: 'outbound',
    advisorId: session.user.id,
    dispositionCode: 'rendez-vous',
    startedAt: new Date(at).toISOString(),
    endedAt: new Date(at + 1000).toISOString(),
  });
  await push(hub, session, [mutation(hub, { kind: 'interaction.record', payload })]);
};
const nobodyTwice = () => {
  const called = stage.pbx.placed.map(({ about }) => about.customerId);
  expect(new Set(called).size).toBe(called.length);
};

it('[DIAL-23] what another hub hears while nobody dials is written, and it goes on with the calls', async () => {
  const { pbx } = stage;
  const id = await ringing('74001', 4, 1);
  const mortal = stage.dialMortal();
  await placedAt(pbx, 1);
  stage.dial();
  const [talk, ring] = [await placedAt(pbx, 0), await placedAt(pbx, 1)];
  pbx.say('answered', talk.id);
  await until('she is given it', () => pbx.given[0]);
  pbx.say('put-through', talk.id);
  await until('she talks', async () => (await stage.view(id)).calls.talking === 1);
  await mortal.kill();
  // Picked up while no hub dials: the switch says who called.
  pbx.say('answered', ring.id);
  pbx.say('abandoned', ring.id);
  pbx.end(ring.id);
  await until('it is told', async () => (await callsOf(ring.about.customerId)).length === 1);
  expect(pbx.given).toHaveLength(1);
  expect((await callsOf(ring.about.customerId))[0]).toMatchObject({ outcome: 'abandoned' });
  expect((await contactOf(id, ring.about.customerId))?.promisedAt).not.toBeNull();
  expect((await stage.view(id)).abandoned).toMatchObject({ answered: 2, abandoned: 1 });
  pbx.end(talk.id);
  await until('it is over', async () => (await stage.view(id)).calls.talking === 0);
  await stage.silence(id);
  await placedAt(pbx, 2);
  await tells(id, talk);
  expect(await resultsOf(id, talk.about.customerId)).toEqual(['reached']);
  expect(await callsOf(talk.about.customerId)).toHaveLength(1);
  expect(await resultsOf(id, ring.about.customerId)).toEqual(['abandoned']);
  nobodyTwice();
});

it('[DIAL-23] a hub that starts anew finds each call as it is by now', async () => {
  const { hub, pbx } = stage;
  const id = await ringing('74002', 5, 5);
  const mortal = stage.dialMortal();
  await placedAt(pbx, 4);
  const [talk, heard, gone, rings, taken] = pbx.placed;
  if (!(talk && heard && gone && rings && taken)) throw new Error('five calls ring');
  pbx.say('answered', talk.id);
  await until('the first is given', () => pbx.given[0]);
  pbx.say('put-through', talk.id);
  await until('it is talked in', async () => (await stage.view(id)).calls.talking === 1);
  pbx.say('answered', taken.id);
  await until('the second is given', () => pbx.given[1]);
  await mortal.kill();
  pbx.live.set(talk.id, 'talking');
  pbx.live.set(taken.id, 'talking');
  pbx.live.set(heard.id, 'picked-up');
  pbx.live.delete(gone.id);
  hub.clock.advance(20_000);
  await stage.silence(id);
  stage.dial();
  await until('what is gone is told', async () => (await callsOf(gone.about.customerId))[0]);
  for (const one of [talk, heard, taken]) pbx.end(one.id);
  pbx.end(rings.id, 'busy');
  await until('all are over', async () => {
    const { ringing: left, waiting, talking } = (await stage.view(id)).calls;
    return left + waiting + talking === 0;
  });
  expect((await stage.view(id)).today).toMatchObject({
    dialled: 5,
    reached: 2,
    busy: 1,
    abandoned: 1,
    failed: 1,
  });
  for (const one of [talk, taken]) await tells(id, one);
  const results = { heard: 'abandoned', gone: 'failed', rings: 'busy', taken: 'reached' } as const;
  for (const [name, one] of Object.entries({ heard, gone, rings, taken })) {
    expect([name, await resultsOf(id, one.about.customerId)]).toEqual([
      name,
      [results[name as keyof typeof results]],
    ]);
    expect(await callsOf(one.about.customerId)).toHaveLength(1);
  }
  // Whoever may have picked up unheard is called by a person, and by no machine again.
  await stage.later(10 * 60_000);
  for (const login of ['camille.roussel', 'yanis.morel'])
    await stage.told(await hub.signIn(login), 'ready');
  await until('nobody is left', async () => (await stage.view(id)).why === 'nobody-to-call');
  nobodyTwice();
  const camille = await hub.signIn('camille.roussel');
  const reserved = await hub.app.inject({
    method: 'POST',
    url: `/v1/campaigns/${id}/reserve`,
    headers: { authorization: `Bearer ${camille.accessToken}` },
    payload: { count: 10 },
  });
  expect(reserved.json().contacts.map(({ customerId }: CampaignContact) => customerId)).toEqual([
    heard.about.customerId,
    gone.about.customerId,
  ]);
});

it('[DIAL-11] a desktop that tells of the talk before the hub hears its end makes one attempt', async () => {
  const { hub, camille, pbx } = stage;
  const id = await ringing('74003', 2, 1);
  stage.dial();
  await placedAt(pbx, 1);
  const [known, unknown] = pbx.placed;
  if (!(known && unknown)) throw new Error('two calls ring');
  for (const [place, call] of [known, unknown].entries()) {
    pbx.say('answered', call.id);
    await until('it is given', () => pbx.given[place]);
  }
  // Of the other one nobody hears that it was put through.
  pbx.say('put-through', known.id);
  await until('one is talked in', async () =>
    (await stage.view(id)).seats.some(
      ({ userId, state }) => userId === camille.user.id && state === 'talking',
    ),
  );
  hub.clock.advance(5_000);
  for (const call of [known, unknown]) await tells(id, call);
  // Neither is a talk any more, though the hub has heard no end of them.
  await until('nobody talks', async () =>
    (await stage.view(id)).seats.every(({ state }) => state !== 'talking'),
  );
  for (const call of [known, unknown]) pbx.end(call.id);
  await until('both are over', async () => (await stage.view(id)).today.reached === 2);
  await stage.later(4_000_000);
  pbx.comesBack();
  await stage.told(await hub.signIn('camille.roussel'), 'ready');
  await until('it was looked at', async () => (await stage.view(id)).why === 'nobody-to-call');
  for (const call of [known, unknown]) {
    expect(await resultsOf(id, call.about.customerId)).toEqual(['reached']);
    expect(await callsOf(call.about.customerId)).toHaveLength(1);
  }
});

it('[DIAL-11] a wrap-up that comes after the hub has told of the talk qualifies the same attempt', async () => {
  const { hub, camille, pbx } = stage;
  const id = await ringing('74004', 1, 1);
  stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id);
  await until('it is given', () => pbx.given[0]);
  pbx.say('put-through', call.id);
  hub.clock.advance(3_000);
  const startedAt = new Date(hub.clock.now()).toISOString();
  const { customerId } = call.about;
  const payload = someInteraction(call.id, {
    customerId,
    campaignId: id,
    direction: 'outbound',
    advisorId: camille.user.id,
    dispositionCode: null,
    startedAt,
    endedAt: new Date(hub.clock.now() + 60_000).toISOString(),
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  pbx.end(call.id);
  await until('it is over', async () => (await stage.view(id)).today.reached === 1);
  expect(await resultsOf(id, customerId)).toEqual([]);
  // Nobody has qualified it for an hour: the hub counts it.
  await stage.later(3_700_000);
  await until('it is counted', async () => (await resultsOf(id, customerId))?.length === 1);
  const wrapUp = {
    interactionId: call.id,
    customerId,
    reasonCode: 'commande',
    dispositionCode: 'rendez-vous',
    notes: [],
    caseId: null,
    speech: null,
    wrapUpEndedAt: new Date(hub.clock.now()).toISOString(),
  };
  const late = await hub.signIn('camille.roussel');
  const told = await push(hub, late, [
    mutation(hub, { kind: 'interaction.wrap-up', payload: wrapUp }),
  ]);
  expect(told).toMatchObject([{ status: 'accepted' }]);
  expect(await contactOf(id, customerId)).toMatchObject({
    overBecause: 'success',
    attempts: [{ result: 'reached', dispositionCode: 'rendez-vous' }],
  });
});

it('[DIAL-23] who was talked with is reached, though the hub that starts anew took her for abandoned', async () => {
  const { pbx } = stage;
  const id = await ringing('74005', 1, 1);
  const mortal = stage.dialMortal();
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id);
  await until('it is given', () => pbx.given[0]);
  await mortal.kill();
  pbx.live.delete(call.id);
  stage.hub.clock.advance(20_000);
  await stage.silence(id);
  stage.dial();
  await until('it is told as abandoned', async () => (await stage.view(id)).today.abandoned === 1);
  await tells(id, call);
  expect((await stage.view(id)).today).toMatchObject({ abandoned: 0, reached: 1 });
  expect(await contactOf(id, call.about.customerId)).toMatchObject({
    state: 'over',
    promisedAt: null,
    attempts: [{ result: 'reached' }],
  });
  expect(await callsOf(call.about.customerId)).toHaveLength(1);
});
