import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { takeFacts } from '@api/modules/queue-figures/facts-repository.ts';
import { readLogFile } from '@api/modules/queue-figures/read-log-file.ts';
import { factOf, startRecordingQueues } from '@api/modules/queue-figures/record.ts';
import { countsOfToday } from '@api/modules/queue-figures/today.ts';
import type { QueueEvent } from '@api/pbx/centre-port.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { queueFiguresAnswerSchema } from '@shared/contracts/http/queue-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { groupOf, queueFigures, usualTarget } from '@shared/domain/queue-call/figures.ts';
import { queueCalls } from '@shared/domain/queue-call/queue-call.ts';
import { readLog } from '@shared/domain/queue-call/read-log.ts';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { eventsOf, linesOf, logOf, simulatedDay } from '../../support/queue/simulated-day.ts';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const zone = 'Europe/Paris';
const queues = ['kerdoual-service', 'kerdoual-commandes'];
const quiet = pino({ level: 'silent' });
let hub: HubUnderTest;
let hugo: Session;
let nadia: Session;
let folder: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  folder = mkdtempSync(path.join(os.tmpdir(), 'queue-log-'));
});
afterEach(async () => {
  const { db } = hub.database;
  for (const table of [
    'queue_facts',
    'queue_calls',
    'queue_heard',
    'queue_log_read',
    'queue_targets',
  ] as const)
    await db.deleteFrom(table).execute();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hub.close();
});

