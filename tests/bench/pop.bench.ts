import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { writeSip } from '../support/phones/sip-message';
import { hubAtRest } from './support/hub-at-rest.ts';
import { median, percentile, recordRow } from './support/rows.ts';

const customers = Number(process.env['PARLANCE_BENCH_CUSTOMERS'] ?? 100_000);
const rounds = 40;
const loadWithinMs = 900_000;
const [camille] = demoAdvisors;
let hub: HubProcess;
let pbx: ScriptedSwitch;
let desk: Workstation;

beforeAll(async () => {
  hub = await startHub({ customers });
  await hubAtRest(hub.databaseUrl);
  pbx = await ScriptedSwitch.start();
  const line = { url: pbx.url, user: camille.extension, password: camille.linePassword };
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille, line });
  // Asking the database itself would cost more than the load: counting reads every row.
  const loading = desk.page.getByText('Fiches reçues');
  await loading.waitFor({ timeout: 60_000 });
  await loading.waitFor({ state: 'detached', timeout: loadWithinMs });
  const engine = await desk.parlance.window('engine');
  const cached = Number(await engine.evaluate(countCached));
  // Some were in touch too long ago to be held.
  if (cached < customers * 0.95)
    throw new Error(`only ${cached} of ${customers} customers are cached`);
  // The day after: the same desktop, started anew on what it has cached.
  const { profileFolder } = desk.parlance;
  await desk.close();
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille, line, profileFolder });
}, loadWithinMs + 300_000);
afterAll(async () => {
  await desk?.parlance.close();
  await pbx?.stop();
  await hub?.stop();
});

/** Rows of the cache, read beside the program. */
const countCached = `(async () => {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('parlance-')) ?? {};
  if (name === undefined) return 0;
  const request = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const database = await request(indexedDB.open(name));
  const own = await request(database.transaction('bundles').objectStore('bundles').getAllKeys());
  const chunks = database.transaction('chunks').objectStore('chunks');
  const ids = new Set(own);
  await new Promise((resolve, reject) => {
    const asked = chunks.index('ids').openKeyCursor();
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      if (asked.result === null) return resolve();
      ids.add(asked.result.key);
      asked.result.continue();
    };
  });
  const count = ids.size;
  database.close();
  return count;
})()`;

type Person = { readonly name: string; readonly e164: string };

/** People of one brand whom a number leads to alone. */
const people = async (): Promise<Person[]> => {
  const client = new pg.Client(hub.databaseUrl);
  await client.connect();
  const { rows } = await client.query<Person>(`
    select c.first_name || ' ' || c.last_name as name, p.e164
    from customers c join customer_phones p on p.customer_id = c.id
    where c.kind = 'person' and 'kerdoual' = any (c.brand_ids)
      and (select count(*) from customer_phones o where o.e164 = p.e164) = 1
    order by md5(c.id::text) limit ${rounds}`);
  await client.end();
  return rows;
};

/**
 * Resolves with the instant at which the compositor presented the frame that first shows the words
 * (W3C Element Timing: the attribute is set between React's commit and the layout that follows).
 */
const painted = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const presented = new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('text-paint');
          const shown = entry as (PerformanceEntry & { readonly renderTime: number }) | undefined;
          if (shown === undefined) return;
          presented.disconnect();
          resolve(performance.timeOrigin + shown.renderTime);
        });
        presented.observe({ type: 'element' });
        const committed = new MutationObserver(() => {
          const title = [...document.querySelectorAll('main h1')].find((one) =>
            one.textContent?.includes(text),
          );
          if (title === undefined) return;
          committed.disconnect();
          title.setAttribute('elementtiming', 'customer');
        });
        committed.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    words,
  );

/** The call before is in the hub, and no window has anything left to do: as when a call comes. */
const atRest = async (): Promise<void> => {
  await desk.status.getByText('Tout est envoyé').waitFor();
  for (const name of ['engine', 'app', 'card'] as const) {
    const page = await desk.parlance.window(name);
    await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  }
};

/** One caller gives up after her 360 is there; the answer is the time from bytes to paint. */
const popMs = async (e164: string, words: string): Promise<number> => {
  const shown = painted(desk.page, words);
  await desk.page.evaluate(() => new Promise(requestAnimationFrame));
  const sentAt = performance.timeOrigin + performance.now();
  const callId = pbx.invite({
    from: `<sip:${e164}@switch.invalid>;tag=caller`,
    headers: [['X-DNIS', '+33199004110']],
  });
  const ms = (await shown) - sentAt;
  const { contact, via } = pbx.partsOf(callId);
  pbx.send(
    writeSip(
      `CANCEL ${contact} SIP/2.0`,
      [
        ['Via', via],
        ['Max-Forwards', '70'],
        ['From', `<sip:${e164}@switch.invalid>;tag=caller`],
        ['To', `<${contact}>`],
        ['Call-ID', callId],
        ['CSeq', '1 CANCEL'],
      ],
      '',
    ),
  );
  await desk.answerButton.waitFor({ state: 'detached' });
  await atRest();
  return ms;
};

it(`INVITE to painted 360, with ${customers} customers cached`, async () => {
  await atRest();
  const known = await people();
  const empty: number[] = [];
  const full: number[] = [];
  for (const [at, { name, e164 }] of known.entries()) {
    full.push(await popMs(e164, name));
    empty.push(await popMs(`+331990${String(40_000 + at)}`, 'Appelant inconnu'));
  }
  recordRow({
    id: 'screen-pop',
    what: `INVITE received to customer 360 painted, p95 of ${full.length}, ${customers} customers cached, against painting an empty card`,
    value: percentile(full, 0.95),
    unit: 'ms',
    baseline: percentile(empty, 0.95),
    goal: { valueAtMost: 100, ratioAtMost: 2 },
  });
  recordRow({
    id: 'screen-pop-median',
    what: 'the same, median',
    value: median(full),
    unit: 'ms',
    baseline: median(empty),
    goal: { ratioAtMost: 2 },
  });
}, 300_000);
