import { randomUUID } from 'node:crypto';
import { copyLines } from '@api/db/copy.ts';
import { copyInteractions } from '@api/modules/interactions/repository.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { intakeAnswerSchema, intakeMediaType } from '@shared/contracts/http/intake.ts';
import { routes } from '@shared/contracts/routes.ts';
import { maxMutationsPerPush, pushResponseSchema } from '@shared/contracts/sync/push.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleInteraction } from '../support/desk/samples.ts';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { median, recordRow } from './support/rows.ts';

const rowsARound = 20_000;
const rowsABody = 2_000;
const rounds = 5;
const senders = 4;
const [camille] = demoAdvisors;
let hub: HubProcess;
let client: pg.Client;
let customerIds: readonly string[];
let advisor: Session;
let agathe: Session;

const post = (
  path: string,
  body: string,
  mediaType = 'application/json',
  session?: Session,
): Promise<Response> =>
  fetch(new URL(path, hub.apiUrl), {
    method: 'POST',
    headers: {
      'content-type': mediaType,
      ...(session === undefined ? {} : { authorization: `Bearer ${session.accessToken}` }),
    },
    body,
  });

const signIn = async (login: string): Promise<Session> => {
  const who = { login, password: camille.password, deviceId: randomUUID() };
  return sessionSchema.parse(await (await post(routes.signIn, JSON.stringify(who))).json());
};

beforeAll(async () => {
  hub = await startHub({ customers: 50 });
  client = new pg.Client(hub.databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `select id from customers where 'kerdoual' = any(brand_ids)`,
  );
  customerIds = rows.map(({ id }) => id);
  advisor = await signIn(camille.login);
  agathe = await signIn('agathe.perrot');
});
afterAll(async () => {
  await client?.end();
  await hub?.stop();
});

/** Calls of known customers, as a telephone system would report them. */
const makeRows = (): Interaction[] =>
  Array.from({ length: rowsARound }, (_, at) =>
    sampleInteraction({
      customerId: customerIds[at % customerIds.length] ?? null,
      channel: 'phone',
      title: `Appel ${at}`,
      summary: 'La cliente demande où en est sa commande, elle est rassurée.',
      queue: 'kerdoual-service',
      call: {
        callUid: randomUUID(),
        customerNumber: '+33639980001',
        numberHidden: false,
        calledNumber: '+33199005501',
        answeredAt: null,
        endedBy: 'customer',
        failure: null,
        sipStatus: 200,
        heldMs: 0,
        transferredTo: null,
        training: false,
      },
    }),
  );

/** The peer: one COPY of all rows on a connection of its own, the same columns, nothing checked. */
const copyRate = async (rows: readonly Interaction[]): Promise<number> => {
  const startedAt = performance.now();
  const at = new Date().toISOString();
  await copyInteractions((...what) => copyLines(client, ...what), rows, at);
  return rows.length / ((performance.now() - startedAt) / 1000);
};

/** Sends prepared bodies over several connections: making them is the sender's work, not the hub's. */
const sendRate = async (
  bodies: readonly string[],
  send: (body: string) => Promise<void>,
): Promise<number> => {
  const left = [...bodies];
  const startedAt = performance.now();
  const sendAll = async (): Promise<void> => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) await send(body);
  };
  await Promise.all(Array.from({ length: senders }, sendAll));
  return rowsARound / ((performance.now() - startedAt) / 1000);
};

const inParts = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );

const intakeRate = (rows: readonly Interaction[]): Promise<number> => {
  const bodies = inParts(rows, rowsABody).map((part) =>
    part.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  return sendRate(bodies, async (body) => {
    const answer = await post(routes.intake, body, intakeMediaType, agathe);
    const { taken, refused } = intakeAnswerSchema.parse(await answer.json());
    expect([taken, refused]).toEqual([rowsABody, []]);
  });
};

const pushRate = (rows: readonly Interaction[]): Promise<number> => {
  const bodies = inParts(rows, maxMutationsPerPush).map((part) => {
    const mutations = part.map((payload) => ({
      id: randomUUID(),
      orderKey: `interaction:${payload.id}`,
      madeAt: payload.startedAt,
      kind: 'interaction.record',
      payload,
    }));
    return JSON.stringify({ deviceId: randomUUID(), mutations });
  });
  return sendRate(bodies, async (body) => {
    const answer = await post(routes.push, body, 'application/json', advisor);
    const { answers } = pushResponseSchema.parse(await answer.json());
    expect(answers.every(({ status }) => status === 'accepted')).toBe(true);
  });
};

it('interactions into the hub against raw COPY', async () => {
  const copied: number[] = [];
  const taken: number[] = [];
  const pushed: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const rates = [
      await copyRate(makeRows()),
      await intakeRate(makeRows()),
      await pushRate(makeRows()),
    ] as const;
    // The first round warms up both sides.
    if (round === 0) continue;
    copied.push(rates[0]);
    taken.push(rates[1]);
    pushed.push(rates[2]);
  }
  const measured = { unit: 'rows/s', baseline: median(copied) } as const;
  recordRow({
    id: 'ingestion',
    what: 'interactions taken in over HTTP as NDJSON, each validated and once in effect, against raw COPY of such rows into the same table',
    value: median(taken),
    ...measured,
    goal: { ratioAtLeast: 0.3 },
  });
  recordRow({
    id: 'ingestion-push',
    what: 'the same pushed by desktops in batches of 200 mutations, each answered by its id',
    value: median(pushed),
    ...measured,
    goal: { ratioAtLeast: 0.15 },
  });
}, 300_000);
