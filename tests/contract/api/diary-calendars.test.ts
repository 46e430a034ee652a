/** Calendars at the hub: out by a secret address, in from files and addresses. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeAskCalendar } from '@api/modules/diaries/calendar/ask-calendar.ts';
import { fetchCalendar } from '@api/modules/diaries/calendar/fetch-calendar.ts';
import { readSomeSource } from '@api/modules/diaries/sources-service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;
let asNadia: Ask;
let paul: Representative;
let anne: string;
let server: Server;
let answer: { status: number; text: string } = { status: 200, text: '' };
let asked: (string | undefined)[] = [];
const brandId = 'kerdoual';
const hourMs = 3_600_000;

const basic = (iso: string): string => iso.replaceAll(/[-:]|\.\d+/g, '');
const calendarOf = (fromMs: number, uid = 'x@elsewhere'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${basic(new Date(fromMs).toISOString())}`,
    `DTEND:${basic(new Date(fromMs + hourMs).toISOString())}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const slots = async (): Promise<string[]> =>
  (
    await asNadia('GET', `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}`)
  ).json.slots.map((one: { startsAt: string }) => one.startsAt);
const calendars = () => `/v1/representatives/${paul.id}/calendars`;
const remove = (id: string) =>
  hub.app.inject({ method: 'DELETE', url: `${calendars()}/${id}`, headers: bearer(nadia) });

beforeAll(async () => {
  hub = await startHubUnderTest({ connectorNetwork: 'any' });
  nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  anne = await addPerson(hub, await hub.signIn('camille.roussel'), '29019');
  paul = (
    await asNadia('POST', '/v1/representatives', { name: 'Paul Kerven', brandIds: [brandId] })
  ).json;
  server = createServer((request, reply) => {
    asked.push(request.headers.authorization);
    reply.writeHead(answer.status, { 'content-type': 'text/calendar' }).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await hub.close();
});

describe('out', () => {
  it('[DIARY-20] [DIARY-21] has a secret address that a new one ends', async () => {
    const [startsAt] = await slots();
    const booked = await asNadia('POST', '/v1/appointments', {
      id: hub.newId(),
      customerId: anne,
      brandId,
      startsAt,
      representativeId: paul.id,
    });
    const { path } = (await asNadia('POST', `/v1/representatives/${paul.id}/feed`)).json;
    const feed = await hub.app.inject({ method: 'GET', url: path });
    expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(feed.body).toContain(`UID:${booked.json.id}@parlance`);
    expect(feed.body).toContain('SUMMARY:Anne Le Gall');
    await asNadia('POST', `/v1/appointments/${booked.json.id}/cancel`, {});
    expect((await hub.app.inject({ method: 'GET', url: path })).body).toMatch(
      /SEQUENCE:1\r\nSTATUS:CANCELLED/,
    );
    const { path: next } = (await asNadia('POST', `/v1/representatives/${paul.id}/feed`)).json;
    expect((await hub.app.inject({ method: 'GET', url: path })).statusCode).toBe(404);
    expect((await hub.app.inject({ method: 'GET', url: next })).statusCode).toBe(200);
    const kept = await hub.database.db.selectFrom('representatives').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(next.split('/').at(-1)?.slice(0, -4));
    await hub.app.inject({
      method: 'DELETE',
      url: `/v1/representatives/${paul.id}/feed`,
      headers: bearer(nadia),
    });
    expect((await hub.app.inject({ method: 'GET', url: next })).statusCode).toBe(404);
  });
});

describe('in', () => {
  it('[DIARY-22] [DIARY-23] a file fills his diary until it is taken away, and says what it does not say', async () => {
    const [first = ''] = await slots();
    const text = calendarOf(Date.parse(first));
    const bad = text.replace(
      'END:VCALENDAR',
      'BEGIN:VEVENT\r\nUID:b\r\nEND:VEVENT\r\nEND:VCALENDAR',
    );
    const added = await asNadia('POST', calendars(), {
      kind: 'file',
      name: 'Agenda.ics',
      text: bad,
    });
    expect(added).toMatchObject({
      status: 201,
      json: { problems: ['event 2: DTSTART is missing'], calendar: { events: 2, kind: 'file' } },
    });
    expect(await slots()).not.toContain(first);
    const from = new Date(hub.clock.now()).toISOString();
    const to = new Date(hub.clock.now() + 9 * 24 * hourMs).toISOString();
    const { busy } = (
      await asNadia('GET', `/v1/representatives/${paul.id}/diary?from=${from}&to=${to}`)
    ).json;
    expect(busy).toMatchObject([{ startsAt: first, source: 'Agenda.ics' }]);
    await remove(added.json.calendar.id);
    expect(await slots()).toContain(first);
    const none = await asNadia('POST', calendars(), { kind: 'file', name: 'x', text: 'nom;âge' });
    expect(none.json.problems).toEqual(['line 1: no BEGIN:VCALENDAR, this is no calendar']);
    await remove(none.json.calendar.id);
  });

  it('[DIARY-24] an address is read with its password; what was read last stays while it fails', async () => {
    const [first = ''] = await slots();
    answer = { status: 200, text: calendarOf(Date.parse(first)) };
    asked = [];
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/a.ics`;
    const wanted = {
      kind: 'address',
      name: 'Bureau',
      address,
      userName: 'paul',
      password: 'secret',
    };
    const added = (await asNadia('POST', calendars(), wanted)).json.calendar;
    expect(asked).toEqual([`Basic ${Buffer.from('paul:secret').toString('base64')}`]);
    expect(JSON.stringify(added)).not.toContain('secret"');
    expect(added).toMatchObject({ hasSecret: true, problem: null, events: 1 });
    expect(await slots()).not.toContain(first);
    answer = { status: 503, text: '' };
    const failed = await asNadia('POST', `${calendars()}/${added.id}/read`);
    expect(failed.json).toMatchObject({
      problems: ['the calendar answered 503'],
      calendar: { events: 1 },
    });
    expect(await slots()).not.toContain(first);
    const soon = new Date(hub.clock.now() + 1000).toISOString();
    answer = { status: 200, text: calendarOf(Date.parse(first) + 400 * 24 * hourMs) };
    const { random } = { random: (length: number) => new Uint8Array(length) };
    const worker = { database: hub.database, clock: hub.clock, random };
    expect(await readSomeSource(worker, makeAskCalendar('any'), { readBefore: soon })).toEqual([]);
    expect(await slots()).toContain(first);
    const past = new Date(hub.clock.now() - hourMs).toISOString();
    expect(await readSomeSource(worker, makeAskCalendar('any'), { readBefore: past })).toBeNull();
    await remove(added.id);
  });

  it('[DIARY-24] an address of our own network, or without TLS, is not asked', async () => {
    const open = (address: string) => fetchCalendar(makeAskCalendar('open'), address, null);
    expect(await open('http://calendar.example/a.ics')).toEqual({
      problem: 'address: https only',
    });
    expect(await open('https://127.0.0.1/a.ics')).toEqual({
      problem: 'address: not an address of the open internet',
    });
    expect(await open('https://localhost/a.ics')).toEqual({
      problem: 'address: not an address of the open internet',
    });
    const closed = await asNadia('POST', calendars(), {
      kind: 'address',
      name: 'x',
      address: 'ftp://x/y',
    });
    expect(closed).toMatchObject({ status: 400, json: { detail: 'address: https only' } });
  });

  it('[DIARY-25] our own appointments, read back, fill nothing', async () => {
    const [first = ''] = await slots();
    const text = calendarOf(Date.parse(first), `${hub.newId()}@parlance`);
    await asNadia('POST', calendars(), { kind: 'file', name: 'Abonnement', text });
    expect(await slots()).toContain(first);
  });
});
