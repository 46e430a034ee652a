import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { runFolder } from '../support/run-folder';
import { writeWav } from '../support/sound/wav';
import { Stage } from '../support/stage';

let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  const microphone = path.join(runFolder('microphone'), 'dead.wav');
  writeWav(microphone, { rateHz: 48_000, samples: new Float64Array(48_000 * 60) });
  desk = await stage.readyWorkstation({ microphone });
});
afterAll(async () => {
  await stage?.clear(desk);
  await desk?.close();
  await stage?.strike();
});

it('[AUDIO-13] a microphone that gives nothing is said within three seconds of the answer', async () => {
  await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  const from = performance.now();
  await desk.reads('On ne vous entend pas : votre microphone ne donne aucun son.');
  expect(performance.now() - from).toBeLessThan(3_000);
  await desk.press('F3');
  await desk.page.getByText(/ne donne aucun son/).waitFor({ state: 'detached' });
});
