/**
 * A speech of 2,000 steps in the running program: the work of going to the next step in its outline,
 * of a letter typed in it and of moving its canvas, and how long it takes to open, against a bare list
 * and a bare canvas of as many steps in the same window.
 */
import { randomUUID } from 'node:crypto';
import { sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, it } from 'vitest';
import { largeSpeech } from '../component/support/speeches.ts';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { percentile, recordRow } from './support/rows.ts';

const steps = 2_000;
const turns = 40;
const frameMs = 16.7;
const elise = { login: 'elise.castel', password: demoAdvisors[0].password };
let hub: HubProcess;
let desk: Workstation;

const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(new URL(path, hub.apiUrl), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

beforeAll(async () => {
  hub = await startHub({ customers: 20 });
  const session = sessionSchema.parse(
    await post(routes.signIn, { ...elise, deviceId: randomUUID() }),
  );
  const { id: _i, version: _v, publishedAt: _p, ...content } = largeSpeech(steps);
  await post(`${routes.scripts}/grand-discours/versions`, content, session.accessToken);
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: elise });
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await hub?.stop();
});

/** What is done once, in the page: to whatever it is done, the same way for both. */
const deeds = {
  move: `document.querySelector('[role=listbox][aria-label=Plan]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))`,
  edit: `(() => { const field = document.querySelector('[data-place=title]'); field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, field.value + 'x');
    field.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  pan: `document.querySelector('.react-flow__pane').dispatchEvent(new WheelEvent('wheel', { deltaY: 160, bubbles: true, cancelable: true, clientX: 700, clientY: 500 }))`,
  bareMove: `(() => { const list = document.querySelector('#bare-list'); const rows = list.children;
    rows[window.bareAt ?? 0].className = ''; window.bareAt = (window.bareAt ?? 0) + 1;
    rows[window.bareAt].className = 'on'; rows[window.bareAt].scrollIntoView({ block: 'nearest' }); })()`,
  bareEdit: `document.querySelector('#bare-list').children[3].append('x')`,
  barePan: `(() => { const plane = document.querySelector('#bare-plane'); window.bareY = (window.bareY ?? 0) - 160;
    plane.style.transform = 'translateY(' + window.bareY + 'px)'; })()`,
} as const;

/** The work of each turn: the script of the deed, and style and layout, which are asked for at once. */
const workOf = (deed: keyof typeof deeds): Promise<number[]> =>
  desk.page.evaluate<number[]>(`(async () => {
    const act = () => { ${deeds[deed]}; };
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let at = 0; at < ${turns}; at += 1) {
      await frame();
      const began = performance.now();
      act();
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
      await frame();
    }
    return times;
  })()`);

const addBare = (): Promise<number> =>
  desk.page.evaluate(async (count) => {
    const began = performance.now();
    const bare = document.createElement('div');
    bare.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:9999';
    const each = (make: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => make(at)).join('');
    bare.innerHTML = `<div id="bare-list" style="position:absolute;width:260px;height:100%;overflow:auto">${each((at) => `<div>Étape ${at}</div>`)}</div>
      <div style="position:absolute;left:270px;right:0;height:100%;overflow:hidden"><div id="bare-plane">${each((at) => `<div style="position:absolute;left:${(at % 4) * 170}px;top:${at * 60}px;width:156px;height:84px">Étape ${at}</div>`)}<svg width="800" height="${count * 60}">${each((at) => `<path d="M90 ${at * 60}L260 ${at * 60 + 60}" stroke="gray"/>`)}</svg></div></div>`;
    document.body.append(bare);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  }, steps);

it('[EDIT-31] measures a speech of 2,000 steps against a bare list and a bare canvas', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Discours', exact: true }).click();
  const row = page.getByRole('button', { name: /^Grand discours/ });
  await row.waitFor();
  const began = performance.now();
  await row.click();
  await page.locator('.react-flow__node').first().waitFor();
  const openMs = performance.now() - began;
  const drawn = await page.locator('.react-flow__node').count();
  if (drawn > steps / 10) throw new Error(`${drawn} steps are drawn`);
  const move = await workOf('move');
  const pan = await workOf('pan');
  await page.keyboard.press('Alt+t');
  await page.locator('[data-place=title]').waitFor();
  const edit = await workOf('edit');
  const bareOpenMs = await addBare();
  const rows = [
    ['move', 'going to the next step in the outline', move, await workOf('bareMove')],
    ['edit', 'a letter typed in a step', edit, await workOf('bareEdit')],
    ['pan', 'moving the canvas', pan, await workOf('barePan')],
  ] as const;
  for (const [id, what, ours, bare] of rows)
    for (const [named, share] of [
      ['', 0.5],
      ['-p95', 0.95],
    ] as const)
      recordRow({
        id: `speech-editor-${id}${named}`,
        what: `${what} of a speech of ${steps} steps, the work of a turn, p${share * 100}, against a bare one`,
        value: percentile(ours, share),
        unit: 'ms',
        baseline: percentile(bare, share),
        goal: { valueAtMost: frameMs },
      });
  recordRow({
    id: 'speech-editor-open',
    what: `a speech of ${steps} steps opened, from the click until its graph is drawn, hub and all, against a bare list and canvas put into the page`,
    value: openMs,
    unit: 'ms',
    baseline: bareOpenMs,
    goal: { valueAtMost: 1_000 },
  });
}, 120_000);
