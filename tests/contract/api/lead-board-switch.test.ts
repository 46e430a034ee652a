import type { Session } from '@shared/contracts/http/auth.ts';
import { stuckAfterMs } from '@shared/domain/lead-board/stuck.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callerOf, ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow, type WatchedBoard, watchBoard } from './board-watch.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let centre: ScriptedCentre;
let address: string;
let nadia: Session;
let camille: Session;
let board: WatchedBoard;
const opened: (() => void)[] = [];

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
});
beforeEach(async () => {
  board = await watchBoard(address, nadia);
  opened.push(board.end);
});
afterAll(async () => {
  for (const end of opened) end();
  await hub.close();
});

const queueOf = (name: string) => {
  const told = board.messages.flatMap((message) =>
    message.type === 'whole' || message.type === 'moves' ? (message.queues ?? []) : [],
  );
  return told.findLast((queue) => queue.name === name);
};
const sourcesOf = () =>
  board.messages.findLast((message) => 'sources' in message && message.sources !== undefined) as
    | { sources: { switch: string } }
    | undefined;
const extension = async () =>
  (
    await hub.database.db
      .selectFrom('lines')
      .innerJoin('users', 'users.id', 'lines.user_id')
      .select('extension')
      .where('login', '=', 'camille.roussel')
      .executeTakeFirstOrThrow()
  ).extension;
const member = (line: 'free' | 'in-use' | 'away', isPaused = false) => ({
  extension: '6001',
  isPaused,
  pauseReason: '',
  penalty: 0,
  line,
  isFixed: false,
});

it('[LEAD-4] shows who waits in each queue, the longest wait and who serves it', async () => {
  const since = hub.clock.now() - 134_000;
  centre.shows({
    queues: [
      {
        name: 'kerdoual-service',
        callers: [callerOf('a', { since }), callerOf('b', { since: since + 60_000, position: 2 })],
        members: [
          member('free'),
          { ...member('in-use'), extension: '6002' },
          { ...member('free', true), extension: '6003' },
          { ...member('away'), extension: '6004' },
        ],
      },
    ],
  });
  const queue = await until('two wait', () => {
    const found = queueOf('kerdoual-service');
    return found?.waiting === 2 ? found : null;
  });
  expect(queue).toMatchObject({
    brandId: 'kerdoual',
    longestSince: toInstant(since),
    staffed: 2,
    paused: 1,
  });
  expect(JSON.stringify(board.messages)).not.toContain('+33639980123');
  centre.shows({ queues: [{ name: 'kerdoual-service' }] });
  await until('nobody waits', () => queueOf('kerdoual-service')?.longestSince === null);
});

it('[LEAD-4] says that the switch is away, and that it is back', async () => {
  await until('it is there', () => sourcesOf()?.sources.switch === 'ready');
  centre.goesAway();
  await until('it is away', () => sourcesOf()?.sources.switch === 'away');
  centre.comesBack();
  await until('it is back', () => sourcesOf()?.sources.switch === 'ready');
});

it('[LEAD-4] shows the campaigns that run, of the lead’s brands', async () => {
  const { db } = hub.database;
  const running = { status: 'running' as const, revision: 1, created_by: null };
  const row = (id: string, brandId: string) => ({
    id,
    brand_id: brandId,
    ...running,
    created_at: toInstant(hub.clock.now()),
    settings: JSON.stringify({ name: `Liste ${brandId}`, target: 120, outcomes: [] }),
  });
  await db
    .insertInto('brands')
    .values({
      id: 'ailleurs',
      name: 'Ailleurs',
      monogram: 'AI',
      hue: 1,
      chroma: 0.1,
      wrap_up_seconds: 60,
      reason_required: false,
      disposition_required: false,
    })
    .execute();
  await db
    .insertInto('campaigns')
    .values([row(hub.newId(), 'kerdoual'), row(hub.newId(), 'ailleurs')])
    .execute();
  const named = () =>
    board.messages.flatMap((message) =>
      message.type === 'moves' ? (message.campaigns ?? []) : [],
    );
  await until('the campaign', () => named().length > 0);
  expect(named().map(({ name }) => name)).not.toContain('Liste ailleurs');
  expect(named()[0]).toMatchObject({ name: 'Liste kerdoual', left: 0, won: 0, target: 120 });
});

it('[LEAD-13] says who is stuck and why, frees her when both agree, and nobody while the switch is away', async () => {
  expect(await extension()).toBe('6001');
  const desk = await openDesk(address, camille);
  opened.push(desk.end);
  const stuck = () => board.seat('Camille Roussel')?.stuck?.kind ?? null;
  centre.lines.set('6001', 'in-use');
  centre.changes();
  desk.say(someNow());
  await until('her line is seen', () => board.seat('Camille Roussel')?.line === 'in-use');
  await until('it was looked at', () => board.messages.at(-1)?.type === 'beat');
  expect(stuck()).toBeNull();
  hub.clock.advance(stuckAfterMs['line-held-by-switch']);
  await until('the switch holds her line', () => stuck() === 'line-held-by-switch');
  centre.goesAway();
  desk.say(someNow({ state: 'busy', call: someCall() }));
  await until('she talks', () => board.seat('Camille Roussel')?.now?.call !== null);
  // What the switch said last proves nothing against what she does now.
  expect(stuck()).toBe('line-held-by-switch');
  centre.comesBack();
  await until('both agree', () => stuck() === null);
  centre.lines.set('6001', 'free');
  centre.goesAway();
  hub.clock.advance(stuckAfterMs['call-unknown-to-switch'] * 3);
  const beats = () => board.messages.filter(({ type }) => type === 'beat').length;
  const before = beats();
  await until('some time passes', () => beats() >= before + 2);
  expect(stuck()).toBeNull();
  centre.comesBack();
});

it('[LEAD-6] tells no name or number of a customer', async () => {
  const customer = { ...make.someCustomer(hub.newId()), lastName: 'Introuvable' };
  const relations = customer.relations.map((one) => ({ ...one, brandId: 'kerdoual', vip: true }));
  const payload = { ...customer, relations };
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload })]);
  const desk = await openDesk(address, camille);
  opened.push(desk.end);
  desk.say(someNow({ state: 'busy', call: someCall({ customerId: customer.id, callUid: 'u-7' }) }));
  await until('her call', () => board.seat('Camille Roussel')?.now?.call?.callUid === 'u-7');
  await until('what she is worth', () => board.seat('Camille Roussel')?.value === 'vip');
  expect(JSON.stringify(board.messages)).not.toContain('Introuvable');
  expect(hub.logged.join('\n')).not.toContain('Introuvable');
});
