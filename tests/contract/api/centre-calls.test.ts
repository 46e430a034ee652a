/** Handling, contacts, transfers and goals of calls as desktops tell them. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { centreCuts } from '@shared/contracts/http/centre-figures.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addPerson } from './campaigns.ts';
import { addCall, asked, emptyCentre, type MadeCall } from './centre.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: string;
let yanis: string;
let customerId: string;
const month = { from: '2026-04-01', to: '2026-04-30' };

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  const session = await hub.signIn('camille.roussel', hub.newId());
  camille = session.user.id;
  yanis = (await hub.signIn('yanis.morel', hub.newId())).user.id;
  customerId = await addPerson(hub, session, '35024');
  await emptyCentre(hub);
});
afterEach(() => emptyCentre(hub));
afterAll(() => hub.close());

const add = (at: string, made: Partial<MadeCall> = {}) =>
  addCall(hub, { advisorId: camille, at: `2026-04-${at}:00.000Z`, talkS: 100, ...made });
const total = async (query: Record<string, string> = {}) =>
  (await asked(hub, agathe, { ...month, ...query })).total;
const note = async (at: string, rest: object = {}) => {
  const row = { channel: 'email', direction: 'inbound', outcome: 'done', case_id: null, ...rest };
  const { channel, direction, outcome, case_id } = row;
  await sql`insert into interactions (id, customer_id, brand_id, channel, direction, started_at,
      outcome, title, notes, case_id)
    values (${hub.newId()}, ${customerId}, 'kerdoual', ${channel}, ${direction},
      ${`2026-04-${at}:00.000Z`}, ${outcome}, 'Courriel', '[]', ${case_id})`.execute(
    hub.database.db,
  );
};

const openCase = async (): Promise<string> => {
  const id = hub.newId();
  await sql`insert into cases (id, reference, customer_id, brand_id, kind, title, detail, status,
      opened_at, updated_at)
    values (${id}, ${id}, ${customerId}, 'kerdoual', 'request', 'Sujet', '', 'open', now(), now())`.execute(
    hub.database.db,
  );
  return id;
};

it('[CENTRE-2] a call is talked in, held and finished, and its handling is the three', async () => {
  await add('01T08:00', { talkS: 100, heldS: 20, wrapUpS: 40 });
  await add('01T09:00', { talkS: 60, heldS: 0, wrapUpS: null, direction: 'outbound' });
  const { handling } = await total();
  expect(handling).toMatchObject({ handled: 2, cameIn: 1, talkS: 160, holdS: 20, wrapUpS: 40 });
  expect(handling.handlingS).toBe(220);
  expect(handling.averageHandlingS).toBe(110);
});

it('[CENTRE-2] a wrap-up ends with the next answer, whichever of the two the hub hears first', async () => {
  const second = { talkS: 30, wrapUpS: 10 } as const;
  // Answered at 08:00:04, over at 08:01:44, left open for an hour.
  await add('01T08:00', { wrapUpS: 3600 });
  expect((await total()).handling.wrapUpS).toBe(3600);
  await add('01T08:02', second);
  expect((await total()).handling.wrapUpS).toBe(20 + 10);
  await emptyCentre(hub);
  await add('01T08:02', second);
  await add('01T08:00', { wrapUpS: 3600 });
  // Another's wrap-up has nothing to do with it.
  await add('01T08:01', { advisorId: yanis, wrapUpS: 200 });
  expect((await total()).handling.wrapUpS).toBe(20 + 10 + 200);
});

it('[CENTRE-2] practice and talks between colleagues count nowhere, nor what nobody answered', async () => {
  await add('01T08:00', { call: { training: true } });
  await add('01T08:10', { number: null });
  await add('01T08:20', { call: { answeredAt: null } });
  await add('01T08:30', { number: null, call: { numberHidden: true } });
  expect((await total()).handling.handled).toBe(1);
});

it('[CENTRE-3] by each cut the calls and times of the rows add up to the whole', async () => {
  const speech = { scriptId: 'kerdoual-sav', version: 3, stepId: 'fin' };
  await add('01T08:00', { queue: 'kerdoual-service', speech });
  await add('08T08:00', { advisorId: yanis, heldS: 10, brandId: 'solvenne' });
  await add('30T21:59', { talkS: 7 });
  // In May by the clocks of France.
  await add('30T22:01', { talkS: 9 });
  const query = { from: '2026-04-01', to: '2026-05-31' };
  const whole = await total(query);
  expect(whole.handling.handled).toBe(4);
  for (const by of centreCuts) {
    const told = await asked(hub, agathe, { ...query, by });
    expect(told.total.handling, by).toEqual(whole.handling);
    const sum = (of: 'handled' | 'handlingS') =>
      told.rows.reduce((all, { figures }) => all + figures.handling[of], 0);
    expect([sum('handled'), sum('handlingS')], by).toEqual([4, whole.handling.handlingS]);
  }
  const months = await asked(hub, agathe, { ...query, by: 'month' });
  expect(months.rows.map(({ key, figures }) => [key, figures.handling.handled])).toEqual([
    ['2026-04-01', 3],
    ['2026-05-01', 1],
  ]);
  const speeches = await asked(hub, agathe, { ...query, by: 'speech' });
  expect(speeches.rows.map(({ key }) => key)).toEqual(['kerdoual-sav 3', null]);
  expect(speeches.rows.every(({ figures }) => figures.states === null)).toBe(true);
});

it('[CENTRE-4] [CENTRE-5] who is in touch again within seven days was not helped at first', async () => {
  await add('01T08:00', { customerId });
  expect((await total()).contacts).toMatchObject({ contacts: 1, settled: 1, known: 1, pending: 0 });
  await note('07T08:00');
  expect((await total()).contacts).toMatchObject({ settled: 0, known: 1, repeats: 0 });
  // A repeat is no first contact; one of eight days later is one again.
  await add('08T07:00', { customerId });
  await add('20T08:00', { customerId });
  expect((await total()).contacts).toMatchObject({ contacts: 3, repeats: 1, settled: 1, known: 2 });
  expect((await total()).contacts.firstContactResolution).toBe(0.5);
});

it.each([
  ['another brand', () => add('03T08:00', { customerId, brandId: 'solvenne' }), 2],
  ['another case', async () => note('03T08:00', { case_id: await openCase() }), 1],
  ['a call that nobody took', () => note('03T08:00', { channel: 'phone', outcome: 'missed' }), 1],
  ['a purchase', () => note('03T08:00', { channel: 'store' }), 1],
  ['what was sent to her', () => note('03T08:00', { direction: 'outbound' }), 1],
  ['eight days', () => note('09T08:30'), 1],
] as const)('[CENTRE-4] %s is no sign that she was not helped', async (_, happens, settled) => {
  const caseId = await openCase();
  await add('01T08:00', { customerId, caseId });
  await happens();
  expect((await total()).contacts).toMatchObject({ settled, known: settled });
});

it('[CENTRE-4] a promise to call, and a call back, say that it was not settled', async () => {
  const [promise] = await hub.database.db
    .selectFrom('dispositions')
    .select('code')
    .where('brand_id', '=', 'kerdoual')
    .where('expects_callback', '=', true)
    .execute();
  await add('01T08:00', { customerId, disposition: promise?.code ?? '' });
  expect((await total()).contacts).toMatchObject({ settled: 0, known: 1 });
  await emptyCentre(hub);
  await add('01T08:00', { customerId });
  await add('02T08:00', { customerId, direction: 'outbound' });
  expect((await total()).contacts).toMatchObject({ contacts: 1, settled: 0, known: 1 });
});

it('[CENTRE-4] a contact of less than seven days ago is not known yet, whatever came of it', async () => {
  const at = new Date(hub.clock.now() - 2 * 86_400_000).toISOString();
  await addCall(hub, { advisorId: camille, at, talkS: 60, customerId });
  const recent = (await asked(hub, agathe, {})).total.contacts;
  expect(recent).toMatchObject({ contacts: 1, pending: 1, known: 0, firstContactResolution: null });
});

it('[CENTRE-4] [CENTRE-6] of a call that was handed on whoever got it answers for it', async () => {
  const handed = (how?: string) => ({ transferredTo: 'Yanis Morel', transferredHow: how });
  await add('01T08:00', { customerId, callUid: 'one', call: handed('attended') });
  await add('01T08:03', { customerId, advisorId: yanis });
  await add('02T10:00', { call: handed('blind') });
  await add('02T11:00', { call: handed() });
  await add('02T12:00', { call: handed('parked') });
  const { contacts, transfers } = await total();
  expect(contacts).toMatchObject({ contacts: 2, repeats: 0, settled: 1, known: 1 });
  expect(transfers).toEqual({ all: 3, blind: 1, attended: 1, unsaid: 1, rate: 3 / 5 });
  const rows = (await asked(hub, agathe, { ...month, by: 'advisor' })).rows;
  const of = (id: string) => rows.find(({ key }) => key === id)?.figures.contacts.known;
  expect([of(camille), of(yanis)]).toEqual([0, 1]);
});

it('[CENTRE-4] a customer who is found to be another takes her contacts with her', async () => {
  const first = await add('01T08:00', { customerId });
  const second = await add('03T08:00', { customerId });
  expect((await total()).contacts).toMatchObject({ repeats: 1, settled: 0 });
  await sql`update interactions set customer_id = null where id = ${second}`.execute(
    hub.database.db,
  );
  expect((await total()).contacts).toMatchObject({ contacts: 1, repeats: 0, settled: 1 });
  await sql`update interactions set customer_id = ${customerId} where id = ${second}`.execute(
    hub.database.db,
  );
  await sql`delete from interactions where id = ${first}`.execute(hub.database.db);
  expect((await total()).contacts).toMatchObject({ contacts: 1, repeats: 0, settled: 1 });
});
