import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import { crashWindow } from '../support/electron/lost-window';
import type { Workstation } from '../support/electron/workstation';
import { FaultyNetwork } from '../support/network/faulty-network';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { SilenceWatch, untilHeard } from '../support/phones/listening';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const SERVICE = '+33199004110';
const OTHER = '+33199006122';
const OTHER_HZ = 620;
const LOUD_DB = -30;
const SILENT_DB = -55;
const OUTAGE_MS = 30_000;
let stage: Stage;
let network: FaultyNetwork;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
  desk = await stage.readyWorkstation({
    line: {
      url: `${network.url.replace('http:', 'ws:')}/ws`,
      user: camille.extension,
      password: camille.linePassword,
    },
  });
});
afterEach(async () => {
  network.change('open');
  await stage.clear(desk);
});
afterAll(async () => {
  await desk?.close();
  await network?.stop();
  await stage?.strike();
});

const hears = (phone: BaresipPhone, hz: number) => untilHeard(phone, hz, (db) => db > LOUD_DB);
const deaf = (phone: BaresipPhone, hz: number) => untilHeard(phone, hz, (db) => db < SILENT_DB);
const sheHears = (hz: number) =>
  until(
    `she hears ${hz} Hz`,
    async () => (await playedToneDb(await desk.parlance.window('engine'), hz)) > LOUD_DB,
    20_000,
  );
const lineLost = (): Promise<void> => desk.reads(/^Ligne perdue/, desk.status);
const inCall = async (): Promise<BaresipPhone> => {
  const phone = await stage.call(SERVICE, { number: '+33639984117' });
  await desk.answer();
  await hears(phone, MICROPHONE_HZ);
  return phone;
};
const colleague = () => stage.farEnd(OTHER, { speaks: OTHER_HZ, answers: 'auto' });
/** F6 and the colleague's number; Enter is still to be pressed. */
const choosing = async () => {
  await desk.press('F6');
  const field = desk.page.getByRole('combobox', { name: 'nom, file ou numéro' });
  await field.fill('01 99 00 61 22');
  return field;
};
/** The customer waits while she talks to a colleague. */
const asking = async () => {
  const customer = await inCall();
  const other = await colleague();
  const field = await choosing();
  await field.press('Enter');
  await desk.reads(/Vous parlez à/);
  await hears(other, MICROPHONE_HZ);
  return { customer, other };
};

it('[ROBUST-8] the connection is cut while she asks a colleague: nobody is lost, and handing over works once it is back', async () => {
  const { customer, other } = await asking();
  network.change('refused');
  await lineLost();
  await hears(other, MICROPHONE_HZ);
  network.change('open');
  await desk.lineReady();
  await desk.page
    .getByRole('combobox', { name: 'nom, file ou numéro' })
    .waitFor({ state: 'detached' });
  await desk.press('Enter');
  await hears(other, CALLER_HZ);
  await hears(customer, OTHER_HZ);
  await desk.finishButton.waitFor();
  customer.hangup();
});

it('[ROBUST-8] cut while she asks, and the colleague hangs up meanwhile: the customer is heard again', async () => {
  const { customer, other } = await asking();
  network.change('refused');
  await lineLost();
  other.hangup();
  await other.waitFor('CALL_CLOSED');
  network.change('open');
  await desk.lineReady();
  await hears(customer, MICROPHONE_HZ);
  await sheHears(CALLER_HZ);
  await desk.hangUp();
});

it('[ROBUST-15] cut before the switch hears of a handing over: the customer stays hers, and is told so', async () => {
  const customer = await inCall();
  const field = await choosing();
  await desk.page.getByRole('button', { name: 'direct' }).click();
  network.change('silent');
  await field.press('Enter');
  network.change('refused');
  await desk.reads(/est toujours en ligne/);
  network.change('open');
  await desk.lineReady();
  await hears(customer, MICROPHONE_HZ);
  await sheHears(CALLER_HZ);
  await desk.hangUp();
});

