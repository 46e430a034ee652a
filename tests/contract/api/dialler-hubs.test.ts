/** Several hubs and advisors of one dialled campaign, and who may take its calls. */
import { keepHouse } from '@api/housekeeping.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeSwitch } from '../../support/dialler/fake-switch.ts';
import { until } from '../../support/until.ts';
import { addPerson, asker } from './campaigns.ts';
import { type DialledStage, placedAt, setDialledStage } from './dialled-campaign.ts';

let stage: DialledStage;
beforeEach(async () => {
  stage = await setDialledStage();
});
afterEach(() => stage.close());

const people = async (commune: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await addPerson(stage.hub, stage.camille, commune);
};

it('[DIAL-7] of two hubs one dials a campaign, and the other goes on with its calls', async () => {
  const { camille, pbx } = stage;
  const rounds = 5;
  await people('72001', rounds + 2);
  const id = await stage.start('72001');
  await stage.signIn(camille, id);
  await stage.told(camille, 'ready');
  const stopFirst = stage.dial();
  await placedAt(pbx, 0);
  const own = new FakeSwitch();
  stage.dial(own);
  // The switch tells every hub of every call.
  const busy = (callId: string): void => {
    for (const each of [own, pbx]) each.end(callId, 'busy');
  };
  for (let round = 0; round < rounds; round += 1) {
    busy((await placedAt(pbx, round)).id);
    await until('it is told once', async () => (await stage.view(id)).today.busy === round + 1);
  }
  const last = await placedAt(pbx, rounds);
  expect(own.placed).toEqual([]);
  own.live.set(last.id, 'ringing');
  await stopFirst();
  await until('the second takes its end', async () => {
    own.end(last.id, 'busy');
    return (await stage.view(id)).today.busy === rounds + 1;
  });
  await until('and places the next', () => own.placed[0]);
  expect(pbx.placed).toHaveLength(rounds + 1);
  expect((await stage.view(id)).today.dialled).toBe(rounds + 2);
});

it('[DIAL-8] progressive dialling places one call for each advisor who is free, to the longest free', async () => {
  const { hub, camille, pbx } = stage;
  const yanis = await hub.signIn('yanis.morel');
  await people('72002', 5);
  const team = [camille.user.teamId, yanis.user.teamId];
  const id = await stage.start('72002', { teamIds: [...new Set(team)] });
  await stage.signIn(camille, id);
  await stage.signIn(yanis, id);
  await stage.told(yanis, 'ready');
  await stage.told(camille, 'ready');
  stage.dial();
  const call = await placedAt(pbx, 1);
  await until('it has gone round', async () => (await stage.view(id)).calls.ringing === 2);
  pbx.say('answered', call.id);
  expect(await until('he is given it', () => pbx.given[0])).toMatchObject({ extension: '6002' });
  expect(await stage.view(id)).toMatchObject({ as: 'progressive', why: 'asked', free: 1 });
  expect(pbx.placed).toHaveLength(2);
});

it('[DIAL-9] whose telephone is away, or did not take a call, is given none', async () => {
  const { camille, pbx } = stage;
  await people('72003', 3);
  const id = await stage.start('72003');
  pbx.lines.set('6001', 'away');
  await stage.signIn(camille, id);
  await stage.told(camille, 'ready');
  stage.dial();
  await until('it was looked at', async () => (await stage.view(id)).why === 'asked');
  expect(await stage.view(id)).toMatchObject({ free: 0, seats: [{ state: 'away' }] });
  expect(pbx.placed).toEqual([]);
  pbx.lines.set('6001', 'free');
  const call = await placedAt(pbx, 0);
  pbx.say('answered', call.id);
  await until('she is given it', () => pbx.given[0]);
  pbx.say('abandoned', call.id);
  pbx.end(call.id);
  await until('she is spared', async () => (await stage.view(id)).seats[0]?.state === 'away');
  expect((await stage.view(id)).today.abandoned).toBe(1);
  expect(pbx.placed).toHaveLength(1);
});

