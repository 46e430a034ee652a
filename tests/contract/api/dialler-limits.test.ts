/** What a dialled campaign does by itself: at its limit on abandoned calls, and when it is paused or stopped. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { addPerson, untilCallingHour } from './campaigns.ts';
import { type DialledStage, placedAt, setDialledStage } from './dialled-campaign.ts';

let stage: DialledStage;
let yanis: Session;
beforeEach(async () => {
  stage = await setDialledStage();
  yanis = await stage.hub.signIn('yanis.morel');
});
afterEach(() => stage.close());

const people = async (commune: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await addPerson(stage.hub, stage.camille, commune);
};
const contactsOf = async (id: string): Promise<CampaignContact[]> =>
  (await stage.asNadia('GET', `/v1/campaigns/${id}/contacts`)).json.contacts;
const takes = async (id: string, ...sessions: readonly Session[]): Promise<void> => {
  for (const one of sessions) {
    expect(await stage.signIn(one, id)).toBe(200);
    await stage.told(one, 'ready');
  }
};
/** Calls of this day that are over, some of them abandoned. */
const happened = async (id: string, answered: number, abandoned: number): Promise<void> => {
  const at = new Date(stage.hub.clock.now() - 120_000).toISOString();
  await sql`
    insert into dialled_calls (id, campaign_id, contact_id, customer_id, number, number_rank, presented,
      placed_at, answered_at, taken_at, ended_at, handled_at, result, settled)
    select gen_random_uuid(), one.campaign_id, one.id, one.customer_id, '+33639980000', 0, '+33162000001',
      ${at}::timestamptz, ${at}::timestamptz + interval '5 s', ${at}::timestamptz + interval '6 s',
      ${at}::timestamptz + interval '60 s', ${at}::timestamptz + interval '70 s',
      case when n <= ${abandoned} then 'abandoned' else 'reached' end, true
    from generate_series(1, ${answered}) n
    cross join (select * from campaign_contacts where campaign_id = ${id} limit 1) one
  `.execute(stage.hub.database.db);
};

it.each(['predictive', 'power'] as const)(
  '[CAMP-43] [DIAL-12] at its limit %s dialling falls back for the day, at every hub, and bets again the day after',
  async (mode) => {
    const { hub, camille, pbx } = stage;
    await people('75001', 6);
    const id = await stage.start('75001', { dialling: { mode, callsPerAdvisor: 2 } });
    await takes(id, camille);
    await happened(id, 100, 2);
    const stop = stage.dial();
    await until('it bets', async () => (await stage.view(id)).as === mode);
    for (const call of pbx.placed) pbx.end(call.id, 'failed');
    await happened(id, 20, 3);
    const fallen = { as: 'progressive', why: 'limit-reached' };
    await until('it falls back', async () => (await stage.view(id)).as === 'progressive');
    const first = await stage.view(id);
    expect(first).toMatchObject({ ...fallen, abandoned: { answered: 120, abandoned: 5 } });
    // Hundreds are reached since: the rate sinks, the day stays as it is, also for another hub.
    await happened(id, 400, 0);
    await stop();
    stage.dial();
    const placed = pbx.placed.length;
    for (const call of pbx.placed) pbx.end(call.id, 'failed');
    await stage.later(400_000);
    await until('the other hub dials', () => pbx.placed.length > placed);
    const second = await stage.view(id);
    expect(second).toMatchObject(fallen);
    expect(second.since).toBe(first.since);
    expect(second.abandoned.rate).toBeLessThan(0.01);
    expect(second.calls.ringing).toBe(1);
    await stage.later(untilCallingHour(hub.clock.now()));
    await takes(id, await hub.signIn('camille.roussel'));
    expect((await stage.view(id)).abandoned).toMatchObject({ answered: 0, abandoned: 0 });
    await happened(id, 150, 0);
    await until('it bets again', async () => (await stage.view(id)).as === mode);
  },
);

