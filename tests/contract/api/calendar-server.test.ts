/** Diaries on a real CalDAV server, Radicale: read, written, moved, taken away, refused, and away. */
import { makeAskCalendar } from '@api/modules/diaries/calendar/ask-calendar.ts';
import { leaveSome } from '@api/modules/diaries/leave-service.ts';
import { pushSome } from '@api/modules/diaries/push-service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Radicale } from '../../support/network/radicale.ts';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const account = { userName: 'paul', password: 'agenda-secret' };
const brandId = 'kerdoual';
const hourMs = 3_600_000;
const ask = makeAskCalendar('any');
let hub: HubUnderTest;
let asNadia: Ask;
let server: Radicale;
let paul: Representative;
let anne: string;
let nadia: Session;
let calendarId: string;

const worker = () => ({
  database: hub.database,
  clock: hub.clock,
  random: (length: number) => new Uint8Array(length),
});
const push = () => {
  hub.clock.advance(31_000);
  return pushSome(worker(), ask);
};
const at = () => `${routes.representatives}/${paul.id}/calendars`;
const slots = async (): Promise<string[]> =>
  (
    await asNadia('GET', `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}`)
  ).json.slots.map((one: { startsAt: string }) => one.startsAt);
const disconnect = async (id: string, query = ''): Promise<number> =>
  (await hub.app.inject({ method: 'DELETE', url: `${at()}/${id}${query}`, headers: bearer(nadia) }))
    .statusCode;
const readNow = async () => (await asNadia('POST', `${at()}/${calendarId}/read`)).json;
const book = async (startsAt: string): Promise<string> => {
  const id = hub.newId();
  const wanted = { id, representativeId: paul.id, customerId: anne, brandId, startsAt };
  const { status, json } = await asNadia('POST', '/v1/appointments', wanted);
  if (status >= 300) throw new Error(JSON.stringify(json));
  return id;
};
const own = (id: string) => server.read(`${id}@parlance.ics`);
const basic = (iso: string): string => new Date(iso).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const dentist = (iso: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ailleurs//Agenda//FR',
    'BEGIN:VEVENT',
    'UID:dentiste@ailleurs',
    `DTSTAMP:${basic(iso)}`,
    `DTSTART:${basic(iso)}`,
    `DTEND:${basic(new Date(Date.parse(iso) + hourMs).toISOString())}`,
    'SUMMARY:Dentiste',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

beforeAll(async () => {
  server = await Radicale.start(account);
  hub = await startHubUnderTest({ connectorNetwork: 'any' });
  nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  anne = await addPerson(hub, await hub.signIn('camille.roussel'), '29019');
  const wanted = { name: 'Paul Kerven', brandIds: [brandId] };
  paul = (await asNadia('POST', '/v1/representatives', wanted)).json;
});
afterAll(async () => {
  await server.goAway();
  await hub.close();
});

it('[DIARY-27] a real server refuses a wrong password, and fills his diary with the right one', async () => {
  const [first = ''] = await slots();
  await server.put('dentiste.ics', dentist(first));
  const wanted = { kind: 'caldav', name: 'Agenda', address: server.address, ...account };
  const refused = await asNadia('POST', at(), { ...wanted, password: 'autre' });
  expect(refused.json.problems).toEqual(['the calendar refused the name or the password (401)']);
  await disconnect(refused.json.calendar.id);
  const added = await asNadia('POST', at(), wanted);
  expect(added.json).toMatchObject({ problems: [], calendar: { events: 1, appointments: 0 } });
  calendarId = added.json.calendar.id;
  expect(await slots()).not.toContain(first);
});

it('[DIARY-28] a real server takes an appointment, its move and its end, and gives it back as ours', async () => {
  const free = await slots();
  const [soon = '', late = ''] = [free[0], free.at(-1)];
  const id = await book(soon);
  expect(await push()).toBe(1);
  expect(await own(id)).toMatch(/DTSTART;TZID=Europe\/Paris:\d{8}T\d{6}/);
  expect((await readNow()).calendar).toMatchObject({ events: 2, problem: null, appointments: 1 });
  const moved = await asNadia('POST', `/v1/appointments/${id}/move`, { startsAt: late });
  expect([moved.status, await push()]).toEqual([200, 1]);
  expect(await own(id)).toContain('SEQUENCE:1');
  await readNow();
  expect(await slots()).toContain(soon);
  const off = await asNadia('POST', `/v1/appointments/${id}/cancel`, {});
  expect([off.status, await push(), await own(id)]).toEqual([200, 1, null]);
  expect((await readNow()).calendar).toMatchObject({ events: 1, appointments: 0 });
});

it('[DIARY-27] [DIARY-28] while it is away that is said, what was read stays, and it gets later what waits', async () => {
  const id = await book((await slots())[0] ?? '');
  const before = await slots();
  await server.goAway();
  expect(await push()).toBe(0);
  const told = await readNow();
  expect(told.problems).toEqual(['the calendar cannot be reached (ECONNREFUSED)']);
  expect(await slots()).toEqual(before);
  await server.comeBack();
  expect(await push()).toBe(1);
  expect(await own(id)).toContain(`UID:${id}@parlance`);
  expect((await readNow()).problems).toEqual([]);
});

it('[DIARY-40] disconnected so, a real server loses ours once it answers, and keeps what is another’s', async () => {
  const id = await book((await slots()).at(-1) ?? '');
  await push();
  await server.goAway();
  expect(await disconnect(calendarId, '?appointments=take-away')).toBe(204);
  expect((await asNadia('GET', at())).json.calendars).toEqual([]);
  expect(await leaveSome(worker(), ask)).toBe(0);
  await server.comeBack();
  hub.clock.advance(31_000);
  expect(await leaveSome(worker(), ask)).toBe(2);
  expect(await own(id)).toBeNull();
  expect(await server.read('dentiste.ics')).toContain('dentiste@ailleurs');
  expect(await leaveSome(worker(), ask)).toBeNull();
});
