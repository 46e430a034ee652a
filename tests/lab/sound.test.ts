import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  openMicrophones,
  playedToneDb,
  plugDevice,
  watchMicrophones,
} from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { runFolder } from '../support/run-folder';
import { loudestToneDb, recentToneDb, recordedS } from '../support/sound/tones';
import { writeWav } from '../support/sound/wav';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const SILENT_DB = -60;
const SAID_WITHIN_MS = 3_000;
const FIRST = 'Fake Audio Input 1';
const SECOND = 'Fake Audio Input 2';
const since = new Date().toISOString();
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

const engine = () => desk.parlance.window('engine');
const callIn = (speaks: number | string = CALLER_HZ): Promise<BaresipPhone> =>
  stage.call('+33199004110', { number: '+33639984117', speaks });
const heardThere = (phone: BaresipPhone): number =>
  recentToneDb(phone.recordings.at(-1) ?? '', MICROPHONE_HZ, 0.4);
const bothHear = async (phone: BaresipPhone): Promise<void> => {
  await until(
    'she hears the caller',
    async () => (await playedToneDb(await engine(), CALLER_HZ)) > LOUD_DB,
  );
  await until(
    'the caller hears her',
    () => phone.recordings.length > 0 && heardThere(phone) > LOUD_DB,
  );
};
/** Milliseconds until these words stand on the screen. */
const timeUntilSaid = async (words: string | RegExp): Promise<number> => {
  const from = performance.now();
  await desk.reads(words);
  return performance.now() - from;
};
const silence = (rateHz: number): string => {
  const file = path.join(runFolder('silence'), 'silence.wav');
  writeWav(file, { rateHz, samples: new Float64Array(rateHz * 60) });
  return file;
};
const chooseMicrophone = async (label: string): Promise<void> => {
  await desk.page.getByRole('button', { name: 'Réglages' }).click();
  await desk.page.getByLabel('Microphone', { exact: true }).selectOption({ label });
};

it('[AUDIO-12] a telephone that sends nothing any more is said within three seconds, and no more once it speaks', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  phone.freeze(true);
  const ms = await timeUntilSaid('Vous n’entendez pas la personne : plus rien n’arrive.');
  phone.freeze(false);
  expect(ms).toBeLessThan(SAID_WITHIN_MS);
  await desk.page.getByText(/plus rien n’arrive/).waitFor({ state: 'detached' });
  await bothHear(phone);
});

it('[AUDIO-14] a caller who is never heard is said within three seconds of the answer', async () => {
  await callIn(silence(8_000));
  await desk.answer();
  expect(await timeUntilSaid('Silence complet au bout du fil.')).toBeLessThan(SAID_WITHIN_MS);
});

it('[AUDIO-3] [AUDIO-4] her microphone is pulled out in a call: another serves at once, and it comes back with the plug', async () => {
  await chooseMicrophone(SECOND);
  await chooseMicrophone(FIRST);
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  expect(await openMicrophones(await engine())).toEqual([FIRST]);
  await plugDevice(await engine(), FIRST, false);
  await until('another is open', async () =>
    (await openMicrophones(await engine())).every((label) => label === SECOND),
  );
  await bothHear(phone);
  expect(await openMicrophones(await engine())).toEqual([SECOND]);
  await desk.bar.getByRole('button', { name: 'Muet', pressed: false }).waitFor();
  await plugDevice(await engine(), FIRST, true);
  await until('the first is open again', async () =>
    (await openMicrophones(await engine())).every((label) => label === FIRST),
  );
  await bothHear(phone);
  await desk.hangUp();
  await until('none is open', async () => (await openMicrophones(await engine())).length === 0);
});

it('[AUDIO-4] a muted call stays muted when her microphone is pulled out', async () => {
  await chooseMicrophone(FIRST);
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await desk.press('F3');
  await until('the caller hears her no more', () => heardThere(phone) < SILENT_DB);
  const silentFromS = recordedS(phone.recordings.at(-1) ?? '');
  await plugDevice(await engine(), FIRST, false);
  await until('another is open', async () =>
    (await openMicrophones(await engine())).every((label) => label === SECOND),
  );
  await desk.bar.getByRole('button', { name: 'Muet', pressed: true }).waitFor();
  expect(loudestToneDb(phone.recordings.at(-1) ?? '', MICROPHONE_HZ, silentFromS)).toBeLessThan(
    LOUD_DB,
  );
  await desk.press('F3');
  await until('the caller hears her again', () => heardThere(phone) > LOUD_DB);
  await plugDevice(await engine(), FIRST, true);
});

it('[AUDIO-11] the hub holds how the call sounded', async () => {
  const phone = await callIn();
  await desk.answer();
  await bothHear(phone);
  await desk.reads('Ligne nette', desk.bar);
  await desk.hangUp();
  const row = await until('the call is there', async () =>
    (await callRows(stage.hub.databaseUrl, since)).find(({ call }) => call.quality !== undefined),
  );
  expect(row.call.quality?.mos).toBeGreaterThan(4);
  expect(row.call.quality?.lossPercent).toBeLessThan(5);
});
