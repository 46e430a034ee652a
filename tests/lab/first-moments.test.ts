import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb, soundingContexts, watchMadeSounds } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { ANNOUNCEMENT_HZ } from '../support/pbx/pbx-settings';
import { CALLER_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
  await watchMadeSounds(await desk.parlance.window('engine'));
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const heard = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), ANNOUNCEMENT_HZ);

it('[LINE-25] what the network plays before the answer is heard without a ring-back over it', async () => {
  const engine = await desk.parlance.window('engine');
  const far = await stage.farEnd('+33639980090');
  await desk.dial('06 39 98 00 90');
  await until('the announcement is heard', async () => (await heard()) > LOUD_DB);
  expect(await soundingContexts(engine)).toBe(0);
  expect(await desk.bar.getByText('En ligne').isVisible()).toBe(false);
  await far.waitFor('CALL_INCOMING');
  far.accept();
  await desk.talks();
  await until(
    'the far end is heard',
    async () => (await playedToneDb(engine, CALLER_HZ)) > LOUD_DB,
  );
  expect(await soundingContexts(engine)).toBe(0);
});

it('[LINE-20] a far end that only rings makes the ring-back sound here, until it answers', async () => {
  const engine = await desk.parlance.window('engine');
  const far = await stage.farEnd('+33639980002');
  await desk.dial('06 39 98 00 02');
  await far.waitFor('CALL_INCOMING');
  await until('the ring-back sounds', async () => (await soundingContexts(engine)) === 1);
  far.accept();
  await desk.talks();
  expect(await soundingContexts(engine)).toBe(0);
});

it('[LINE-22] keys pressed as soon as the far end has answered arrive there, in order', async () => {
  const far = await stage.farEnd('+33639980003', { answers: 'auto' });
  await desk.dial('06 39 98 00 03');
  await desk.hangUpButton.waitFor();
  await desk.bar.getByText('En ligne').waitFor();
  await desk.press('F8');
  await desk.page.getByRole('dialog', { name: 'Clavier' }).waitFor();
  for (const key of ['1', '2', '3']) await desk.press(key);
  await until('the far end has heard every key', () => far.heardKeys.length >= 3);
  expect(far.heardKeys).toBe('123');
  await desk.press('Escape');
});
