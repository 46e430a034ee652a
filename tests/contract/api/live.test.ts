import type { Session } from '@shared/contracts/http/auth.ts';
import { liveCloseCodes } from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';
import { ask, publish, versionPath } from './articles.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let address: string;
let camille: Session;
let lea: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  address =
    (await hub.app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws') + routes.live;
  camille = await hub.signIn('camille.roussel');
  lea = await hub.signIn('lea.fontaine', hub.newId());
});
afterAll(() => hub.close());

const connect = () => {
  const socket = new WebSocket(address);
  const heard: string[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  socket.on('message', (data) => heard.push(JSON.parse(String(data)).type));
  const opened = new Promise<void>((resolve) => socket.once('open', () => resolve()));
  return { socket, heard, closed, opened };
};

const greet = async (session: Session) => {
  const desktop = connect();
  await desktop.opened;
  desktop.socket.send(JSON.stringify({ type: 'hello', accessToken: session.accessToken }));
  await until('welcome', () => desktop.heard.includes('welcome'));
  return desktop;
};

const changedCount = (desktop: { heard: string[] }) =>
  desktop.heard.filter((type) => type === 'changed').length;

const createFor = async (brandId: 'kerdoual' | 'solvenne', count = 1) => {
  const batch = Array.from({ length: count }, () => {
    const given = make.someCustomer(hub.newId());
    const relations = given.relations.map((relation) => ({ ...relation, brandId }));
    return mutation(hub, { kind: 'customer.create', payload: { ...given, relations } });
  });
  await push(hub, camille, batch);
};

describe('live channel', () => {
  it('[KNOW-41] a desktop hears that what is published changed, if it is of its brands, and not of a draft', async () => {
    const agathe = await hub.signIn('agathe.perrot', hub.newId());
    const elise = await hub.signIn('elise.castel', hub.newId());
    const [hers, other] = [await greet(lea), await greet(camille)];
    await publish(hub, [agathe, elise], { brandId: 'solvenne', title: 'Lire un index' });
    await until('camille is told', () => changedCount(other) === 1);
    const one = await publish(hub, [agathe, elise], { title: 'Vernir un banc' });
    await until('both are told', () => changedCount(other) === 2 && changedCount(hers) === 1);
    const path = `${versionPath(one)}/withdraw`;
    await ask(hub, elise, 'POST', path, { remark: 'Faux.' });
    await until('both hear of it', () => changedCount(other) === 3 && changedCount(hers) === 2);
    hers.socket.close();
    other.socket.close();
  });

  it('[HUB-26] a changed batch is told once, to the desktops whose brands it concerns', async () => {
    const [hers, other] = [await greet(lea), await greet(camille)];
    await createFor('solvenne', 20);
    await until('camille is told', () => changedCount(other) === 1);
    await createFor('kerdoual');
    await until('both are told', () => changedCount(other) === 2 && changedCount(hers) === 1);
    hers.socket.close();
    other.socket.close();
  });

  it('[HUB-27] a change that waits for a slower transaction is told once it can be pulled', async () => {
    const desktop = await greet(camille);
    const slow = await hub.database.connectAlone();
    await slow.query('begin');
    await slow.query(`update users set locale = 'en' where login = 'hugo.delmas'`);
    await createFor('kerdoual');
    expect(changedCount(desktop)).toBe(0);
    await slow.query('rollback');
    await slow.end();
    await until('told after the rollback', () => changedCount(desktop) >= 1);
    desktop.socket.close();
  });

  it('[HUB-28] nobody hears anything before a valid hello', async () => {
    const silent = connect();
    await silent.opened;
    await createFor('kerdoual');
    silent.socket.send(JSON.stringify({ type: 'hello', accessToken: 'no' }));
    expect(await silent.closed).toBe(liveCloseCodes.signInRequired);
    expect(silent.heard).toEqual([]);
    const early = connect();
    await early.opened;
    early.socket.send(JSON.stringify({ type: 'pong' }));
    expect(await early.closed).toBe(liveCloseCodes.signInRequired);
  });

  it('[HUB-29] a malformed message ends the connection with its code', async () => {
    for (const nonsense of ['{', '[]', '{"type":"welcome"}', '', '\u0000']) {
      const desktop = connect();
      await desktop.opened;
      desktop.socket.send(nonsense);
      expect(await desktop.closed).toBe(liveCloseCodes.malformed);
    }
  });

  it('[HUB-30] the channel survives a lost database connection and then tells everyone', async () => {
    const desktop = await greet(camille);
    const killer = await hub.database.connectAlone();
    await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`,
    );
    await killer.end();
    await until('told after the reconnection', () => changedCount(desktop) >= 1);
    desktop.socket.close();
  });

  it('[AUTH-12] a live connection ends with its session', async () => {
    const session = await hub.signIn('nadia.ferrand', hub.newId());
    const [ended, other] = [await greet(session), await greet(camille)];
    const payload = { refreshToken: session.refreshToken, deviceId: hub.newId() };
    await hub.app.inject({ method: 'POST', url: routes.signOut, payload });
    expect(await ended.closed).toBe(liveCloseCodes.signInRequired);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    other.socket.close();
  });
});
