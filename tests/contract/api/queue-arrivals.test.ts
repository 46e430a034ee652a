/** What the hub says to a switch that asks how a caller waits. */
import {
  answerArrival,
  raiseWaiting,
  startArrivals,
} from '@api/modules/distribution/arrival-work.ts';
import { arrivalsSince } from '@api/modules/distribution/arrivals-repository.ts';
import { drive } from '@api/modules/distribution/drive.ts';
import type { QueueArrival } from '@api/pbx/centre-port.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { QueueRule } from '@shared/domain/distribution/wanted.ts';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callerOf, ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { addPeople, numberOf } from '../../support/dialler/listed-people.ts';
import { until } from '../../support/until.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const QUEUE = 'kerdoual-service';
const FIRST = 9100;
const VIP = numberOf(FIRST);
const log = pino({ level: 'silent' });
let hub: HubUnderTest;
let centre: ScriptedCentre;
let camille: Session;
let extension: string;
let legs = 0;

const asking = () => ({ ...hub, log });
const rule = async (changes: Partial<QueueRule>): Promise<void> => {
  const { db } = hub.database;
  await db.deleteFrom('queue_rules').execute();
  const text = JSON.stringify({ isDriven: true, principles: ['brand'], required: [], ...changes });
  await db.insertInto('queue_rules').values({ queue: QUEUE, rule: text, version: 1 }).execute();
};
const arrival = (number: string | null, more: Partial<QueueArrival> = {}): QueueArrival => {
  legs += 1;
  const legId = `leg-${legs}`;
  return { queue: QUEUE, legId, channel: legId, callId: legId, number, priority: 0, ...more };
};
const said = async (one: QueueArrival) => {
  await answerArrival(asking(), centre, one);
  return centre.answers.get(one.legId);
};
const vip = (brandId: string, isVip: boolean, number = VIP) =>
  sql`update customer_relations set vip = ${isVip} where brand_id = ${brandId} and customer_id in
    (select customer_id from customer_phones where e164 = ${number})`.execute(hub.database.db);
const journal = async () =>
  hub.database.db
    .selectFrom('audit_log')
    .select(['user_id', 'entity', 'entity_id', 'detail'])
    .where('action', '=', 'queue-preferred')
    .orderBy('id', 'desc')
    .execute();

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  camille = await hub.signIn('camille.roussel', hub.newId());
  const { db } = hub.database;
  const givenAt = new Date(hub.clock.now()).toISOString();
  await addPeople(db, { count: 3, commune: '35238', postcode: '35000', givenAt }, FIRST);
  const line = await db
    .selectFrom('lines')
    .select('extension')
    .where('user_id', '=', camille.user.id)
    .executeTakeFirstOrThrow();
  extension = line.extension;
});
beforeEach(async () => {
  await hub.database.db.deleteFrom('queue_arrivals').execute();
  await hub.database.db.deleteFrom('deadlines').execute();
  await vip('kerdoual', true);
  centre.lines.set(extension, 'free');
  centre.shows({ queues: [{ name: QUEUE }] });
  await rule({ byValue: { soonMinutes: 60, fairAfterS: 300 } });
});
afterAll(() => hub.close());

describe('[QUEUE-16] who goes ahead', () => {
  it('[QUEUE-16] a VIP of that brand, in whichever way her number is written; nobody else', async () => {
    for (const written of [VIP, `0${VIP.slice(3)}`, `0033${VIP.slice(3)}`])
      expect(await said(arrival(written))).toEqual({ priority: 5, first: null });
    const others = [null, 'anonymous', numberOf(FIRST + 1), '+33999999999'];
    for (const other of others)
      expect(await said(arrival(other))).toEqual({ priority: 0, first: null });
    await vip('kerdoual', false);
    expect(await said(arrival(VIP))).toMatchObject({ priority: 0 });
  });

  it('[QUEUE-16] nobody of whom it is not certain who she is, or who may not be worked with', async () => {
    const { db } = hub.database;
    const also = sql`(select customer_id from customer_phones where e164 = ${numberOf(FIRST + 1)})`;
    await sql`insert into customer_phones (customer_id, position, e164, label)
      select ${also}, 1, ${VIP}, 'mobile'`.execute(db);
    expect(await said(arrival(VIP))).toMatchObject({ priority: 0 });
    await sql`delete from customer_phones where e164 = ${VIP} and customer_id = ${also}`.execute(
      db,
    );
    const restricted = (at: string | null) =>
      sql`update customers set restricted_at = ${at}, restricted_because = ${at === null ? null : 'x'}
        where id in (select customer_id from customer_phones where e164 = ${VIP})`.execute(db);
    await restricted('2026-01-01T00:00:00Z');
    expect(await said(arrival(VIP))).toMatchObject({ priority: 0 });
    await restricted(null);
    expect(await said(arrival(VIP))).toMatchObject({ priority: 5 });
  });

  it('[QUEUE-16] to whom an answer was promised that is due soon; not once somebody waited long', async () => {
    const dueAt = new Date(hub.clock.now() + 600_000).toISOString();
    await sql`insert into deadlines (customer_id, brand_id, interaction_id, channel, opened_at,
        due_at, escalate_at, promised_minutes, vip)
      select customer_id, 'kerdoual', gen_random_uuid(), 'phone', ${dueAt}::timestamptz - interval '4 h',
        ${dueAt}, ${dueAt}, 240, false from customer_phones where e164 = ${numberOf(FIRST + 2)}`.execute(
      hub.database.db,
    );
    const late = numberOf(FIRST + 2);
    expect(await said(arrival(late))).toMatchObject({ priority: 8 });
    expect((await journal())[0]?.detail).toMatchObject({ why: [{ by: 'deadline', dueAt }] });
    const patient = callerOf('patient', { since: hub.clock.now() - 301_000 });
    centre.shows({ queues: [{ name: QUEUE, callers: [patient] }] });
    expect(await said(arrival(late))).toMatchObject({ priority: 0 });
  });

  it('[QUEUE-16] what the switch gives by itself stays, and other queues are as ever', async () => {
    expect(await said(arrival(null, { priority: 7 }))).toMatchObject({ priority: 7 });
    expect(await said(arrival(VIP, { priority: 7 }))).toMatchObject({ priority: 7 });
    expect(await said(arrival(VIP, { queue: 'solvenne-contrats' }))).toMatchObject({ priority: 0 });
    expect(await said(arrival(VIP, { queue: 'unknown' }))).toMatchObject({ priority: 0 });
  });
});

