/**
 * A campaign's list out of a file: imported, tried, written and put on the list in the hub's own process,
 * whose memory is watched all the while. PARLANCE_LIST_ROWS says how many people; 1,000,000 take about an
 * hour on two cores.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { madeListSchema } from '@shared/contracts/http/campaign-lists.ts';
import { type ImportView, importSchema } from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { until } from '../support/until';
import { importHeader, importLine } from './support/import-lines.ts';
import { recordRow } from './support/rows.ts';

const rows = Number(process.env['PARLANCE_LIST_ROWS'] ?? 50_000);
const withinMs = 3 * 3_600_000;
const [camille] = demoAdvisors;
let hub: HubProcess;
let agathe: Session;

const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
  const answer = await fetch(new URL(path, hub.apiUrl), {
    ...init,
    headers: {
      authorization: `Bearer ${agathe.accessToken}`,
      ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...init.headers,
    },
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
};
const post = (path: string, body: object = {}): Promise<unknown> =>
  ask(path, { method: 'POST', body: JSON.stringify(body) });

/** Sessions end before the file is through. */
const signIn = async (): Promise<void> => {
  const who = { login: 'agathe.perrot', password: camille.password, deviceId: randomUUID() };
  const answer = await fetch(new URL(routes.signIn, hub.apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(who),
  });
  agathe = sessionSchema.parse(await answer.json());
};
beforeAll(async () => {
  hub = await startHub();
  await signIn();
});
afterAll(() => hub?.stop());

const run = promisify(execFile);
/** Of the API's own process, its reading thread included, in MiB. */
const residentMiB = async (): Promise<number> => {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(hub.pid)]);
  return Number(stdout) / 1024;
};

function* file(): Generator<string> {
  yield `${importHeader.join(';')};DATE_CONSENT;CANAL;FINALITE;PREUVE\n`;
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  for (let n = 0; n < rows; n += 1)
    yield `${importLine(n).join(';')};${day};téléphone;offres commerciales;salon\n`;
}

it(
  'a list of many people out of a file, in bounded memory',
  async () => {
    let peakMiB = 0;
    const atRestMiB = await residentMiB();
    const watch = async <T>(what: string, seen: () => Promise<T | false>): Promise<T> =>
      until(
        what,
        async () => {
          peakMiB = Math.max(peakMiB, await residentMiB());
          const found = await seen().catch(async () => {
            await signIn();
            return false as const;
          });
          return found;
        },
        withinMs,
        1_000,
      );
    const importIs = (id: string, state: ImportView['state']) =>
      watch(`the import is ${state}`, async () => {
        const view = importSchema.parse(await ask(`${routes.imports}/${id}`));
        return view.state === state && view;
      });
    const sent = await ask(`${routes.imports}?brandId=kerdoual&kind=customers&fileName=liste.csv`, {
      method: 'POST',
      body: Readable.toWeb(Readable.from(file())) as never,
      headers: { 'content-type': 'text/csv' },
      duplex: 'half',
    } as RequestInit);
    const { id } = importSchema.parse(sent);
    await importIs(id, 'ready');
    await post(`${routes.imports}/${id}/dry-run`);
    await importIs(id, 'tried');
    await post(`${routes.imports}/${id}/run`);
    const done = await importIs(id, 'done');
    expect(done.written.created).toBeGreaterThan(rows * 0.9);
    const importedMiB = peakMiB;
    await signIn();
    const today = new Date().toISOString().slice(0, 10);
    const campaign = (await post(routes.campaigns, {
      name: 'Liste longue',
      brandId: 'kerdoual',
      goal: 'information',
      startsOn: today,
      endsOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
      presentedNumbers: ['+33199004110'],
    })) as { id: string };
    const at = `${routes.campaigns}/${campaign.id}`;
    const startedAt = performance.now();
    const asked = (await post(`${at}/list`, { importId: id, waitSeconds: 0 })) as {
      listId: string;
    };
    const list = await watch('the list is through', async () => {
      const seen = madeListSchema.parse(await ask(`${at}/lists/${asked.listId}`));
      return seen.state === 'ended' && seen;
    });
    const listRate = list.found / ((performance.now() - startedAt) / 1000);
    expect(list.found).toBeGreaterThan(rows * 0.9);
    recordRow({
      id: 'campaign-list-memory',
      what: `the most memory that the API took for a file of ${rows} people, tried, written and put on a list, against the same API at rest`,
      value: Math.max(peakMiB, importedMiB),
      unit: 'MiB',
      baseline: atRestMiB,
      goal: { valueAtMost: 1_024 },
    });
    recordRow({
      id: 'campaign-list',
      what: `people a second whom the law weighs for a list of ${rows}, one by one`,
      value: listRate,
      unit: 'rows/s',
      baseline: 1_000,
      goal: { ratioAtLeast: 1 },
    });
  },
  4 * 3_600_000,
);
