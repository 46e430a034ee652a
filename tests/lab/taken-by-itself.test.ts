import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { recentToneDb } from '../support/sound/tones';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const CAMPAIGN = '6098';
let stage: Stage;
let desk: Workstation | undefined;

beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await stage.clear(desk);
  await desk?.close();
  desk = undefined;
});
afterAll(() => stage?.strike());

it('[AUTO-1] a call that asks for it is taken up by itself, and never into a talk', async () => {
  desk = await stage.readyWorkstation();
  const phone = await stage.call(CAMPAIGN, { number: '+33639984117' });
  await desk.talks();
  await until('the caller hears her', () => {
    const file = phone.recordings.at(-1);
    return file !== undefined && recentToneDb(file, MICROPHONE_HZ, 0.4) > LOUD_DB;
  });
  const second = await stage.call(CAMPAIGN, { number: '+33639980002' });
  await desk.page.getByRole('region', { name: /Appel qui sonne/ }).waitFor();
  await second.waitFor('CALL_RINGING');
  expect(second.events.some(({ type }) => type === 'CALL_ESTABLISHED')).toBe(false);
  second.hangup();
  await desk.hangUp();
});

it('[AUTO-1] where the setting forbids it the call rings like any other', async () => {
  desk = await stage.readyWorkstation({ env: { PARLANCE_LINE_AUTO_ANSWER: 'never' } });
  const phone = await stage.call(CAMPAIGN, { number: '+33639984117' });
  await desk.rings();
  await phone.waitFor('CALL_RINGING');
  await desk.answer();
  await desk.hangUp();
});

it('[DTMF-1] [DTMF-2] keys as INFO arrive in order, pasted ones too', async () => {
  const line = { url: stage.pbx.wsUrl, user: '6004', password: 'ligne-6004' };
  desk = await stage.readyWorkstation({ line, env: { PARLANCE_LINE_TONES: 'info' } });
  const phone = await stage.farEnd('+33199006122', { answers: 'auto' });
  await desk.dial('01 99 00 61 22');
  await desk.talks();
  await desk.press('F8');
  await desk.page.getByRole('dialog', { name: 'Clavier' }).waitFor();
  for (const key of ['4', '0', '7', 'Shift+Digit3']) await desk.press(key);
  await desk.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '12 34-5#');
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await until('the far end has heard every key', () => phone.heardKeys.length >= 10);
  expect(phone.heardKeys).toBe('407#12345#');
  await desk.press('Escape');
  await desk.hangUp();
});
