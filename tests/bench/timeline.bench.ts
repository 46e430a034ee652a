/**
 * A history of ten thousand exchanges, scrolled from its newest to its oldest in the running program:
 * the longest time between two frames, against the same way over plain lines of text.
 */
import { randomUUID } from 'node:crypto';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { intakeMediaType } from '@shared/contracts/http/intake.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { channels } from '@shared/domain/interaction/channel.ts';
import pg from 'pg';
import { afterAll, beforeAll, it } from 'vitest';
import { sampleInteraction } from '../support/desk/samples.ts';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { recordRow } from './support/rows.ts';

const entries = 10_000;
const perBody = 2_000;
const frames = 600;
const [camille] = demoAdvisors;
let hub: HubProcess;
let desk: Workstation;
let name: string;

const post = async (path: string, body: string, type: string, session?: Session) => {
  const authorization =
    session === undefined ? {} : { authorization: `Bearer ${session.accessToken}` };
  const headers = { 'content-type': type, ...authorization };
  const answer = await fetch(new URL(path, hub.apiUrl), { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** Years of exchanges over every channel, long and short. */
const historyOf = (customerId: string, from: number) =>
  Array.from({ length: perBody }, (_, at) => {
    const startedAt = new Date(Date.now() - (from + at) * 6 * 3_600_000).toISOString();
    return sampleInteraction({
      id: randomUUID(),
      customerId,
      channel: channels[(from + at) % channels.length] ?? 'phone',
      startedAt,
      endedAt: startedAt,
      title: `Échange ${from + at}`,
      summary: `Échange ${from + at} : ${'où en est sa commande ? '.repeat(1 + (at % 8))}`,
      call: null,
    });
  });

beforeAll(async () => {
  hub = await startHub({ customers: 50 });
  const client = new pg.Client(hub.databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, first_name || ' ' || last_name as name from customers
     where kind = 'person' and 'kerdoual' = any(brand_ids) order by id limit 1`,
  );
  await client.end();
  const [{ id = '', name: found = '' } = {}] = rows;
  name = found;
  const who = { login: 'agathe.perrot', password: camille.password, deviceId: randomUUID() };
  const agathe = sessionSchema.parse(
    await post(routes.signIn, JSON.stringify(who), 'application/json'),
  );
  for (let from = 0; from < entries; from += perBody) {
    const lines = historyOf(id, from).map((row) => `${JSON.stringify(row)}\n`);
    await post(routes.intake, lines.join(''), intakeMediaType, agathe);
  }
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
  await desk.status.getByText('Tout est envoyé').waitFor({ timeout: 60_000 });
}, 300_000);
afterAll(async () => {
  await desk?.close();
  await hub?.stop();
});

/** Scrolls an element to its end within so many frames; @returns the milliseconds of each frame. */
const scrolled = (selector: string): Promise<number[]> =>
  desk.page.evaluate(
    ([wanted, count]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(String(wanted));
        if (scroller === null) throw new Error('nothing to scroll');
        const times: number[] = [];
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          const way = scroller.scrollHeight - scroller.clientHeight;
          scroller.scrollTop = (way * times.length) / Number(count);
          if (times.length < Number(count)) requestAnimationFrame(step);
          else resolve(times);
        };
        requestAnimationFrame(step);
      }),
    [selector, frames] as const,
  );

/** The peer: as many plain lines, with nothing around them and nothing to work out. */
const addPlain = (): Promise<void> =>
  desk.page.evaluate((count) => {
    const plain = document.createElement('div');
    plain.id = 'plain';
    plain.style.cssText = 'position:fixed;inset:0;overflow:auto;background:#fff;z-index:9999';
    plain.innerHTML = Array.from({ length: count }, (_, at) => `<p>Échange ${at}</p>`).join('');
    document.body.append(plain);
  }, entries);

it(`scrolls a history of ${entries} exchanges`, async () => {
  await desk.press('Control+k');
  await desk.page.keyboard.type(name);
  await desk.page.getByRole('option', { name }).first().waitFor();
  await desk.press('Enter');
  await desk.reads(/Échange 1 :/);
  const longest = (times: readonly number[]) => Math.max(...times.slice(1));
  const ours = await scrolled('section[aria-label="Échanges, du plus récent au plus ancien"]');
  await desk.reads(/Échange 99\d\d :/);
  await addPlain();
  const plain = await scrolled('#plain');
  recordRow({
    id: 'timeline-frames',
    what: `a history of ${entries} exchanges scrolled from end to end in ${frames} frames, the longest frame, against as many plain lines of text`,
    value: longest(ours),
    unit: 'ms',
    baseline: longest(plain),
    goal: { valueAtMost: 50 },
  });
}, 300_000);