const parts = () => ({ database: hub.database, clock: hub.clock, newId: hub.newId, log: quiet });
/** Yesterday in France: all of it is over. */
const yesterday = () => {
  const date = localDateOf(Date.now() - 86_400_000, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`;
  return { day, begins: instantOf(date, 0, zone) };
};
const ask = async (who: Session, query: Record<string, string> = {}) => {
  const { day } = yesterday();
  return hub.app.inject({
    method: 'GET',
    url: routes.queueFigures,
    query: { from: day, to: day, ...query },
    headers: bearer(who),
  });
};
const told = async (query: Record<string, string> = {}, who = hugo) => {
  const answer = await ask(who, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return queueFiguresAnswerSchema.parse(answer.json());
};
const figuresOfLog = (log: string, queue: string | null = null) => {
  const calls = queueCalls(readLog(log).facts).filter(
    (call) => queue === null || call.queue === queue,
  );
  return queueFigures(calls.map(groupOf), () => usualTarget);
};
const factsOf = (events: readonly QueueEvent[]) => events.flatMap((event) => factOf(event) ?? []);

it('[QUEUE-7] [QUEUE-10] [QUEUE-11] a day of 5,000 calls that two hubs hear gives the figures of the log', async () => {
  const calls = simulatedDay(queues, 5000, { begins: yesterday().begins, seed: 7 });
  const events = calls.flatMap(eventsOf);
  const hubs = [new ScriptedCentre(), new ScriptedCentre()];
  const stops = hubs.map((centre) => startRecordingQueues(parts(), centre, null));
  for (const [place, event] of events.entries()) {
    hubs[0]?.says(event);
    // The other was away for a while, and came late.
    if (place % 5 !== 0) hubs[1]?.says(event);
  }
  await Promise.all(stops.map((stop) => stop()));
  const log = logOf(calls);
  const { total, rows, definitions } = await told();
  expect(total).toEqual(figuresOfLog(log));
  expect(rows.map(({ key }) => key)).toEqual([...queues].sort());
  for (const { key, figures } of rows) expect(figures).toEqual(figuresOfLog(log, key));
  expect(Object.keys(definitions).sort()).toEqual(Object.keys(total).sort());
});

it('[QUEUE-9] what no hub heard is taken from the log, as far as it is written', async () => {
  const calls = simulatedDay(queues, 300, { begins: yesterday().begins, seed: 3 });
  const file = path.join(folder, 'queue_log');
  const lines = logOf(calls).split('\n').filter(Boolean);
  const half = Math.floor(lines.length / 2);
  await takeFacts(hub.database.db, factsOf(calls.slice(0, 100).flatMap(eventsOf)));
  const cut = lines[half]?.slice(0, 20) ?? '';
  writeFileSync(file, `${lines.slice(0, half).join('\n')}\n${cut}`);
  await readLogFile(hub, file);
  const before = (await told()).total;
  expect(before.offered).toBeLessThan(300);
  appendFileSync(file, `${lines[half]?.slice(20)}\n${lines.slice(half + 1).join('\n')}\n`);
  await readLogFile(hub, file);
  await readLogFile(hub, file);
  expect((await told()).total).toEqual(figuresOfLog(logOf(calls)));
});

it('[QUEUE-9] a log that was begun anew is read from its beginning', async () => {
  const file = path.join(folder, 'queue_log.new');
  const [first, second] = simulatedDay(queues, 2, { begins: yesterday().begins, seed: 5 });
  if (first === undefined || second === undefined) throw new Error('no calls');
  writeFileSync(file, `1|NONE|NONE|NONE|QUEUESTART|\n${linesOf(first).join('\n')}\n`);
  await readLogFile(hub, file);
  writeFileSync(file, `${linesOf(second)[0]}\n`);
  await readLogFile(hub, file);
  expect((await told()).total.offered).toBe(2);
});

it('[QUEUE-9] times that nobody heard are told', async () => {
  const { begins } = yesterday();
  expect((await told()).gaps).toHaveLength(1);
  const centre = new ScriptedCentre();
  const stop = startRecordingQueues(parts(), centre, null);
  await until(
    'it is written',
    async () =>
      (await hub.database.db.selectFrom('queue_heard').selectAll().execute()).length === 1,
  );
  await stop();
  const hour = 3_600_000;
  await hub.database.db
    .insertInto('queue_heard')
    .values({
      id: hub.newId(),
      heard_from: new Date(begins - hour).toISOString(),
      heard_until: new Date(begins + 9 * hour).toISOString(),
    })
    .execute();
  const { gaps } = await told();
  expect(gaps.map(({ from }) => Date.parse(from))).toEqual([begins + 9 * hour]);
});

it('[QUEUE-10] by brand, day, week and month, within the target of the queue', async () => {
  const { begins, day } = yesterday();
  const calls = simulatedDay(queues, 200, { begins, seed: 11 });
  await takeFacts(hub.database.db, factsOf(calls.flatMap(eventsOf)));
  const { total } = await told();
  for (const by of ['brand', 'day', 'week', 'month']) {
    const { rows } = await told({ by });
    expect(
      rows.map(({ figures }) => figures),
      by,
    ).toEqual([total]);
  }
  expect((await told({ by: 'day' })).rows[0]?.key).toBe(day);
  expect((await told({ by: 'brand' })).rows[0]?.key).toBe('kerdoual');
  expect((await told({ by: 'month' })).rows[0]?.key).toBe(`${day.slice(0, 7)}-01`);
  const target = { target_s: 60, short_s: 0 };
  const of = queues.map((queue) => ({ queue, ...target }));
  await hub.database.db.insertInto('queue_targets').values(of).execute();
  const generous = (await told()).total;
  expect(generous.inTime).toBe(total.taken);
  expect(generous.shortAbandoned).toBe(0);
});

it('[QUEUE-10] today’s counts are those of today, queue by queue', async () => {
  const now = Date.now();
  const about = (queue: string, legId: string) => ({ queue, legId, at: now - (now % 1000) });
  await takeFacts(hub.database.db, [
    { ...about('a', '1'), kind: 'taken', waitedS: 3, agent: '6001' },
    { ...about('a', '2'), kind: 'taken', waitedS: 30, agent: '6001' },
    { ...about('a', '3'), kind: 'left', waitedS: 12, because: 'hung-up' },
    { ...about('b', '4'), kind: 'joined' },
    { ...about('b', '5'), at: now - 3 * 86_400_000, kind: 'joined' },
  ]);
  const nobody = { offered: 1, answered: 0, answeredInTime: 0, abandoned: 0 };
  expect(await countsOfToday(hub.database.db, now)).toEqual(
    new Map([
      ['a', { offered: 3, answered: 2, answeredInTime: 1, abandoned: 1 }],
      ['b', nobody],
    ]),
  );
});

it('[QUEUE-10] a brand of others does not exist, and its queues are not counted', async () => {
  const calls = simulatedDay(['solvenne-contrats'], 20, { begins: yesterday().begins, seed: 2 });
  await takeFacts(hub.database.db, factsOf(calls.flatMap(eventsOf)));
  expect((await told()).total.offered).toBe(0);
  expect((await ask(hugo, { brandId: 'solvenne' })).json().code).toBe('not-found');
  const ofLead = (await told({}, nadia)).total.offered;
  expect(ofLead).toBe(nadia.user.brandIds.includes('solvenne') ? 20 : 0);
  expect((await ask(hugo, { to: '2020-01-01' })).statusCode).toBe(400);
});
