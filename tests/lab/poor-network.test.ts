import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { PoorMedia } from '../support/network/poor-media';
import { heardFromNow, untilHeard } from '../support/phones/listening';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const LOUD_DB = -30;
const SILENT_DB = -60;
let stage: Stage;
let media: PoorMedia;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  media = await PoorMedia.start(stage.pbx.wsUrl);
  desk = await stage.readyWorkstation({
    line: { url: media.url, user: camille.extension, password: camille.linePassword },
  });
});
afterEach(async () => {
  media.poor = { loss: 0, jitterMs: 0 };
  await stage.clear(desk);
});
afterAll(async () => {
  await desk?.close();
  media?.stop();
  await stage?.strike();
});

const heardHere = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), CALLER_HZ);

it('[ROBUST-12] with five packets of a hundred lost and the others late by up to 40 ms, both hear each other and the call obeys', async () => {
  media.poor = { loss: 0.05, jitterMs: 40 };
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
  await until('many packets were lost', () => media.lost > 40, 30_000);
  const levels: number[] = [];
  for (let look = 0; look < 8; look += 1) levels.push(await heardFromNow(phone, MICROPHONE_HZ));
  console.info(`lost ${media.lost} of ${media.lost + media.passed}: ${levels.map(Math.round)} dB`);
  expect(levels.filter((db) => db > LOUD_DB).length).toBeGreaterThanOrEqual(7);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await untilHeard(phone, MICROPHONE_HZ, (db) => db < SILENT_DB);
  await desk.press('F4');
  await untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
  await desk.hangUp();
  await phone.waitFor('CALL_CLOSED');
});

it('[ROBUST-12] when for ten seconds nothing arrives, the call is still there and both hear each other again', async () => {
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
  media.poor = { loss: 1, jitterMs: 0 };
  const cutAt = Date.now();
  await until('nothing came for ten seconds', () => Date.now() - cutAt > 10_000, 12_000);
  media.poor = { loss: 0, jitterMs: 0 };
  const backAt = Date.now();
  await untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
  console.info(`ten seconds of nothing: heard again ${Date.now() - backAt} ms after it was over`);
  await desk.hangUp();
});
