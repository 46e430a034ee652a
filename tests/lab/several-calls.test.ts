import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { type CallRow, callRows } from '../support/hub/hub-rows';
import { recentToneDb } from '../support/sound/tones';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const FIRST_HZ = 440;
const SECOND_HZ = 620;
const LOUD_DB = -30;
const SILENT_DB = -60;
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const heard = async (hz: number): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), hz);
const rowOf = (number: string): Promise<CallRow> =>
  until(`the hub holds the call of ${number}`, async () =>
    (await callRows(stage.hub.databaseUrl, since)).find(
      ({ call }) => call.customerNumber === number,
    ),
  );
/** The second call comes to her line directly: a queue does not ring who talks. */
const callHerLine = (hz: number, number: string) => stage.call('6001', { number, speaks: hz });

it('[LINE-11] [STATE-4] a second call waits in the list; taking it holds the first, and swapping brings that back', async () => {
  const first = await stage.call('+33199004110', { number: '+33639984117', speaks: FIRST_HZ });
  await desk.answer();
  await until('the first is heard', async () => (await heard(FIRST_HZ)) > LOUD_DB);
  const second = await callHerLine(SECOND_HZ, '+33639987731');
  const waiting = desk.line(/Appel qui sonne/);
  await waiting.waitFor();
  await desk.reads('Hélène Vasseur', desk.bar);
  await desk.press('F2');
  await desk.line(/En garde : Hélène Vasseur/).waitFor();
  await until('the second is heard', async () => (await heard(SECOND_HZ)) > LOUD_DB);
  await until('the first is silent', async () => (await heard(FIRST_HZ)) < SILENT_DB);
  await until(
    'the first hears her no more',
    () => recentToneDb(first.recordings.at(-1) ?? '', MICROPHONE_HZ, 0.4) < SILENT_DB,
  );
  await desk.press('Shift+F4');
  await desk.line(/En garde : Karim/).waitFor();
  await until('the first is heard again', async () => (await heard(FIRST_HZ)) > LOUD_DB);
  await until('the second is silent', async () => (await heard(SECOND_HZ)) < SILENT_DB);
  await desk.press('F9');
  await first.waitFor('CALL_CLOSED');
  second.hangup();
});

it('[LINE-14] a caller who gives up while it rings leaves an abandoned call, and no wrap-up', async () => {
  const caller = await stage.call('+33199004110', { number: '+33639985502' });
  await desk.rings();
  caller.hangup();
  await desk.answerButton.waitFor({ state: 'detached' });
  expect(await desk.finishButton.isVisible()).toBe(false);
  const row = await rowOf('+33639985502');
  expect(row).toMatchObject({ outcome: 'abandoned', customer_id: expect.any(String) });
  await desk.open('Odile Marchand');
  await desk.reads('Abandonné par l’appelant');
});

it('[LINE-14] a call that she declines is refused, not missed', async () => {
  const caller = await stage.call('6001', { number: '+33639982760' });
  await desk.rings();
  await desk.press('Escape');
  await caller.waitFor('CALL_CLOSED');
  expect((await rowOf('+33639982760')).outcome).toBe('refused');
});

it('[LINE-14] a call that a colleague answers first is told apart', async () => {
  const colleague = await stage.farEnd('desk');
  const caller = await stage.call('6099', { number: '+33261910042' });
  await desk.rings();
  await colleague.waitFor('CALL_INCOMING');
  colleague.accept();
  await desk.answerButton.waitFor({ state: 'detached' });
  expect((await rowOf('+33261910042')).outcome).toBe('answered-elsewhere');
  caller.hangup();
});
