/**
 * The figures of a year of a centre of a hundred advisors, by each cut, asked of the hub as a screen does,
 * against PostgreSQL's own count of the same two tables in the same run.
 */
import { randomUUID } from 'node:crypto';
import { sessionSchema } from '@shared/contracts/http/auth.ts';
import {
  type CentreCut,
  centreAnswerSchema,
  centreCuts,
} from '@shared/contracts/http/centre-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { median, recordRow } from './support/rows.ts';
import { calls, loadYear, states } from './support/year-of-calls.ts';

const rounds = 3;
const [camille] = demoAdvisors;
let hub: HubProcess;
let client: pg.Client;
let token: string;

beforeAll(async () => {
  hub = await startHub();
  const body = { login: 'agathe.perrot', password: camille.password, deviceId: randomUUID() };
  const answer = await fetch(new URL(routes.signIn, hub.apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  token = sessionSchema.parse(await answer.json()).accessToken;
  client = new pg.Client(hub.databaseUrl);
  await client.connect();
  await loadYear(client);
}, 600_000);
afterAll(async () => {
  await client?.end();
  await hub?.stop();
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
};

const columns: { readonly [by in CentreCut]: string } = {
  advisor: 'advisor_id',
  team: 'advisor_id',
  brand: 'brand_id',
  queue: 'queue',
  speech: 'speech',
  day: `(at at time zone 'Europe/Paris')::date`,
  week: `date_trunc('week', at at time zone 'Europe/Paris')`,
  month: `date_trunc('month', at at time zone 'Europe/Paris')`,
};

it.each(centreCuts)(
  `figures of a year of ${calls} calls and ${states} states by %s`,
  async (by) => {
    const to = new Date().toISOString().slice(0, 10);
    const from = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10);
    const url = new URL(
      `${routes.centreFigures}?${new URLSearchParams({ by, from, to })}`,
      hub.apiUrl,
    );
    const ask = async () => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      return centreAnswerSchema.parse(await answer.json());
    };
    const told = await ask();
    expect(told.total.handling.handled).toBeGreaterThan(calls * 0.99);
    const ours = await timed(ask);
    const column = columns[by];
    const bare = await timed(async () => {
      await client.query(`select ${column}, count(*) from handled_calls group by ${column}`);
      await client.query('select user_id, state, count(*) from advisor_states group by 1, 2');
    });
    recordRow({
      id: `centre-figures-${by}`,
      what: `the centre's figures of a year, ${calls} calls and ${states} states, by ${by}, over HTTP, against a bare count of the same two tables`,
      value: ours,
      unit: 'ms',
      baseline: bare,
      goal: { ratioAtMost: 15, valueAtMost: 10_000 },
    });
  },
  600_000,
);
