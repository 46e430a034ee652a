/** 100,000 customers by a file, and how long others wait meanwhile, against the same without it. */
import { randomUUID } from 'node:crypto';
import { copyLine, copyLines } from '@api/db/copy.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { type ImportView, importSchema } from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema } from '@shared/contracts/sync/pull.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleInteraction } from '../support/desk/samples.ts';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { until } from '../support/until';
import { importHeader, importLine } from './support/import-lines.ts';
import { percentile, recordRow } from './support/rows.ts';

const rows = 100_000;
const quietMs = 20_000;
const importWithinMs = 1_800_000;
const [camille] = demoAdvisors;
let hub: HubProcess;
let client: pg.Client;
let advisor: Session;
let agathe: Session;

const ask = (path: string, session: Session, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, hub.apiUrl), {
    ...init,
    headers: { authorization: `Bearer ${session.accessToken}`, ...init.headers },
  });
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const signIn = async (login: string): Promise<Session> => {
  const who = { login, password: camille.password, deviceId: randomUUID() };
  const answer = await fetch(new URL(routes.signIn, hub.apiUrl), json(who));
  return sessionSchema.parse(await answer.json());
};

beforeAll(async () => {
  hub = await startHub({ customers: 200 });
  client = new pg.Client(hub.databaseUrl);
  await client.connect();
  advisor = await signIn(camille.login);
  agathe = await signIn('agathe.perrot');
});
afterAll(async () => {
  await client?.end();
  await hub?.stop();
});

const csv = (): string =>
  [importHeader, ...Array.from({ length: rows }, (_, n) => importLine(n))]
    .map((cells) => cells.join(';'))
    .join('\n');

const peerColumns =
  'id kind civility first_name last_name language emails address_lines postcode commune country brand_ids search_text version updated_at'.split(
    ' ',
  );
/** A customer's rows as the tables want them, with nothing read, compared or kept for undoing. */
const rawRows = (n: number): readonly [customer: string, phone: string, relation: string] => {
  const id = randomUUID();
  const [last = '', first = '', , mail = '', address = '', postcode = '', commune = ''] =
    importLine(n);
  const emails = mail === '' ? [] : [mail];
  const now = new Date().toISOString();
  const names = `${first} ${last}`.toLowerCase();
  const card = [id, 'person', 'none', first, last, 'fr', emails, [address], postcode, commune];
  return [
    copyLine([...card, 'FR', ['kerdoual'], names, 1, now]),
    copyLine([id, 0, `+338${String(n).padStart(8, '0')}`, 'mobile']),
    copyLine([id, 'kerdoual', '2026-11-01', 0, 'new', false, 'neutral']),
  ];
};
const rowsACopy = 500;

/** The peer: COPY of as many customers into the same tables, which fire the same triggers. */
const copyRate = async (): Promise<number> => {
  const parts = Array.from({ length: rows / rowsACopy }, (_, part) =>
    Array.from({ length: rowsACopy }, (_none, n) => rawRows(part * rowsACopy + n)),
  );
  const startedAt = performance.now();
  for (const part of parts) {
    await client.query('begin');
    const of = (place: 0 | 1 | 2) => part.map((one) => one[place]);
    await copyLines(client, 'customers', peerColumns, of(0));
    const phone = ['customer_id', 'position', 'e164', 'label'];
    await copyLines(client, 'customer_phones', phone, of(1));
    const relation =
      'customer_id brand_id since value_12_months_cents segment vip relation_mode'.split(' ');
    await copyLines(client, 'customer_relations', relation, of(2));
    await client.query('commit');
  }
  const rate = rows / ((performance.now() - startedAt) / 1000);
  // Nobody but the file's customers is there when it comes, and nobody works on these.
  await client.query(`delete from customers where updated_at > now() - interval '1 hour'
    and id in (select customer_id from customer_phones where e164 like '+338%')`);
  await client.query('truncate identity_queue, insight_queue');
  return rate;
};

type Probe = { readonly stop: () => Promise<readonly number[]> };

/** What people do meanwhile: search, pull, push, one after the other. @returns how long each took. */
const startProbing = (cursor: string): Probe => {
  const tookMs: number[] = [];
  let on = true;
  const timed = async (work: () => Promise<Response>): Promise<void> => {
    const startedAt = performance.now();
    const answer = await work();
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    tookMs.push(performance.now() - startedAt);
  };
  const push = () => {
    const payload = sampleInteraction({ customerId: null });
    const orderKey = `interaction:${payload.id}`;
    const made = { id: randomUUID(), orderKey, madeAt: payload.startedAt };
    const mutations = [{ ...made, kind: 'interaction.record', payload }];
    return ask(routes.push, advisor, json({ deviceId: randomUUID(), mutations }));
  };
  const work = async (): Promise<void> => {
    while (on) {
      await timed(() => ask(`${routes.customers}?name=le`, advisor));
      await timed(() =>
        ask(`${routes.pull}?cursor=${encodeURIComponent(cursor)}&limit=100`, advisor),
      );
      await timed(push);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const working = work();
  return {
    stop: async () => {
      on = false;
      await working;
      return tookMs;
    },
  };
};
const p95 = (values: readonly number[]): number => percentile(values, 0.95);

const see = async (id: string): Promise<ImportView> =>
  importSchema.parse(await (await ask(`${routes.imports}/${id}`, agathe)).json());
const reached = (id: string, state: ImportView['state']): Promise<ImportView> =>
  until(
    `the import is ${state}`,
    async () => {
      const view = await see(id);
      return view.state === state && view;
    },
    importWithinMs,
    300,
  );

it('a file of 100,000 customers, and who works meanwhile', async () => {
  const boot = await (await ask(routes.bootstrap, advisor)).json();
  const { cursor } = bootstrapResponseSchema.parse(boot);
  const copied = await copyRate();
  const quiet = startProbing(cursor);
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  const without = p95(await quiet.stop());
  const busy = startProbing(cursor);
  const path = `${routes.imports}?brandId=kerdoual&kind=customers&fileName=banc.csv`;
  const sent = await ask(path, agathe, {
    method: 'POST',
    body: csv(),
    headers: { 'content-type': 'text/csv' },
  });
  const { id } = importSchema.parse(await sent.json());
  await reached(id, 'ready');
  await ask(`${routes.imports}/${id}/dry-run`, agathe, { method: 'POST' });
  const tried = await reached(id, 'tried');
  const startedAt = performance.now();
  await ask(`${routes.imports}/${id}/run`, agathe, { method: 'POST' });
  const done = await reached(id, 'done');
  const rate = rows / ((performance.now() - startedAt) / 1000);
  const during = p95(await busy.stop());
  expect(tried.counts.new + tried.counts.doubt + tried.counts.update).toBe(rows);
  expect(done.written.created).toBeGreaterThan(rows * 0.9);
  recordRow({
    id: 'import-others',
    what: 'p95 of searches, pulls and pushes while 100,000 customers are tried and written, against the same hub without an import',
    value: during,
    unit: 'ms',
    baseline: without,
    goal: { ratioAtMost: 3 },
  });
  recordRow({
    id: 'import',
    what: 'customers of a file written with number, relation, keys, history and change log, resting half of the time, against COPY of as many customers into the same tables with the same triggers',
    value: rate,
    unit: 'rows/s',
    baseline: copied,
    goal: { ratioAtLeast: 0.03 },
  });
}, 2_400_000);
