/** A calendar that is disconnected: ours stay there, or are taken away however long it takes. */
import { makeAskCalendar } from '@api/modules/diaries/calendar/ask-calendar.ts';
import { leaveSome } from '@api/modules/diaries/leave-service.ts';
import { pushSome } from '@api/modules/diaries/push-service.ts';
import { readSomeSource } from '@api/modules/diaries/sources-service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CalDavServer, startCalDav } from '../../support/network/caldav-server.ts';
import { type Ask, addPerson, asker } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const account = { userName: 'paul', password: 'agenda-secret' };
const brandId = 'kerdoual';
const ask = makeAskCalendar('any');
let hub: HubUnderTest;
let asNadia: Ask;
let server: CalDavServer;
let paul: Representative;
let calendarId: string;
let anne: string;
let nadia: Session;

const worker = () => ({
  database: hub.database,
  clock: hub.clock,
  random: (length: number) => new Uint8Array(length),
});
const leave = () => {
  hub.clock.advance(31_000);
  return leaveSome(worker(), ask);
};
const at = () => `/v1/representatives/${paul.id}/calendars`;
const connect = async (): Promise<string> => {
  const wanted = { kind: 'caldav', name: 'Agenda', address: server.address, ...account };
  return (await asNadia('POST', at(), wanted)).json.calendar.id;
};
const push = async (): Promise<void> => {
  hub.clock.advance(31_000);
  await pushSome(worker(), ask);
};
const book = async (): Promise<void> => {
  const where = `/v1/appointment-slots?brandId=${brandId}&customerId=${anne}`;
  const { startsAt } = (await asNadia('GET', where)).json.slots[0];
  const one = { id: hub.newId(), representativeId: paul.id, customerId: anne, brandId, startsAt };
  const { status } = await asNadia('POST', '/v1/appointments', one);
  if (status >= 300) throw new Error(`not booked: ${status}`);
};
const kept = async (): Promise<number> =>
  (await hub.database.db.selectFrom('diary_sources').select('id').execute()).length;

beforeEach(async () => {
  server = await startCalDav(account);
  hub = await startHubUnderTest({ connectorNetwork: 'any' });
  nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  anne = await addPerson(hub, await hub.signIn('camille.roussel'), '29019');
  const wanted = { name: 'Paul Kerven', brandIds: [brandId] };
  paul = (await asNadia('POST', '/v1/representatives', wanted)).json;
  calendarId = await connect();
  await book();
  await book();
  await push();
  nadia = await hub.signIn('nadia.ferrand');
  expect(server.objects.size).toBe(2);
});
afterEach(async () => {
  await server.close();
  await hub.close();
});
const disconnect = async (query = ''): Promise<number> => {
  const url = `${at()}/${calendarId}${query}`;
  return (await hub.app.inject({ method: 'DELETE', url, headers: bearer(nadia) })).statusCode;
};

it('[DIARY-40] without being asked to, ours stay there', async () => {
  expect(await disconnect()).toBe(204);
  expect([await leave(), server.objects.size, await kept()]).toEqual([null, 2, 0]);
});

it('[DIARY-40] asked so, they go as soon as it answers, each once by one hub; nothing is read or written meanwhile', async () => {
  server.failWith = 503;
  expect(await disconnect('?appointments=take-away')).toBe(204);
  expect((await asNadia('GET', at())).json.calendars).toEqual([]);
  expect(await disconnect()).toBe(404);
  expect(await leave()).toBe(0);
  expect(await leaveSome(worker(), ask)).toBeNull();
  server.failWith = null;
  server.requests.length = 0;
  await book();
  await push();
  const readBefore = new Date(hub.clock.now() + 1).toISOString();
  expect(await readSomeSource(worker(), ask, { readBefore })).toBeNull();
  hub.clock.advance(31_000);
  await Promise.all([leaveSome(worker(), ask), leaveSome(worker(), ask)]);
  expect(server.objects.size).toBe(0);
  expect(server.requests.map((line) => line.split(' ')[0])).toEqual(['DELETE', 'DELETE']);
  expect(await kept()).toBe(0);
});

it('[DIARY-40] one that does not answer for a week is left as it is, and its account forgotten', async () => {
  server.failWith = 503;
  await disconnect('?appointments=take-away');
  hub.clock.advance(7 * 86_400_000 - 60_000);
  await leave();
  expect(await kept()).toBe(1);
  hub.clock.advance(60_000);
  await leave();
  expect([await kept(), server.objects.size]).toEqual([0, 2]);
});

it('[DIARY-40] connected again before that, it keeps them', async () => {
  server.failWith = 503;
  await disconnect('?appointments=take-away');
  server.failWith = null;
  await connect();
  await push();
  expect([await leave(), server.objects.size]).toEqual([null, 2]);
});
