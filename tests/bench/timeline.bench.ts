/**
 * A history of ten thousand exchanges in the running program, dragged by the thumb from its newest to
 * its oldest and back, and turned by the wheel: the longest time between two frames, against the same
 * ways over plain lines of text.
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
import { until } from '../support/until';
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
  // It is scrolled, not loaded: what the hub works out of a new history has reached nobody halfway.
  const isWorkedOut = async () =>
    (await client.query('select 1 from insight_queue limit 1')).rowCount === 0;
  await until('the hub has threaded the history', isWorkedOut, 240_000);
  await client.end();
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
  await desk.status.getByText('Tout est envoyé').waitFor({ timeout: 60_000 });
}, 300_000);
afterAll(async () => {
  await desk?.close();
  await hub?.stop();
});

/** The ways it is scrolled: the thumb dragged from end to end and back, then the wheel within it. */
const ways = [
  { from: 0, to: 1, px: null, count: frames },
  { from: 1, to: 0, px: null, count: frames / 2 },
  { from: 0.5, to: null, px: 120, count: frames / 4 },
  { from: 0.5, to: null, px: -120, count: frames / 4 },
] as const;

/** Scrolls an element in each of the ways; @returns the milliseconds of each frame. */
const scrolled = (selector: string): Promise<number[]> =>
  desk.page.evaluate(
    async ([wanted, all]) => {
      const scroller = document.querySelector(wanted);
      if (scroller === null) throw new Error('nothing to scroll');
      const nextFrame = () =>
        new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      const times: number[] = [];
      for (const { from, to, px, count } of all) {
        const wayOf = () => scroller.scrollHeight - scroller.clientHeight;
        scroller.scrollTop = wayOf() * from;
        await nextFrame();
        await nextFrame();
        for (let at = 1, last = await nextFrame(); at <= count; at += 1) {
          if (px === null) scroller.scrollTop = wayOf() * (from + ((to - from) * at) / count);
          else scroller.scrollTop += px;
          const now = await nextFrame();
          times.push(now - last);
          last = now;
        }
      }
      return times;
    },
    [selector, ways] as const,
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
  const longest = (times: readonly number[]) => Math.max(...times);
  const list = desk.page.getByLabel('Échanges, du plus récent au plus ancien');
  await list.evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await desk.reads(/Échange 99\d\d :/);
  const ours = await scrolled('section[aria-label="Échanges, du plus récent au plus ancien"]');
  await addPlain();
  const plain = await scrolled('#plain');
  recordRow({
    id: 'timeline-frames',
    what: `a history of ${entries} exchanges dragged from end to end in ${frames} frames, back in half of them, and turned by the wheel, the longest frame, against as many plain lines of text`,
    value: longest(ours),
    unit: 'ms',
    baseline: longest(plain),
    goal: { valueAtMost: 50 },
  });
}, 300_000);
