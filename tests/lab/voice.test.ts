import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { microphoneStates, playedToneDb, watchMicrophones } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { loudestToneDb, recentToneDb, recordedS } from '../support/sound/tones';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const SILENT_DB = -60;
const SERVICE = '+33199004110';
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
  await watchMicrophones(await desk.parlance.window('engine'));
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const callIn = (): Promise<BaresipPhone> => stage.call(SERVICE, { number: '+33639984117' });
/** How loud the far end hears her microphone. */
const heardThere = (phone: BaresipPhone): number => {
  const file = phone.recordings.at(-1);
  return file === undefined ? -100 : recentToneDb(file, MICROPHONE_HZ, 0.4);
};
const heardHere = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), CALLER_HZ);

const bothHear = async (phone: BaresipPhone): Promise<void> => {
  await until('the caller hears her', () => heardThere(phone) > LOUD_DB);
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
};

it('[LINE-3] a call through a queue rings, is answered, and each side hears the tone of the other', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await until(
    'the caller does not hear himself',
    () => recentToneDb(phone.recordings.at(-1) ?? '', CALLER_HZ, 0.4) < SILENT_DB,
  );
});

it('[LINE-4] hold silences both directions and resuming brings them back', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await until('the caller hears her no more', () => heardThere(phone) < SILENT_DB);
  await until('she hears the caller no more', async () => (await heardHere()) < SILENT_DB);
  await desk.press('F4');
  await desk.reads('En ligne', desk.bar);
  await bothHear(phone);
});

it('[LINE-5] keys pressed on the keypad arrive at the far end, in order', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await desk.press('F8');
  await desk.page.getByRole('dialog', { name: 'Clavier' }).waitFor();
  for (const key of ['4', '0', '7', 'NumpadMultiply', 'Shift+Digit3', '1']) await desk.press(key);
  await until('the far end has heard every key', () => phone.heardKeys.length >= 6);
  expect(phone.heardKeys).toBe('407*#1');
  await desk.press('Escape');
});

it('[LINE-6] her hang-up ends the call on both sides, and the wrap-up says so', async () => {
  const phone = await callIn();
  await desk.answer();
  await desk.hangUp();
  await phone.waitFor('CALL_CLOSED');
  await desk.reads(/raccroché par vous/, desk.bar);
});

it('[LINE-6] the caller’s hang-up ends the call on both sides, and the wrap-up says so', async () => {
  const phone = await callIn();
  await desk.answer();
  await phone.waitFor('CALL_ESTABLISHED');
  phone.hangup();
  await desk.finishButton.waitFor();
  await desk.reads(/raccroché par le client/, desk.bar);
});

it('[LINE-8] the microphone is open for the call only, and given back after it', async () => {
  const engine = await desk.parlance.window('engine');
  const before = (await microphoneStates(engine)).length;
  await callIn();
  await desk.rings();
  expect(await microphoneStates(engine)).toHaveLength(before);
  await desk.answer();
  expect((await microphoneStates(engine)).slice(before)).toEqual(['live']);
  await desk.hangUp();
  await until('it is given back', async () =>
    (await microphoneStates(engine)).every((state) => state === 'ended'),
  );
});

it('[LINE-8] the microphone is given back when her own call is cancelled before it is answered', async () => {
  const engine = await desk.parlance.window('engine');
  const before = (await microphoneStates(engine)).length;
  const far = await stage.farEnd('+33639980001');
  await desk.dial('06 39 98 00 01');
  await far.waitFor('CALL_INCOMING');
  await until('it is open', async () => (await microphoneStates(engine)).length > before);
  await desk.hangUp();
  await far.waitFor('CALL_CLOSED');
  await until('it is given back', async () =>
    (await microphoneStates(engine)).every((state) => state === 'ended'),
  );
});

it('[LINE-9] mute silences her at the far end, stays over hold, and unmute brings her back', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await desk.press('F3');
  await desk.bar.getByRole('button', { name: 'Muet', pressed: true }).waitFor();
  await until('the caller hears her no more', () => heardThere(phone) < SILENT_DB);
  const silentFromS = recordedS(phone.recordings.at(-1) ?? '');
  expect(await heardHere()).toBeGreaterThan(LOUD_DB);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await desk.press('F4');
  await desk.reads('En ligne', desk.bar);
  await until('she hears the caller again', async () => (await heardHere()) > LOUD_DB);
  const resumedAtS = recordedS(phone.recordings.at(-1) ?? '');
  await until(
    'what followed the hold is recorded',
    () => recordedS(phone.recordings.at(-1) ?? '') > resumedAtS + 0.5,
  );
  expect(loudestToneDb(phone.recordings.at(-1) ?? '', MICROPHONE_HZ, silentFromS)).toBeLessThan(
    LOUD_DB,
  );
  await desk.press('F3');
  await until('the caller hears her again', () => heardThere(phone) > LOUD_DB);
});
