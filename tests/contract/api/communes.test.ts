/** Communes with where they lie, what of a brand lives there, and whom a list leaves out. */
import { areaOf } from '@api/modules/campaigns/area-service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Communes } from '@shared/contracts/http/communes.ts';
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
import { mutation, push, someConsent } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let nadia: Session;
let asNadia: Ask;
beforeAll(async () => {
  hub = await startHubUnderTest();
  await addRefusal(hub);
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
});
afterAll(() => hub.close());

const find = async (query: string): Promise<Communes> => {
  const { status, json } = await asNadia('GET', `/v1/communes?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json;
};
const names = ({ communes }: Communes) => communes.map(({ name }) => name);

it('[PLAN-28] finds them by name without accents, by postcode, around and inside', async () => {
  expect(names(await find('search=rennes'))[0]).toBe('Rennes');
  expect(names(await find('search=evry'))).toContain('Évry-Courcouronnes');
  expect(names(await find('search=35235'))).toContain('Thorigné-Fouillard');
  const around = await find('near=35238&km=8');
  expect(around.communes[0]).toMatchObject({ code: '35238', name: 'Rennes', km: 0 });
  expect(names(around)).toContain('Cesson-Sévigné');
  expect(names(around)).not.toContain('Vitré');
  const far = around.communes.map(({ km }) => km ?? -1);
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect(Math.max(...far)).toBeLessThanOrEqual(8);
  expect(names(await find('lon=-1.68&lat=48.11&km=2'))).toEqual(['Rennes']);
  expect(around.attribution).toContain('GeoNames (CC BY 4.0)');
  const drawn = [
    [-1.75, 48.05],
    [-1.55, 48.05],
    [-1.55, 48.18],
    [-1.75, 48.18],
  ];
  const inside = await asNadia('POST', '/v1/communes/inside', { drawn });
  expect(names(inside.json)).toEqual(expect.arrayContaining(['Rennes', 'Cesson-Sévigné']));
  expect(names(inside.json)).not.toContain('Vitré');
});

it('[PLAN-28] what is asked half or twice is refused, and no commune is near one that is none', async () => {
  for (const query of ['', 'search=rennes&near=35238', 'lon=1', 'near=35238&km=5000'])
    expect((await asNadia('GET', `/v1/communes?${query}`)).status).toBe(400);
  expect((await asNadia('GET', '/v1/communes?near=00000')).status).toBe(404);
  const two = {
    drawn: [
      [1, 2],
      [2, 3],
    ],
  };
  expect((await asNadia('POST', '/v1/communes/inside', two)).status).toBe(400);
});

it('[PLAN-29] a small one lies where its postcode does and says so; one that lies nowhere is found by name', async () => {
  const [small] = (await find('search=becherel')).communes;
  expect(small).toMatchObject({ precision: 'postal', department: '35' });
  expect(small?.at?.[1]).toBeCloseTo(48.3, 0);
  const [noumea] = (await find('search=nouméa')).communes;
  expect(noumea).toMatchObject({ precision: 'unknown', at: null });
  expect((await asNadia('GET', `/v1/communes?near=${noumea?.code}`)).status).toBe(404);
});

it('[PLAN-30] [PLAN-31] counts households by commune and who may be called, and names who is left out', async () => {
  const town = '35051';
  await addPerson(hub, camille, town);
  await addPerson(hub, camille, town, { consents: false, lastName: 'Sansaccord' });
  await addPerson(hub, camille, town, { phones: [], lastName: '=cmd()' });
  const opposed = await addPerson(hub, camille, town);
  const no = {
    ...someConsent(hub.newId(), opposed),
    givenAt: new Date(hub.clock.now() - 60_000).toISOString(),
    status: 'opposed' as const,
    until: null,
  };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: no })]);
  const { id } = await make(asNadia, settings(hub, camille.user.teamId as string));
  const area = (bought: string) =>
    asNadia('POST', `/v1/campaigns/${id}/area`, { communes: [town, '35238'], bought });
  expect((await area('any')).json).toEqual({
    communes: [{ code: town, households: 4, weighed: 4, callable: 1 }],
  });
  expect((await area('never')).json.communes).toEqual([
    { code: town, households: 4, weighed: 4, callable: 1 },
  ]);
  const listed = await asNadia('POST', `/v1/campaigns/${id}/list`, { query: { communes: [town] } });
  expect(listed.json).toMatchObject({ added: 1 });
  const file = await hub.app.inject({
    method: 'GET',
    url: `/v1/campaigns/${id}/lists/${listed.json.listId}/excluded`,
    headers: bearer(nadia),
  });
  expect(file.headers['content-type']).toContain('text/csv');
  const lines = file.body.trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('id;nom;code_postal;commune;raison;article');
  expect(lines.some((line) => /Sansaccord;.*;consent;L223-1/.test(line))).toBe(true);
  expect(lines.some((line) => /;opposition;/.test(line))).toBe(true);
  expect(lines.some((line) => /;no-number;/.test(line))).toBe(true);
  const other = `/v1/campaigns/${hub.newId()}`;
  expect((await asNadia('POST', `${other}/area`, { communes: [town] })).status).toBe(404);
});

it('[PLAN-35] of a large area each commune is weighed in its turn, and the others count by their share', async () => {
  const [large, small] = ['56034', '56260'];
  for (let one = 0; one < 12; one += 1)
    await addPerson(hub, camille, large, { consents: one % 3 !== 0 });
  for (let one = 0; one < 2; one += 1) await addPerson(hub, camille, small);
  const { id } = await make(asNadia, settings(hub, camille.user.teamId as string));
  const area = { communes: [large, small], bought: 'any' as const };
  const of = async (most?: number) => {
    const counted = await areaOf(hub as never, nadia.user, id, area, most);
    return counted.ok ? counted.value.communes.toSorted((a, b) => b.households - a.households) : [];
  };
  expect(await of()).toEqual([
    { code: large, households: 12, weighed: 12, callable: 8 },
    { code: small, households: 2, weighed: 2, callable: 2 },
  ]);
  const [most, few] = await of(8);
  expect(few).toEqual({ code: small, households: 2, weighed: 2, callable: 2 });
  expect(most).toMatchObject({ households: 12, weighed: 6 });
  // Two more for each one of the six.
  expect((most?.callable ?? 0) % 2).toBe(0);
  expect(await of(8)).toEqual([most, few]);
});
