/** A real hub and a real switch: what a lead decides acts there, and either may be killed. */
import path from 'node:path';
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAdvisors } from '../support/dialler/listed-people';
import { ApiSession } from '../support/hub/api-session';
import { type HubOptions, type HubProcess, startHub } from '../support/hub/hub-process';
import { Asterisk } from '../support/pbx/asterisk';
import { MANAGER_SECRET } from '../support/pbx/pbx-settings';
import { BaresipPhone } from '../support/phones/baresip-phone';
import { until } from '../support/until';

const QUEUE = 'kerdoual-service';
const LINE = '6101';
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
  pbx = await Asterisk.start();
  hub = await startHub(options());
  database = openDatabase(hub.databaseUrl, () => undefined);
  const { db } = database;
  await addAdvisors(db, [LINE]);
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

it('[QUEUE-9] [QUEUE-5] of calls that came while the hub was dead the log tells, and the queue is driven on', async () => {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
  const figures = async () =>
    nadia.ask(`/v1/queue-figures?from=${today}&to=${today}&brandId=kerdoual`);
  const before = (await figures()).total.offered;
  const { dataFolder, port } = hub;
  await hub.kill();
  const caller = await BaresipPhone.start({ number: '+33639980150', speaks: 440 });
  try {
    caller.dial(pbx.addressOf('+33199004110'));
    await caller.waitFor('CALL_ESTABLISHED');
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
