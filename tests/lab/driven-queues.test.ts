/** A real hub and a real switch: what a lead decides acts there, and either may be killed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskPhone } from '../support/centre/lab-centre';
import { addAdvisors, addPeople, numberOf } from '../support/dialler/listed-people';
import { ApiSession } from '../support/hub/api-session';
import { type HubOptions, type HubProcess, startHub } from '../support/hub/hub-process';
import { Asterisk } from '../support/pbx/asterisk';
import { MANAGER_SECRET } from '../support/pbx/pbx-settings';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { until } from '../support/until';

const QUEUE = 'kerdoual-service';
const LINE = '6101';
const OTHER = '6102';
const VIP = numberOf(161);
const HEALED_MS = 5_000;
let pbx: Asterisk;
let hub: HubProcess;
let database: DatabaseHandle;
let nadia: ApiSession;
let userId: string;

const options = (): HubOptions => ({
  customers: 20,
  env: {
    PARLANCE_AMI_HOST: '127.0.0.1',
    PARLANCE_AMI_PORT: String(pbx.settings.managerPort),
    PARLANCE_AMI_SECRET: MANAGER_SECRET,
    PARLANCE_QUEUE_LOG: path.join(path.dirname(pbx.logFile), 'queue_log'),
  },
});

beforeAll(async () => {
  pbx = await Asterisk.start({ ringSeconds: 2 });
  hub = await startHub(options());
  database = openDatabase(hub.databaseUrl, () => undefined);
  const { db } = database;
  await addAdvisors(db, [LINE, OTHER]);
  const people = { commune: '35238', postcode: '35000', givenAt: new Date().toISOString() };
  await addPeople(db, { ...people, count: 2 }, 160);
  await sql`update customer_relations set vip = true where customer_id in
    (select customer_id from customer_phones where e164 = ${VIP})`.execute(db);
  const person = await db
    .selectFrom('lines')
    .select('user_id')
    .where('extension', '=', LINE)
    .executeTakeFirstOrThrow();
  userId = person.user_id;
  const rule = JSON.stringify({ isDriven: true, principles: [], required: [] });
  await db.insertInto('queue_rules').values({ queue: QUEUE, rule, version: 1 }).execute();
  nadia = await ApiSession.signIn(hub.apiUrl, 'nadia.ferrand');
});
afterAll(async () => {
  await database?.close();
  await hub?.stop();
  await pbx?.stop();
});

const shown = async (): Promise<string> => {
  const lines = (await pbx.console(`queue show ${QUEUE}`)).split('\n');
  return lines.find((line) => line.includes(`PJSIP/${LINE}`)) ?? '';
};
const hour = (): string => new Date(Date.now() + 3_600_000).toISOString();
const order = { queue: QUEUE, reason: 'Pic du matin' };

it('[QUEUE-13] [QUEUE-14] a move and a pause act on the switch, and end there', async () => {
  const wish = { ...order, userId, until: hour(), direction: 'in', penalty: 3 };
  const move = await nadia.ask('/v1/distribution/moves', wish);
  await until('she serves', async () => (await shown()).includes('penalty 3'));
  const pause = await nadia.ask('/v1/distribution/pauses', { ...order, userId, until: hour() });
  await until('she is paused', async () =>
    (await shown()).includes('paused:Parlance: Pic du matin'),
  );
  await nadia.ask(`/v1/distribution/pauses/${pause.id}/end`, {});
  await until('she is not', async () => !(await shown()).includes('paused'));
  await nadia.ask(`/v1/distribution/moves/${move.id}/end`, {});
  await until('she serves no more', async () => (await shown()) === '');
  expect(await pbx.console(`queue show ${QUEUE}`)).toContain('PJSIP/6001');
});

it('[QUEUE-14] [QUEUE-5] a switch that was killed is as it is wanted within five seconds', async () => {
  await nadia.ask('/v1/distribution/moves', {
    ...order,
    userId,
    until: hour(),
    direction: 'in',
  });
  await until('she serves', async () => (await shown()) !== '');
  await pbx.restart();
  const from = performance.now();
  await until('she serves again', async () => (await shown()) !== '');
  expect(performance.now() - from).toBeLessThan(HEALED_MS);
});

const callIn = async (number: string): Promise<BaresipPhone> => {
  const phone = await BaresipPhone.start({ number, speaks: 440 });
  phone.dial(pbx.addressOf('+33199004110'));
  await phone.waitFor('CALL_ESTABLISHED');
  return phone;
};
/** Asks the switch whenever somebody comes. */
const rule = async (more: object): Promise<void> => {
  const text = JSON.stringify({ isDriven: true, principles: [], required: [], ...more });
  await database.db.updateTable('queue_rules').set({ rule: text }).execute();
  await until('the switch asks', async () =>
    (await pbx.console('dialplan show globals')).includes('PARLANCE_ASKS=yes'),
  );
};
const waitingLines = async () =>
  (await pbx.console(`queue show ${QUEUE}`)).split('\n').filter((line) => line.includes('prio:'));