it.each(['pause', 'stop'] as const)(
  '[DIAL-24] [CAMP-48] after a %s what rings beyond the free advisors is hung up, and who picks up has one',
  async (move) => {
    const { hub, camille, pbx } = stage;
    await people('75002', 6);
    const id = await stage.start('75002', {
      teamIds: [...new Set([camille.user.teamId, yanis.user.teamId])],
      dialling: { mode: 'power', callsPerAdvisor: 2 },
    });
    await takes(id, camille, yanis);
    stage.dial();
    await placedAt(pbx, 3);
    expect(await stage.view(id)).toMatchObject({ as: 'power', why: 'asked', free: 2 });
    await stage.told(yanis, 'pause');
    const moved = await stage.asNadia('POST', `/v1/campaigns/${id}/move`, { move });
    expect(moved.status).toBe(200);
    await until('three are hung up', () => pbx.hungUp.length >= 3);
    const [kept, ...others] = pbx.placed;
    if (kept === undefined) throw new Error('nobody rings');
    expect([...pbx.hungUp].sort()).toEqual(others.map((one) => one.id).sort());
    const [late, ...ended] = others;
    if (late === undefined) throw new Error('nobody else rings');
    for (const one of ended) pbx.end(one.id, 'no-answer');
    // One picks up in the moment in which she is hung up: a person owes her a call.
    pbx.say('answered', kept.id);
    const given = await until('the other is given', () => pbx.given[0]);
    expect(given).toMatchObject({ callId: kept.id, extension: '6001' });
    pbx.say('put-through', kept.id);
    pbx.say('answered', late.id);
    pbx.end(late.id);
    pbx.end(kept.id);
    await until('all are over', async () => {
      const { ringing, waiting, talking } = (await stage.view(id)).calls;
      return ringing + waiting + talking === 0;
    });
    expect(await stage.view(id)).toMatchObject({ as: null, why: 'not-running' });
    const contacts = await contactsOf(id);
    const of = (call: typeof kept) =>
      contacts.find(({ customerId }) => customerId === call.about.customerId);
    for (const one of ended) {
      const { attempts, state, leasedUntil, notBefore } = of(one) as CampaignContact;
      expect(attempts.map(({ result }) => result)).toEqual(['no-answer']);
      expect({ state, leasedUntil, waits: notBefore !== null }).toEqual({
        state: 'waiting',
        leasedUntil: null,
        waits: true,
      });
    }
    expect(of(late)).toMatchObject({ attempts: [{ result: 'abandoned' }], state: 'waiting' });
    const owed = await hub.database.db
      .selectFrom('callbacks')
      .select(['kind', 'advisor_id'])
      .where('customer_id', '=', late.about.customerId)
      .execute();
    if (move === 'pause') expect(of(late)?.promisedAt).not.toBeNull();
    // A campaign that is stopped calls nobody: it becomes a call to make for everybody.
    expect(owed).toEqual(move === 'pause' ? [] : [{ kind: 'abandoned', advisor_id: null }]);
    await stage.told(yanis, 'ready');
    hub.clock.advance(3_600_000);
    expect(pbx.placed).toHaveLength(4);
    expect(pbx.hungUp).toHaveLength(3);
  },
);

it('[DIAL-24] nobody is free when it is paused: nobody rings any more', async () => {
  const { camille, pbx } = stage;
  await people('75003', 2);
  const id = await stage.start('75003');
  await takes(id, camille);
  stage.dial();
  const call = await placedAt(pbx, 0);
  await stage.told(camille, 'pause');
  await stage.asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'pause' });
  await until('it is hung up', () => pbx.hungUp.includes(call.id));
  pbx.end(call.id, 'no-answer');
  await until('it is told', async () => (await stage.view(id)).today.noAnswer === 1);
  await stage.asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
  await stage.told(camille, 'ready');
  const next = await placedAt(pbx, 1);
  expect(next.about.customerId).not.toBe(call.about.customerId);
});
