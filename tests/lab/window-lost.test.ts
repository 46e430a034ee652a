import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { crashWindow, textOfWindow } from '../support/electron/lost-window';
import type { Workstation } from '../support/electron/workstation';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { durationS, recentToneDb, toneLevelDb } from '../support/sound/tones';
import { readWav } from '../support/sound/wav';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const SLICE_S = 0.1;
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await desk.close();
  await stage.clear();
});
afterAll(() => stage?.strike());

const inCall = async (): Promise<BaresipPhone> => {
  desk = await stage.readyWorkstation();
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await until('the caller hears her', () => heardNow(phone) > LOUD_DB);
  return phone;
};
const file = (phone: BaresipPhone): string => phone.recordings.at(-1) ?? '';
const heardNow = (phone: BaresipPhone): number =>
  phone.recordings.length === 0 ? -100 : recentToneDb(file(phone), MICROPHONE_HZ, 0.3);

/** The loudness of her voice at the far end, slice by slice, since a moment of its recording. */
const slicesSince = (phone: BaresipPhone, fromS: number): number[] => {
  const sound = readWav(file(phone));
  const count = Math.floor((durationS(sound) - fromS) / SLICE_S);
  return Array.from({ length: count }, (_, at) =>
    toneLevelDb(sound, MICROPHONE_HZ, { fromS: fromS + at * SLICE_S, lengthS: SLICE_S }),
  );
};
const recorded = (phone: BaresipPhone): number => durationS(readWav(file(phone)));

it('[LINE-15] reloading the app window in a call leaves no gap in the voice, and it comes back to the call', async () => {
  const phone = await inCall();
  await desk.note('avant le rechargement');
  const fromS = recorded(phone);
  await desk.page.reload();
  await desk.talks();
  await desk.reads('Hélène Vasseur', desk.person);
  expect(
    await desk.page
      .getByLabel(/^Note de/)
      .first()
      .inputValue(),
  ).toBe('avant le rechargement');
  await until('one more second is recorded', () => recorded(phone) > fromS + 1);
  expect(Math.min(...slicesSince(phone, fromS))).toBeGreaterThan(LOUD_DB);
  await desk.hangUp();
  await phone.waitFor('CALL_CLOSED');
});

it('[LINE-15] killing the app window in a call leaves no gap in the voice, and the new one shows the call', async () => {
  const phone = await inCall();
  await desk.note('avant la panne');
  const fromS = recorded(phone);
  await crashWindow(desk.parlance, 'app');
  await until('the new window shows the call', async () => {
    const text = await textOfWindow(desk.parlance, 'app');
    return text.includes('En ligne') && text.includes('Hélène Vasseur');
  });
  await until('one more second is recorded', () => recorded(phone) > fromS + 1);
  expect(Math.min(...slicesSince(phone, fromS))).toBeGreaterThan(LOUD_DB);
  phone.hangup();
  await until('the new window shows the wrap-up', async () =>
    (await textOfWindow(desk.parlance, 'app')).includes('Terminer'),
  );
});