const entered = () =>
  readFileSync(path.join(path.dirname(pbx.logFile), 'queue_log'), 'utf8').split('|ENTERQUEUE|');

it('[QUEUE-16] [QUEUE-17] a VIP who came second is answered first, and each entered once', async () => {
  await rule({ byValue: { soonMinutes: 60, fairAfterS: 300 } });
  const before = entered().length;
  const wish = { ...order, userId, until: hour(), direction: 'in' };
  await nadia.ask('/v1/distribution/moves', { ...wish, direction: 'out' });
  await until('nobody serves', async () => (await shown()) === '');
  // Written as no carrier of ours writes it: it is she all the same.
  const callers = [await callIn(numberOf(160)), await callIn(`0${VIP.slice(3)}`)];
  try {
    await until('both wait', async () => (await waitingLines()).length === 2);
    expect((await waitingLines())[0]).toContain('prio: 5');
    const desk = await deskPhone(pbx, LINE, 700);
    callers.push(desk);
    await nadia.ask('/v1/distribution/moves', wish);
    await until('one is answered', async () => (await waitingLines()).length === 1);
    expect((await waitingLines())[0]).toContain('prio: 0');
    expect(entered().length - before).toBe(2);
  } finally {
    for (const one of callers) await one.stop();
  }
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
});

it('[QUEUE-18] whom she talked with last rings first and alone; once the time is over somebody else takes it', async () => {
  await rule({ lastAdvisor: { days: 7, seconds: 5 } });
  await sql`
    insert into interactions (id, customer_id, brand_id, channel, direction, started_at, outcome,
      advisor_id, title, notes)
    select gen_random_uuid(), customer_id, 'kerdoual', 'phone', 'inbound', now() - interval '1 day',
      'answered', ${userId}, 'Appel', '[]' from customer_phones where e164 = ${VIP}`.execute(
    database.db,
  );
  const { user_id: otherId } = await database.db
    .selectFrom('lines')
    .select('user_id')
    .where('extension', '=', OTHER)
    .executeTakeFirstOrThrow();
  const registers = { sipPort: pbx.settings.sipPort, password: `ligne-${LINE}` };
  const last = await BaresipPhone.start({ number: LINE, speaks: 700, registers });
  const others = [last, await deskPhone(pbx, OTHER, 1100)];
  try {
    await until('she is registered', () => pbx.isRegistered(LINE));
    for (const who of [userId, otherId])
      await nadia.ask('/v1/distribution/moves', {
        ...order,
        userId: who,
        until: hour(),
        direction: 'in',
      });
    await until('both serve', async () =>
      (await pbx.console(`queue show ${QUEUE}`)).includes(`PJSIP/${OTHER}`),
    );
    const before = entered().length;
    const caller = await callIn(VIP);
    others.push(caller);
    const from = performance.now();
    await last.waitFor('CALL_INCOMING');
    expect(await shown()).toContain('penalty 1001');
    expect((await waitingLines()).length).toBe(1);
    await until('somebody else takes it', async () => (await waitingLines()).length === 0);
    expect(performance.now() - from).toBeGreaterThan(4_500);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(entered().length - before).toBe(1);
    await until('she is as before', async () => !(await shown()).includes('penalty 1001'));
  } finally {
    for (const one of others) await one.stop();
  }
  await until('no call is left', async () => (await pbx.activeCalls()) === 0);
});

it('[QUEUE-9] [QUEUE-5] [QUEUE-17] of calls that came while the hub was dead the log tells, and the queue is driven on', async () => {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
  const figures = async () =>
    nadia.ask(`/v1/queue-figures?from=${today}&to=${today}&brandId=kerdoual`);
  const before = (await figures()).total.offered;
  const { dataFolder, port } = hub;
  await hub.kill();
  // The switch asks a hub that is dead: she waits like everybody.
  const caller = await callIn(VIP);
  try {
    await until('she waits', async () =>
      (await pbx.console(`queue show ${QUEUE}`)).includes('wait:'),
    );
    caller.hangup();
    await until('she gave up', async () => (await pbx.activeCalls()) === 0);
  } finally {
    await caller.stop();
  }
  await pbx.console(`queue remove member PJSIP/${LINE} from ${QUEUE}`);
  hub = await startHub({ ...options(), dataFolder, port });
  const from = performance.now();
  await until('she serves again', async () => (await shown()) !== '');
  expect(performance.now() - from).toBeLessThan(HEALED_MS);
  nadia = await ApiSession.signIn(hub.apiUrl, 'nadia.ferrand');
  await until('the call is counted', async () => (await figures()).total.offered === before + 1);
});
