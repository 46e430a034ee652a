/**
 * A lead's own window with a floor of 2,000 advisors: how long a change takes until it is painted, and
 * how long the longest frame is while she scrolls, at the rate of a working day and in bursts.
 */
import { openDatabase } from '@api/db/database.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import { afterAll, beforeAll, it } from 'vitest';
import type { WebSocket } from 'ws';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { until } from '../support/until';
import { connect, fillFloor, inTurns, type Person, tokenSecret } from './support/floor-crowd.ts';
import { percentile, recordRow } from './support/rows.ts';

const advisors = 2_000;
const perSecond = 50;
const probes = 40;
const burst = 500;
let hub: HubProcess;
let pbx: ScriptedSwitch;
let nadia: Workstation;
let crowd: WebSocket[];
let people: readonly Person[];

/** The crowd's team is hers, and she has a line. */
const giveTeam = async (): Promise<void> => {
  const handle = openDatabase(hub.databaseUrl, () => undefined);
  const lead = await handle.db
    .selectFrom('users')
    .select('id')
    .where('login', '=', 'nadia.ferrand')
    .executeTakeFirstOrThrow();
  const team = await handle.db
    .selectFrom('teams')
    .select('id')
    .where('name', '=', 'Plateau')
    .executeTakeFirstOrThrow();
  await handle.db.insertInto('led_teams').values({ user_id: lead.id, team_id: team.id }).execute();
  const line = { user_id: lead.id, extension: '6005', password: 'ligne-6005' };
  await handle.db.insertInto('lines').values(line).execute();
  await handle.close();
};

beforeAll(async () => {
  hub = await startHub({ customers: 20, env: { PARLANCE_TOKEN_SECRET: tokenSecret } });
  people = (await fillFloor(hub.databaseUrl, { advisors, leads: 1 })).advisors;
  await giveTeam();
  pbx = await ScriptedSwitch.start();
  const url = `${hub.apiUrl.replace('http', 'ws')}${routes.live}`;
  crowd = await inTurns(people, 50, ({ token }) => connect(url, token));
  nadia = await Workstation.start({
    apiUrl: hub.apiUrl,
    advisor: { login: 'nadia.ferrand', password: 'parlance-demo' },
    line: { url: pbx.url, user: '6005', password: 'ligne-6005' },
  });
}, 300_000);
afterAll(async () => {
  for (const socket of crowd ?? []) socket.terminate();
  await nadia?.parlance.close();
  await pbx?.stop();
  await hub?.stop();
});

let told = 0;
const say = (place: number, state: DeskNow['state']): void => {
  told += 1;
  const since = new Date(1_700_000_000_000 + told).toISOString();
  const now: DeskNow = {
    state,
    since,
    reason: null,
    next: null,
    call: null,
    otherCalls: 0,
    hand: null,
  };
  crowd[place % crowd.length]?.send(JSON.stringify({ type: 'now', now }));
};

/** Runs in the page: the length of each frame from now on. */
const countFrames = `(() => {
  window.frames50 = [];
  let last = performance.now();
  const next = (at) => { window.frames50.push(at - last); last = at; requestAnimationFrame(next); };
  requestAnimationFrame(next);
})()`;
/** Runs in the page: when the seat next says so, after it was painted. */
const painted = ([name, words]: readonly [string, string]) =>
  new Promise<number>((resolve) => {
    const look = (): void => {
      const seats = [...document.querySelectorAll('[role=option]')];
      const seat = seats.find((one) => one.textContent?.startsWith(name));
      if (seat?.textContent?.includes(words) === true)
        requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
      else requestAnimationFrame(look);
    };
    look();
  });

it('paints a floor of 2,000', { timeout: 300_000 }, async () => {
  const { page } = nadia;
  await page.getByRole('button', { name: 'Plateau' }).click();
  for (let place = 0; place < advisors; place += 1) say(place, 'wrap-up');
  const first = page.getByRole('option').nth(3);
  await until('the floor is there', async () =>
    /Post-appel/.test((await first.textContent()) ?? ''),
  );
  const name = /^(.*?)(?=Post-appel)/.exec((await first.textContent()) ?? '')?.[1] ?? '';
  const place = Number(/N(\d+)/.exec(name)?.[1] ?? 0);
  await page.evaluate(countFrames);
  let at = 0;
  const load = setInterval(() => {
    at += 1;
    // Never the one that is looked at.
    if ((at * 7919) % advisors !== place) say(at * 7919, at % 2 === 0 ? 'wrap-up' : 'pause');
  }, 1000 / perSecond);
  const latencies: number[] = [];
  for (let probe = 0; probe < probes; probe += 1) {
    const quiet = probe % 2 === 0;
    const seen = page.evaluate(painted, [name, quiet ? 'Ne pas déranger' : 'Disponible'] as const);
    if (probe % 10 === 9)
      for (let more = 0; more < burst; more += 1) say(place + 1 + more, 'pause');
    const sentAt = Date.now();
    say(place, quiet ? 'do-not-disturb' : 'ready');
    latencies.push((await seen) - sentAt);
  }
  await page.getByRole('listbox').hover();
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, turn < 40 ? 600 : -1_200);
  clearInterval(load);
  const frames = (await page.evaluate('window.frames50')) as number[];
  recordRow({
    id: 'board-painted',
    what: 'a change of 2,000 desks → painted on a lead’s window, p95',
    value: percentile(latencies, 0.95),
    unit: 'ms',
    baseline: 1_000,
    goal: { valueAtMost: 1_000 },
  });
  recordRow({
    id: 'board-frames',
    what: 'longest frame of a lead’s window with 2,000 seats, while they change and she scrolls',
    value: Math.max(...frames.slice(1)),
    unit: 'ms',
    baseline: 50,
    goal: { valueAtMost: 50 },
  });
});
