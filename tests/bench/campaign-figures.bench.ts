/**
 * The figures of 500,000 attempts with 200,000 people, by each cut, asked of the hub as a screen does,
 * against PostgreSQL's own count of the same table by the same column in the same run.
 */
import { randomUUID } from 'node:crypto';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import {
  allFiguresSchema,
  type FigureCut,
  figureCuts,
} from '@shared/contracts/http/call-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { attempts, loadAttempts, people } from './support/many-attempts.ts';
import { median, recordRow } from './support/rows.ts';

const rounds = 7;
const campaigns = 8;
const [camille] = demoAdvisors;
let hub: HubProcess;
let client: pg.Client;
let agathe: Session;

const post = async (path: string, body: object, session?: Session): Promise<unknown> => {
  const answer = await fetch(new URL(path, hub.apiUrl), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(session === undefined ? {} : { authorization: `Bearer ${session.accessToken}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
};

beforeAll(async () => {
  hub = await startHub();
  const who = { login: 'agathe.perrot', password: camille.password, deviceId: randomUUID() };
  agathe = sessionSchema.parse(await post(routes.signIn, who));
  const day = new Date().toISOString().slice(0, 10);
  const ids: string[] = [];
  for (let one = 0; one < campaigns; one += 1) {
    const made = (await post(
      routes.campaigns,
      {
        name: `Campagne ${one}`,
        brandId: 'kerdoual',
        goal: one % 2 === 0 ? 'appointments' : 'sales',
        startsOn: day,
        endsOn: day,
        outcomes: [{ dispositionCode: 'rendez-vous', consequence: 'success' }],
      },
      agathe,
    )) as { id: string };
    ids.push(made.id);
  }
  client = new pg.Client(hub.databaseUrl);
  await client.connect();
  await loadAttempts(client, ids);
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

const columns: { readonly [by in FigureCut]: string } = {
  campaign: 'campaign_id',
  advisor: 'advisor_id',
  team: 'team_id',
  hour: 'hour',
  area: 'department',
  speech: 'script_id, script_version',
  day: `(at at time zone 'Europe/Paris')::date`,
};

it.each(figureCuts)(
  `figures of ${attempts} attempts by %s`,
  async (by) => {
    const url = new URL(`${routes.campaignFigures}?by=${by}`, hub.apiUrl);
    const headers = { authorization: `Bearer ${agathe.accessToken}` };
    const ask = async () => {
      const answer = await fetch(url, { headers });
      return allFiguresSchema.parse(await answer.json());
    };
    const told = await ask();
    expect(told.total.attempts).toBe(attempts);
    expect(told.total.people).toBe(people);
    const ours = await timed(ask);
    const column = columns[by];
    const from =
      by === 'team' ? 'campaign_attempts join users on users.id = advisor_id' : 'campaign_attempts';
    const bare = await timed(() =>
      client.query(`select ${column}, count(*) from ${from} group by ${column}`),
    );
    recordRow({
      id: `campaign-figures-${by}`,
      what: `the figures of ${attempts} attempts with ${people} people by ${by}, with their total and the best hours, over HTTP, against a bare count of the same table by the same column`,
      value: ours,
      unit: 'ms',
      baseline: bare,
      goal: { ratioAtMost: 12, valueAtMost: 2_000 },
    });
  },
  600_000,
);
