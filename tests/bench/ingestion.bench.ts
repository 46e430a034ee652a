import { randomUUID } from 'node:crypto';
import { type Cell, copyRows } from '@api/db/copy.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { maxMutationsPerPush, pushResponseSchema } from '@shared/contracts/sync/push.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleInteraction } from '../support/desk/samples.ts';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { median, recordRow } from './support/rows.ts';

const rowsARound = 10_000;
const rounds = 3;
const pushers = 4;
const [camille] = demoAdvisors;
let hub: HubProcess;
let client: pg.Client;
let session: Session;

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(new URL(path, hub.apiUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${session?.accessToken ?? ''}`,
    },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  hub = await startHub({ customers: 50 });
  client = new pg.Client(hub.databaseUrl);
  await client.connect();
  await client.query('create table copied (like interactions including all)');
  const answer = await post(routes.signIn, {
    login: camille.login,
    password: camille.password,
    deviceId: randomUUID(),
  });
  session = sessionSchema.parse(await answer.json());
});
afterAll(async () => {
  await client?.end();
  await hub?.stop();
});

const makeRows = (): Interaction[] =>
  Array.from({ length: rowsARound }, (_, at) =>
    sampleInteraction({
      channel: 'phone',
      title: `Appel ${at}`,
      summary: 'La cliente demande où en est sa commande, elle est rassurée.',
    }),
  );

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const columns =
  'id customer_id brand_id channel direction started_at ended_at recorded_at outcome title summary notes'.split(
    ' ',
  );
const cells = (row: Interaction): readonly Cell[] => [
  row.id,
  row.customerId,
  row.brandId,
  row.channel,
  row.direction,
  row.startedAt,
  row.endedAt,
  row.recordedAt,
  row.outcome,
  row.title,
  row.summary,
  json(row.notes),
];

const copyRate = async (rows: readonly Interaction[]): Promise<number> => {
  const startedAt = performance.now();
  await copyRows(client, 'copied', columns, rows.map(cells));
  return rows.length / ((performance.now() - startedAt) / 1000);
};

/** Bodies are made beforehand: the desktops' work is not the hub's. */
const pushRate = async (rows: readonly Interaction[]): Promise<number> => {
  const deviceId = randomUUID();
  const batches: unknown[] = [];
  for (let at = 0; at < rows.length; at += maxMutationsPerPush) {
    const mutations = rows.slice(at, at + maxMutationsPerPush).map((payload) => ({
      id: randomUUID(),
      orderKey: `interaction:${payload.id}`,
      madeAt: payload.startedAt,
      kind: 'interaction.record',
      payload,
    }));
    batches.push({ deviceId, mutations });
  }
  const startedAt = performance.now();
  const push = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      const answer = pushResponseSchema.parse(await (await post(routes.push, batch)).json());
      expect(answer.answers.every(({ status }) => status === 'accepted')).toBe(true);
    }
  };
  await Promise.all(Array.from({ length: pushers }, push));
  return rows.length / ((performance.now() - startedAt) / 1000);
};

it('interactions into the hub against raw COPY', async () => {
  const pushed: number[] = [];
  const copied: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const rates = [await copyRate(makeRows()), await pushRate(makeRows())] as const;
    if (round === 0) continue;
    copied.push(rates[0]);
    pushed.push(rates[1]);
  }
  recordRow({
    id: 'ingestion',
    what: 'interactions pushed over HTTP into the hub, validated and applied once, against raw COPY into the same columns and indexes',
    value: median(pushed),
    unit: 'rows/s',
    baseline: median(copied),
    goal: { ratioAtLeast: 0.3 },
  });
}, 300_000);
