/** A hub of its own for a test file, with a clock that the test moves. */
import { randomBytes } from 'node:crypto';
import { buildApp } from '@api/app.ts';
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { hasUnsettled, settledBelow } from '@api/modules/sync/change-log-repository.ts';
import { servedWire } from '@api/modules/sync/leave-out.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import pino from 'pino';
import { inject } from 'vitest';
import { copyHubDatabase } from '../../support/hub-database.ts';
import { until } from '../../support/until.ts';

export const password = 'parlance-demo';
export const deviceId = '0191c0de-0000-7000-8000-00000000d001';

export type HubUnderTest = {
  readonly app: HubApp;
  readonly database: DatabaseHandle;
  readonly newId: () => string;
  readonly clock: { now: () => number; advance: (ms: number) => void };
  /** What the hub logged, as JSON lines. */
  readonly logged: string[];
  readonly signIn: (login: string, device?: string) => Promise<Session>;
  /** Waits until every logged change may be pulled: other databases' transactions count as running. */
  readonly settle: () => Promise<void>;
  /** A second instance on the same database, as behind a balancer. */
  readonly another: () => Promise<HubApp>;
  readonly close: () => Promise<void>;
};

export const startHubUnderTest = async (
  changes: Partial<HubDependencies> = {},
): Promise<HubUnderTest> => {
  const copy = await copyHubDatabase(inject('hubDatabaseServer'));
  const database = openDatabase(copy.url, () => undefined);
  let aheadMs = 0;
  const clock = {
    now: () => Date.now() + aheadMs,
    advance: (ms: number) => {
      aheadMs += ms;
    },
  };
  const logged: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => logged.push(line) });
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const newId = makeIds(clock, random);
  const dependencies: HubDependencies = {
    database,
    clock,
    newId,
    random,
    log,
    tokenSecret: random(32),
    allowedOrigins: ['app://parlance'],
    pbx: null,
    dialSwitch: null,
    centre: null,
    recording: null,
    training: true,
    webhookNetwork: 'open',
    connectorNetwork: 'open',
    wire: servedWire(1),
    ...changes,
  };
  const app = await buildApp(dependencies);
  await app.ready();
  const others: { readonly app: HubApp; readonly database: DatabaseHandle }[] = [];
  const another = async () => {
    const own = openDatabase(copy.url, () => undefined);
    const other = await buildApp({ ...dependencies, database: own });
    others.push({ app: other, database: own });
    await other.ready();
    return other;
  };
  const signIn = async (login: string, device = deviceId): Promise<Session> => {
    const payload = { login, password, deviceId: device };
    const response = await app.inject({ method: 'POST', url: routes.signIn, payload });
    if (response.statusCode !== 200) throw new Error(`sign-in of ${login}: ${response.body}`);
    return response.json();
  };
  const settle = async (): Promise<void> => {
    await until(
      'every change is settled',
      async () => !(await hasUnsettled(database.db, await settledBelow(database.db))),
    );
  };
  const close = async () => {
    for (const other of others) {
      await other.app.close();
      await other.database.close();
    }
    await app.close();
    await database.close();
    await copy.drop();
  };
  return { app, database, newId, clock, logged, signIn, settle, another, close };
};

export const bearer = (session: Pick<Session, 'accessToken'>) => ({
  authorization: `Bearer ${session.accessToken}`,
});
