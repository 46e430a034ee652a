/** A representative's CalDAV calendar: his time read from it, his appointments put there. */
import { makeAskCalendar } from '@api/modules/diaries/calendar/ask-calendar.ts';
import { pushSome } from '@api/modules/diaries/push-service.ts';
import { readSomeSource } from '@api/modules/diaries/sources-service.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CalDavServer, startCalDav } from '../../support/network/caldav-server.ts';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let asNadia: Ask;
let paul: Representative;
let anne: string;
let server: CalDavServer;
let calendarId: string;
const brandId = 'kerdoual';
const account = { userName: 'paul', password: 'agenda-secret' };
const ask = makeAskCalendar('any');
const hourMs = 3_600_000;

const worker = () => ({
  database: hub.database,
  clock: hub.clock,
  random: (length: number) => new Uint8Array(length),
});
/** What waits is told at once, however short ago it was tried. */
const push = (): Promise<number | null> => {
  hub.clock.advance(31_000);
  return pushSome(worker(), ask);
};
const slots = async (): Promise<{ startsAt: string; representativeId: string }[]> =>
  (await asNadia('GET', `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}`)).json.slots;
const book = async (startsAt: string): Promise<string> => {
  const id = hub.newId();
  const wanted = { id, representativeId: paul.id, customerId: anne, brandId, startsAt };
  const { status, json } = await asNadia('POST', '/v1/appointments', wanted);
  if (status >= 300) throw new Error(JSON.stringify(json));
  return id;
};
const source = async () =>
  (await asNadia('GET', `/v1/representatives/${paul.id}/calendars`)).json.calendars.find(
    (one: { id: string }) => one.id === calendarId,
  );
const own = (id: string): string | undefined => server.objects.get(`${id}@parlance.ics`);

beforeAll(async () => {
  server = await startCalDav(account);
  hub = await startHubUnderTest({ connectorNetwork: 'any' });
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  anne = await addPerson(hub, await hub.signIn('camille.roussel'), '29019');
  paul = (
    await asNadia('POST', '/v1/representatives', { name: 'Paul Kerven', brandIds: [brandId] })
  ).json;
});
afterAll(async () => {
  await server.close();
  await hub.close();
});

const basic = (iso: string): string => iso.replaceAll(/[-:]|\.\d+/g, '');
const busyAt = (iso: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:dentiste@ailleurs',
    `DTSTART:${basic(new Date(iso).toISOString())}`,
    `DTEND:${basic(new Date(Date.parse(iso) + hourMs).toISOString())}`,
    'SUMMARY:Dentiste',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('[DIARY-27] a calendar on a CalDAV server', () => {
  it('[DIARY-27] fills his diary; a wrong password and a server that fails are said, what was read stays', async () => {
    const first = (await slots())[0]?.startsAt ?? '';
    server.objects.set('dentiste.ics', busyAt(first));
    const wanted = { kind: 'caldav', name: 'Agenda', address: server.address, ...account };
    const wrong = { ...wanted, password: 'autre' };
    const refused = await asNadia('POST', `/v1/representatives/${paul.id}/calendars`, wrong);
    expect(refused.json.problems).toEqual(['the calendar refused the name or the password (401)']);
    const added = await asNadia('POST', `/v1/representatives/${paul.id}/calendars`, wanted);
    expect(added.json).toMatchObject({ problems: [], calendar: { kind: 'caldav', events: 1 } });
    expect(JSON.stringify(added.json)).not.toContain(account.password);
    calendarId = added.json.calendar.id;
    expect((await slots()).map(({ startsAt }) => startsAt)).not.toContain(first);
    server.failWith = 503;
    const again = await asNadia(
      'POST',
      `/v1/representatives/${paul.id}/calendars/${calendarId}/read`,
    );
    server.failWith = null;
    expect(again.json.problems).toEqual(['the calendar answered 503']);
    expect((await slots()).map(({ startsAt }) => startsAt)).not.toContain(first);
    await hub.database.db.deleteFrom('diary_sources').where('id', '<>', calendarId).execute();
  });

  it('[DIARY-28] gets his appointments as they are: new, moved, off; and they do not stand in their own way', async () => {
    const free = (await slots()).map(({ startsAt }) => startsAt);
    const [at, later] = [free[0], free.at(-1)];
    const id = await book(at ?? '');
    expect(await push()).toBe(1);
    expect(own(id)).toContain(`UID:${id}@parlance`);
    expect(own(id)).toMatch(/DTSTART;TZID=Europe\/Paris:\d{8}T\d{6}/);
    expect(await push()).toBeNull();
    const moved = await asNadia('POST', `/v1/appointments/${id}/move`, { startsAt: later });
    expect(moved.status).toBe(200);
    expect(await push()).toBe(1);
    expect(own(id)).toContain('SEQUENCE:1');
    const readBefore = new Date(hub.clock.now() + hourMs).toISOString();
    await readSomeSource(worker(), ask, { id: calendarId, readBefore });
    expect(await source()).toMatchObject({ problem: null, events: 2 });
    expect((await slots()).map(({ startsAt }) => startsAt)).toContain(at);
    const off = await asNadia('POST', `/v1/appointments/${id}/cancel`, {});
    expect([off.status, await push(), own(id)]).toEqual([200, 1, undefined]);
  });

  it('[DIARY-28] gets later what it could not take; what was off before it heard of it is not told', async () => {
    const at = (await slots()).map(({ startsAt }) => startsAt);
    server.failWith = 507;
    const [kept, gone] = [await book(at[0] ?? ''), await book(at.at(-1) ?? '')];
    expect(await push()).toBe(0);
    expect((await source()).problem).toBe('the calendar answered 507');
    // Not asked again at once.
    expect(await pushSome(worker(), ask)).toBeNull();
    await asNadia('POST', `/v1/appointments/${gone}/cancel`, {});
    server.failWith = null;
    server.requests.length = 0;
    expect(await push()).toBe(1);
    expect(own(kept)).toBeDefined();
    expect(server.requests.some((line) => line.includes(gone))).toBe(false);
    expect((await source()).problem).toBeNull();
  });

  it('[DIARY-36] loses what goes to another representative, and has it again when it comes back', async () => {
    const at = (await slots()).map(({ startsAt }) => startsAt);
    const other = (
      await asNadia('POST', '/v1/representatives', { name: 'Yves Madec', brandIds: [brandId] })
    ).json;
    const id = await book(at[0] ?? '');
    await push();
    expect(own(id)).toBeDefined();
    const to = (representativeId: string) =>
      asNadia('POST', `/v1/appointments/${id}/move`, { startsAt: at[0], representativeId });
    expect((await to(other.id)).json.representativeId).toBe(other.id);
    expect(await push()).toBe(1);
    expect(own(id)).toBeUndefined();
    expect(await push()).toBeNull();
    expect((await to(paul.id)).status).toBe(200);
    expect(await push()).toBe(1);
    expect(own(id)).toContain('SEQUENCE:2');
    await asNadia('POST', `/v1/appointments/${id}/cancel`, {});
    await asNadia('PUT', `/v1/representatives/${other.id}`, {
      revision: 1,
      settings: { ...other.settings, active: false },
    });
    await push();
  });

  it('[DIARY-28] two hubs at once tell it each appointment once', async () => {
    const at = (await slots()).map(({ startsAt }) => startsAt);
    await book(at[0] ?? '');
    server.requests.length = 0;
    hub.clock.advance(31_000);
    await Promise.all([pushSome(worker(), ask), pushSome(worker(), ask)]);
    await push();
    expect(server.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });
});