it('[QUEUE-19] two hubs decide once; the journal says why and names nobody', async () => {
  const before = (await journal()).length;
  const one = arrival(VIP);
  await Promise.all([said(one), said(one)]);
  const entries = (await journal()).slice(0, -before || undefined);
  expect(entries).toEqual([
    {
      user_id: null,
      entity: 'queue',
      entity_id: QUEUE,
      detail: { callId: one.callId, priority: 5, why: [{ by: 'vip' }] },
    },
  ]);
  expect(await arrivalsSince(hub.database.db, '2020-01-01T00:00:00Z')).toHaveLength(1);
});

it('[QUEUE-17] a database that does not answer lets the caller wait like everybody', async () => {
  const broken = { ...asking(), database: { ...hub.database, db: {} as never } };
  const one = arrival(VIP, { priority: 2 });
  await answerArrival(broken, centre, one);
  expect(centre.answers.get(one.legId)).toEqual({ priority: 2, first: null });
});

it('[QUEUE-17] of whom no hub heard when she came is put ahead while she waits; the switch asks where a rule is', async () => {
  const waits = callerOf('unheard', { number: VIP, since: hub.clock.now() });
  centre.shows({ queues: [{ name: QUEUE, callers: [waits] }] });
  centre.orders.splice(0);
  await raiseWaiting(asking(), centre);
  await raiseWaiting(asking(), centre);
  expect(centre.orders).toEqual([['setPriority', QUEUE, 'unheard', 5]]);
  expect(centre.asks).toBe('yes');
  await rule({});
  await raiseWaiting(asking(), centre);
  expect(centre.asks).toBe('no');
});

describe('[QUEUE-18] whom she talked with last', () => {
  const talked = (daysAgo: number) =>
    sql`insert into interactions (id, customer_id, brand_id, channel, direction, started_at, outcome,
        advisor_id, title, notes)
      select gen_random_uuid(), customer_id, 'kerdoual', 'phone', 'inbound',
        ${new Date(hub.clock.now() - daysAgo * 86_400_000).toISOString()}::timestamptz, 'answered',
        ${camille.user.id}, 'Appel', '[]' from customer_phones where e164 = ${VIP}`.execute(
      hub.database.db,
    );
  const penalty = () =>
    centre
      .queues()
      .get(QUEUE)
      ?.members.find((one) => one.extension === extension)?.penalty;

  it('[QUEUE-18] she is set apart until the call is taken, and it is said who is asked', async () => {
    await rule({ lastAdvisor: { days: 7, seconds: 10 } });
    await drive(asking(), centre);
    expect(await said(arrival(VIP))).toEqual({ priority: 0, first: null });
    await talked(8);
    expect(await said(arrival(VIP))).toEqual({ priority: 0, first: null });
    await talked(6);
    const one = arrival(VIP);
    expect(await said(one)).toEqual({ priority: 0, first: { penalty: 1001, seconds: 10 } });
    expect(penalty()).toBe(1001);
    // Another caller of hers does not wait for her as well.
    expect(await said(arrival(VIP))).toEqual({ priority: 0, first: null });
    await drive(asking(), centre);
    expect(penalty()).toBe(1001);
    const stop = startArrivals(asking(), centre);
    const { queue, callId, legId } = one;
    const at = hub.clock.now();
    centre.says({ type: 'taken', queue, callId, legId, at, extension, waitedMs: 2000 });
    await until('she is as before', async () => {
      await drive(asking(), centre);
      return penalty() === 0;
    });
    await stop();
  });

  it('[QUEUE-18] not on a switch that could not end it, nor where she talks; it ends by itself', async () => {
    await rule({ lastAdvisor: { days: 7, seconds: 10 } });
    await drive(asking(), centre);
    centre.seconds.delete(10);
    expect(await said(arrival(VIP))).toMatchObject({ first: null });
    centre.seconds.add(10);
    const member = centre.queues().get(QUEUE)?.members ?? [];
    centre.shows({
      queues: [
        { name: QUEUE, members: member.map((one) => ({ ...one, line: 'in-use' as const })) },
      ],
    });
    expect(await said(arrival(VIP))).toMatchObject({ first: null });
    centre.shows({ queues: [{ name: QUEUE, members: member }] });
    expect(await said(arrival(VIP))).toMatchObject({ first: { penalty: 1001 } });
    hub.clock.advance(10_001);
    await drive(asking(), centre);
    expect(penalty()).toBe(0);
  });
});
