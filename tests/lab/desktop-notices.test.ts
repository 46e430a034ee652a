import { afterAll, beforeAll, expect, it } from 'vitest';
import { pressGlobalKey } from '../support/electron/global-keys';
import type { Workstation } from '../support/electron/workstation';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const KERDOUAL = '+33199004110';
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
});
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

it('[DESK-13] a missed call is told by the system while she looks elsewhere, and a click opens who it was', async () => {
  const { main } = desk.parlance;
  type Kept = { shown: Electron.Notification[] };
  await main.evaluate(({ Notification }) => {
    const kept = globalThis as unknown as Kept;
    kept.shown = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function keep() {
      kept.shown.push(this);
    };
  });
  // On a screen without a window manager a page never loses the focus by itself.
  await desk.page.evaluate(() => {
    document.hasFocus = () => false;
  });
  const caller = await stage.call(KERDOUAL, { number: '+33639985502' });
  await desk.rings();
  caller.hangup();
  const titles = () =>
    main.evaluate(() => (globalThis as unknown as Kept).shown.map(({ title }) => title));
  await until('the missed call is told', async () => (await titles()).length > 0);
  expect(await titles()).toEqual([expect.stringMatching(/^Appel manqué\s: Odile Marchand$/)]);
  await main.evaluate(() => {
    (globalThis as unknown as Kept).shown[0]?.emit('click');
  });
  await desk.reads('Odile Marchand', desk.person);
  await desk.reads('Abandonné par l’appelant');
  await stage.clear(desk);
});

it('[DESK-8] the global key for hold holds and resumes a real call', async () => {
  await stage.call(KERDOUAL, { number: '+33639984117' });
  await desk.answer();
  await pressGlobalKey('F4');
  await desk.reads('En garde', desk.bar);
  await pressGlobalKey('F4');
  await desk.reads('En ligne', desk.bar);
  await desk.hangUp();
  await stage.clear(desk);
});