it('[DIAL-12] a switch that is away is said, and nobody is dialled until it is back', async () => {
  const { camille, pbx } = stage;
  await people('72004', 2);
  const id = await stage.start('72004');
  await stage.signIn(camille, id);
  await stage.told(camille, 'ready');
  pbx.isAway = true;
  stage.dial();
  await until('it is said', async () => (await stage.view(id)).why === 'switch-away');
  expect(await stage.view(id)).toMatchObject({ as: null, switch: 'away' });
  pbx.isAway = false;
  await placedAt(pbx, 0);
});

it('[DIAL-13] she takes the calls of one running campaign of her team, until she leaves it or goes', async () => {
  const { hub, camille, asCamille, asNadia } = stage;
  await people('72005', 1);
  const id = await stage.start('72005');
  await people('72006', 1);
  const byHand = await stage.start('72006', { dialling: { mode: 'preview' } });
  const others = await asNadia('POST', `/v1/campaigns/${id}/copy`, { name: 'Autre' });
  expect(await stage.signIn(camille, others.json.id)).toBe(409);
  expect(await stage.signIn(camille, byHand)).toBe(409);
  const hugo = await hub.signIn('hugo.delmas');
  expect(await stage.signIn(hugo, id)).toBe(403);
  // Of another team, with the same brand and a line.
  const { db } = hub.database;
  const team = { id: hub.newId(), name: 'Autre équipe' };
  await db.insertInto('teams').values(team).execute();
  const moved = db.updateTable('users').where('id', '=', camille.user.id);
  await moved.set({ team_id: team.id }).execute();
  expect(await stage.signIn(await hub.signIn('camille.roussel'), id)).toBe(409);
  await moved.set({ team_id: camille.user.teamId }).execute();
  expect(await stage.signIn(camille, id)).toBe(200);
  const mine = () => asCamille('GET', '/v1/campaign-sign-in');
  expect((await mine()).json.signIn.campaignId).toBe(id);
  await stage.told(camille, 'offline');
  expect((await mine()).json.signIn).toBeNull();
  hub.clock.advance(1000);
  expect(await stage.signIn(camille, id)).toBe(200);
  expect((await stage.view(id)).seats).toHaveLength(1);
  const left = await hub.app.inject({
    method: 'DELETE',
    url: '/v1/campaign-sign-in',
    headers: { authorization: `Bearer ${camille.accessToken}` },
  });
  expect(left.json()).toEqual({ signIn: null });
  expect((await stage.view(id)).seats).toEqual([]);
  await hub.database.db.deleteFrom('lines').where('extension', '=', '6001').execute();
  expect(await stage.signIn(camille, id)).toBe(409);
  const lea = await hub.signIn('lea.fontaine');
  const teamOfLea = asker(hub, () => lea);
  expect((await teamOfLea('GET', '/v1/campaign-sign-in')).json).toEqual({ signIn: null });
});

it('[DIAL-18] forgets what is settled after thirty days, and keeps its exchange', async () => {
  const { hub, camille, pbx } = stage;
  await people('72007', 2);
  const id = await stage.start('72007');
  await stage.signIn(camille, id);
  await stage.told(camille, 'ready');
  const stop = stage.dial();
  const call = await placedAt(pbx, 0);
  pbx.end(call.id, 'no-answer');
  const open = await placedAt(pbx, 1);
  await stop();
  const kept = async (table: 'dialled_calls' | 'interactions') =>
    (
      await hub.database.db.selectFrom(table).select('id').where('campaign_id', '=', id).execute()
    ).map((row) => row.id);
  hub.clock.advance(29 * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  expect((await kept('dialled_calls')).sort()).toEqual([call.id, open.id].sort());
  hub.clock.advance(2 * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  expect(await kept('dialled_calls')).toEqual([open.id]);
  expect(await kept('interactions')).toEqual([call.id]);
});
