import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { lightBits, pressedBits, usualCollections } from '../support/desk/fake-headset';
import {
  headsetLights,
  headsetReports,
  microphoneStates,
  plugHeadset,
  watchMicrophones,
} from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { recentToneDb } from '../support/sound/tones';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const SILENT_DB = -60;
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
  await watchMicrophones(await engine());
  await plugHeadset(await engine(), usualCollections(true));
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const engine = () => desk.parlance.window('engine');
const lit = async (bits: number): Promise<void> => {
  await until(`the lights are ${bits}`, async () => (await headsetLights(await engine())) === bits);
};
const heardThere = (phone: BaresipPhone): number =>
  phone.recordings.length === 0
    ? -100
    : recentToneDb(phone.recordings.at(-1) ?? '', MICROPHONE_HZ, 0.4);

it('[AUDIO-16] [AUDIO-17] [AUDIO-18] a real call is answered, muted, unmuted and ended by the headset alone', async () => {
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.rings();
  await lit(lightBits.ring);
  await headsetReports(await engine(), pressedBits.hook);
  await desk.talks();
  await lit(lightBits.offHook);
  await until('the caller hears her', () => heardThere(phone) > LOUD_DB);
  await headsetReports(await engine(), pressedBits.hook | pressedBits.mute);
  await headsetReports(await engine(), pressedBits.hook);
  await until('the caller hears her no more', () => heardThere(phone) < SILENT_DB);
  await desk.bar.getByRole('button', { name: 'Muet', pressed: true }).waitFor();
  await lit(lightBits.offHook | lightBits.mute);
  await desk.press('F3');
  await lit(lightBits.offHook);
  await until('the caller hears her again', () => heardThere(phone) > LOUD_DB);
  await headsetReports(await engine(), 0);
  await phone.waitFor('CALL_CLOSED');
  await lit(0);
});

it('[AUDIO-24] on a desktop in order, with a real PBX and hub, every check passes', async () => {
  await desk.page.getByRole('button', { name: 'Poste' }).click();
  await desk.reads('11 sur 11 prêts');
});

it('[AUDIO-22] [AUDIO-23] she hears herself back, and the microphone is closed afterwards', async () => {
  await desk.page.getByRole('button', { name: 'Poste' }).click();
  await desk.page.getByRole('button', { name: 'M’entendre' }).click();
  await desk.reads('Parlez…');
  await desk.reads('Écoutez-vous');
  await desk.reads('trop de bruit autour');
  await until('the microphone is closed', async () =>
    (await microphoneStates(await engine())).every((state) => state === 'ended'),
  );
  expect((await microphoneStates(await engine())).length).toBeGreaterThan(0);
});

it('[AUDIO-23] a call takes the microphone that she was trying', async () => {
  await desk.page.getByRole('button', { name: 'Poste' }).click();
  await desk.page.getByRole('button', { name: 'Voir le niveau' }).click();
  await until('it is open', async () => (await microphoneStates(await engine())).includes('live'));
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await until('the caller hears her', () => heardThere(phone) > LOUD_DB);
  await until(
    'one microphone is open',
    async () =>
      (await microphoneStates(await engine())).filter((state) => state === 'live').length === 1,
  );
});
