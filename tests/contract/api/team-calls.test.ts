import type { Session } from '@shared/contracts/http/auth.ts';
import { type TeamCallOffer, teamCallsSchema } from '@shared/contracts/http/team-calls.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
let stranger: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
  stranger = await hub.signIn('lea.fontaine', hub.newId());
  await hub.database.db
    .updateTable('users')
    .set({ team_id: null })
    .where('id', '=', stranger.user.id)
    .execute();
});
afterAll(() => hub.close());

const brandOfBoth = () =>
  camille.user.brandIds.find((id) => yanis.user.brandIds.includes(id)) ?? 'none';
const offer = (changes: Partial<TeamCallOffer> = {}): TeamCallOffer => ({
  id: hub.newId(),
  kind: 'parked',
  places: ['701', '702'],
  lastsS: 60,
  brandId: brandOfBoth(),
  number: '+33639984117',
  numberDisplay: '06 39 98 41 17',
  numberHidden: false,
  calledNumber: '+33199004110',
  calledLabel: 'Service clients',
  queue: 'kerdoual-service',
  callUid: 'abc',
  customerId: null,
  customerName: 'Hélène Vasseur',
  note: 'attend son échange',
  ...changes,
});
const ask = async (who: Session, path: string, payload?: object) =>
  hub.app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url: `${routes.teamCalls}${path}`,
    headers: bearer(who),
    ...(payload === undefined ? {} : { payload }),
  });
const list = async (who: Session) => {
  const answer = await ask(who, '');
  expect(answer.statusCode).toBe(200);
  return teamCallsSchema.parse(answer.json()).calls;
};
const clear = async () => {
  await hub.database.db.deleteFrom('team_calls').execute();
};

it('[PARK-4] the team sees who waits, for which brand, by whom and since when, and nobody else does', async () => {
  await clear();
  const mine = offer();
  const parked = await ask(camille, '', mine);
  expect(parked.statusCode).toBe(200);
  const [seen] = await list(yanis);
  expect(seen).toMatchObject({
    id: mine.id,
    byName: 'Camille Roussel',
    customerName: 'Hélène Vasseur',
    brandId: mine.brandId,
    note: 'attend son échange',
  });
  expect(Date.parse(seen?.until ?? '') - Date.parse(seen?.since ?? '')).toBe(60_000);
  expect(await list(stranger)).toEqual([]);
  hub.clock.advance(61_000);
  expect(await list(yanis)).toEqual([]);
});

it('[PARK-5] two who park at once get two places, and a third is told that all are taken', async () => {
  await clear();
  const answers = await Promise.all([camille, yanis, camille].map((who) => ask(who, '', offer())));
  const places = answers.filter(({ statusCode }) => statusCode === 200);
  expect(places.map((one) => one.json().place).sort()).toEqual(['701', '702']);
  const refused = answers.find(({ statusCode }) => statusCode !== 200);
  expect(refused?.json().code).toBe('parking-full');
});

it('[PARK-6] of two who take it at once one has it, and its place is free again', async () => {
  await clear();
  const mine = offer({ places: ['701'] });
  await ask(camille, '', mine);
  const answers = await Promise.all(
    [camille, yanis].map((who) => ask(who, `/${mine.id}/take`, {})),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('team-call-taken');
  expect(await list(camille)).toEqual([]);
  expect((await ask(yanis, '', offer({ places: ['701'] }))).statusCode).toBe(200);
  expect((await ask(stranger, `/${mine.id}/take`, {})).json().code).toBe('team-call-unknown');
});

it('[PARK-6] who parked it, or took it, closes it; nobody else can', async () => {
  await clear();
  const mine = offer({ kind: 'ringing', places: ['6001'] });
  await ask(camille, '', mine);
  expect((await ask(yanis, `/${mine.id}/close`, {})).statusCode).toBe(204);
  expect(await list(yanis)).toHaveLength(1);
  expect((await ask(camille, `/${mine.id}/close`, {})).statusCode).toBe(204);
  expect(await list(yanis)).toEqual([]);
});

it('[PARK-4] the desktops of the team are told at once, the others are not', async () => {
  await clear();
  const address = await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const heard = new Map<Session, string[]>();
  const sockets = [yanis, stranger].map((who) => {
    const told: string[] = [];
    heard.set(who, told);
    const socket = new WebSocket(`${address.replace('http', 'ws')}${routes.live}`);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'hello', accessToken: who.accessToken })),
    );
    socket.on('message', (data) => told.push(JSON.parse(String(data)).type));
    return socket;
  });
  await until('both are heard', () => [...heard.values()].every((told) => told.length > 0));
  await ask(camille, '', offer());
  await until('the team is told', () => heard.get(yanis)?.includes('team-calls') ?? false);
  expect(heard.get(stranger)).not.toContain('team-calls');
  for (const socket of sockets) socket.close();
});
