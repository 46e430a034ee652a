import type { Session } from '@shared/contracts/http/auth.ts';
import { liveCloseCodes } from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow, watchBoard } from './board-watch.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let address: string;
let nadia: Session;
let camille: Session;
let yanis: Session;
const opened: (() => void)[] = [];

beforeAll(async () => {
  hub = await startHubUnderTest();
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(async () => {
  for (const end of opened) end();
  await hub.close();
});

const watch = async (session: Session = nadia, where = address) => {
  const board = await watchBoard(where, session);
  opened.push(board.end);
  return board;
};
const desk = async (session: Session, where = address) => {
  const one = await openDesk(where, session);
  opened.push(one.end);
  return one;
};
const userId = async (login: string) =>
  (
    await hub.database.db
      .selectFrom('users')
      .select('id')
      .where('login', '=', login)
      .executeTakeFirstOrThrow()
  ).id;

describe('the live board', () => {
  it('[LEAD-1] shows each advisor of the team with her call, and what its customer is worth', async () => {
    const board = await watch();
    expect(board.names()).toEqual(['Camille Roussel', 'Léa Fontaine', 'Yanis Morel']);
    expect(board.seat('Camille Roussel')).toMatchObject({ now: null, unheardSince: null });
    const relation = await hub.database.db
      .selectFrom('customer_relations')
      .select('customer_id')
      .where('brand_id', '=', 'kerdoual')
      .limit(1)
      .executeTakeFirst();
    const customerId = relation?.customer_id ?? null;
    const call = someCall({ customerId, heldSince: '2026-11-26T09:02:00.000Z' });
    const one = await desk(camille);
    one.say(someNow({ state: 'busy', reason: 'appel', call, next: 'pause' }));
    const seat = await until('the call is on the board', () => {
      const found = board.seat('Camille Roussel');
      return found?.now?.call === null || found?.now == null ? null : found;
    });
    expect(seat.now).toMatchObject({ state: 'busy', next: 'pause', call });
    if (customerId !== null) expect(seat.value).not.toBeNull();
    one.say(someNow({ state: 'pause', reason: 'repas' }));
    await until('the pause', () => board.seat('Camille Roussel')?.now?.reason === 'repas');
    expect(board.seat('Camille Roussel')).toMatchObject({ value: null, now: { call: null } });
  });

  it('[LEAD-2] [LEAD-3] shows what is said at another hub, and who is heard no more', async () => {
    const other = await (await hub.another()).listen({ host: '127.0.0.1', port: 0 });
    const board = await watch();
    const first = await desk(yanis, other);
    first.say(someNow({ state: 'wrap-up' }));
    await until('said there', () => board.seat('Yanis Morel')?.now?.state === 'wrap-up', 1_000);
    // The network changes: the desktop comes back elsewhere before its old connection is missed.
    const second = await desk(yanis);
    second.say(someNow({ state: 'ready' }));
    await until('said here', () => board.seat('Yanis Morel')?.now?.state === 'ready');
    first.kill();
    second.say(someNow({ state: 'pause', reason: 'pause' }));
    await until('still heard', () => board.seat('Yanis Morel')?.now?.state === 'pause');
    expect(board.seat('Yanis Morel')?.unheardSince).toBeNull();
    second.kill();
    const lost = await until('lost', () => board.seat('Yanis Morel')?.unheardSince);
    expect(Math.abs(hub.clock.now() - Date.parse(lost))).toBeLessThan(5_000);
    expect(board.seat('Yanis Morel')?.now?.state).toBe('pause');
  });

  it('[LEAD-3] knows those of a hub that died as unheard since it was', async () => {
    const board = await watch();
    const one = await desk(yanis);
    one.say(someNow({ state: 'do-not-disturb' }));
    await until('heard', () => board.seat('Yanis Morel')?.now?.state === 'do-not-disturb');
    const dead = hub.newId();
    await hub.database.db
      .insertInto('live_hubs')
      .values({ hub_id: dead, beat_at: '2026-11-26T08:00:00.000Z' })
      .execute();
    await hub.database.db
      .updateTable('live_desks')
      .set({ hub_id: dead })
      .where('user_id', '=', await userId('yanis.morel'))
      .execute();
    const since = '2026-11-26T08:00:00.000Z';
    await until('unheard', () => board.seat('Yanis Morel')?.unheardSince === since);
    one.say(someNow({ state: 'ready' }));
    await until('heard again', () => board.seat('Yanis Morel')?.unheardSince === null);
  });

  it('[LEAD-5] refuses whoever leads nobody, and shows a lead nothing of another team or brand', async () => {
    for (const login of ['camille.roussel', 'hugo.delmas', 'agathe.perrot']) {
      const refused = await watch(await hub.signIn(login, hub.newId()));
      expect(await refused.closed).toBe(liveCloseCodes.notAllowed);
      expect(refused.messages).toEqual([]);
    }
    const nobody = await watch({ ...nadia, accessToken: 'no' });
    expect(await nobody.closed).toBe(liveCloseCodes.signInRequired);
    const board = await watch();
    const one = await desk(camille);
    one.say(someNow({ state: 'busy', call: someCall() }));
    await until('her call', () => board.seat('Camille Roussel')?.now?.call?.brandId === 'kerdoual');
    // She serves the brand no more, and the advisor moves to another team.
    await hub.database.db
      .deleteFrom('user_brands')
      .where('user_id', '=', await userId('nadia.ferrand'))
      .where('brand_id', '=', 'kerdoual')
      .execute();
    const narrow = await watch();
    expect(narrow.seat('Camille Roussel')?.now?.call).toMatchObject({
      phase: 'talking',
      brandId: null,
      queue: null,
      callUid: null,
      customerId: null,
    });
    const team = hub.newId();
    await hub.database.db.insertInto('teams').values({ id: team, name: 'Brest' }).execute();
    const move = (teamId: string) =>
      hub.database.db
        .updateTable('users')
        .set({ team_id: teamId })
        .where('login', '=', 'lea.fontaine')
        .execute();
    const before = (await watch()).names();
    await move(team);
    const after = await watch();
    expect(before).toContain('Léa Fontaine');
    await until(
      'the board she has open lets her go',
      () => !narrow.names().includes('Léa Fontaine'),
    );
    expect(after.names()).not.toContain('Léa Fontaine');
    await hub.database.db
      .insertInto('led_teams')
      .values({ user_id: await userId('nadia.ferrand'), team_id: team })
      .execute();
    expect((await watch()).names()).toContain('Léa Fontaine');
    await hub.database.db
      .insertInto('user_brands')
      .values({ user_id: await userId('nadia.ferrand'), brand_id: 'kerdoual' })
      .execute();
  });

  it('[LEAD-5] ends with its session', async () => {
    const session = await hub.signIn('nadia.ferrand', hub.newId());
    const board = await watch(session);
    await hub.app.inject({
      method: 'POST',
      url: routes.signOut,
      payload: { refreshToken: session.refreshToken, deviceId: hub.newId() },
    });
    expect(await board.closed).toBe(liveCloseCodes.signInRequired);
  });

  it('[LEAD-7] says something each second, also when nothing happens', async () => {
    const board = await watch();
    const heard = () => board.messages.filter(({ type }) => type === 'beat').length;
    await until('three beats', () => heard() >= 3, 4_500);
    const times = board.messages.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('[LEAD-8] a database that crashed and lost what was said has it again from the desktops', async () => {
    const board = await watch();
    const one = await desk(camille);
    one.say(someNow({ state: 'pause', reason: 'formation' }));
    await until('said', () => board.seat('Camille Roussel')?.now?.reason === 'formation');
    const killer = await hub.database.connectAlone();
    await killer.query('truncate live_desks, live_hubs');
    await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await killer.end();
    await until(
      'there again',
      async () => (await watch()).seat('Camille Roussel')?.now?.reason === 'formation',
      5_000,
    );
  });

  it('[LEAD-10] says what it hears, so that nothing is said to a hub that does not', async () => {
    expect((await desk(camille)).hears).toContain('now');
  });
});