it('[ROBUST-15] cut when the switch has heard of it: the customer talks to the other, and her wrap-up opens', async () => {
  const customer = await inCall();
  const other = await colleague();
  const field = await choosing();
  await desk.page.getByRole('button', { name: 'direct' }).click();
  // What she sends arrives; the first answer to it cuts the connection.
  network.mode = 'lost-answer';
  await field.press('Enter');
  await hears(other, CALLER_HZ);
  await hears(customer, OTHER_HZ);
  network.change('open');
  await until('her call is over', () => desk.finishButton.isVisible(), 40_000);
  customer.hangup();
});

it('[ROBUST-9] the engine window crashes with one call active and one on hold: both are back as they were, the active one within a second', async () => {
  const first = await inCall();
  const second = await stage.call('6001', { number: '+33639987731', speaks: OTHER_HZ });
  await desk.line(/Appel qui sonne/).waitFor();
  await desk.press('F2');
  await hears(second, MICROPHONE_HZ);
  await deaf(first, MICROPHONE_HZ);
  const watch = new SilenceWatch(second, MICROPHONE_HZ);
  await crashWindow(desk.parlance, 'engine');
  await hears(second, MICROPHONE_HZ);
  await hears(second, MICROPHONE_HZ);
  const { nothing, otherwise } = watch.seconds();
  console.info(`crash with two calls: ${(nothing + otherwise).toFixed(2)} s of silence`);
  expect(nothing + otherwise).toBeLessThanOrEqual(1);
  await deaf(first, MICROPHONE_HZ);
  await desk.line(/En garde : Hélène Vasseur/).waitFor();
  await desk.press('Shift+F4');
  await hears(first, MICROPHONE_HZ);
  await deaf(second, MICROPHONE_HZ);
  second.hangup();
  await second.waitFor('CALL_CLOSED');
  await desk.hangUp();
});

it('[ROBUST-9] the engine window crashes while she asks a colleague: the customer waits on, the colleague is still there', async () => {
  const { customer, other } = await asking();
  await crashWindow(desk.parlance, 'engine');
  await hears(other, MICROPHONE_HZ);
  await deaf(customer, MICROPHONE_HZ);
  other.hangup();
  await hears(customer, MICROPHONE_HZ);
  await desk.hangUp();
});

it('[ROBUST-10] half a minute without the PBX leaves no gap in the sound, and the call is held and ended afterwards', async () => {
  const phone = await inCall();
  const watch = new SilenceWatch(phone, MICROPHONE_HZ);
  network.change('refused');
  await lineLost();
  const cutAt = Date.now();
  await until('half a minute is over', () => Date.now() - cutAt > OUTAGE_MS, OUTAGE_MS + 5_000);
  await hears(phone, MICROPHONE_HZ);
  network.change('open');
  await until('it is ready', () => desk.status.getByText(/^Ligne prête/).isVisible(), 40_000);
  const { nothing, otherwise } = watch.seconds();
  console.info(`30 s of outage: ${(nothing + otherwise).toFixed(2)} s of silence`);
  expect(nothing + otherwise).toBeLessThanOrEqual(0.5);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await desk.press('F4');
  await desk.reads('En ligne', desk.bar);
  await desk.hangUp();
  await phone.waitFor('CALL_CLOSED');
}, 150_000);

it('[ROBUST-11] the PBX starts anew in a call: the call is over as soon as that is known, with its wrap-up, and the next one comes in', async () => {
  await inCall();
  await stage.pbx.restart();
  const at = Date.now();
  await until('the call is over', () => desk.finishButton.isVisible(), 40_000);
  console.info(`PBX restarted: the call was over ${Date.now() - at} ms after it was up`);
  await desk.finish();
  await desk.lineReady();
  await inCall();
  await desk.hangUp();
}, 120_000);
