import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import { crashWindow } from '../support/electron/lost-window';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { FaultyNetwork } from '../support/network/faulty-network';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { SilenceWatch, untilHeard } from '../support/phones/listening';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const OTHER = '+33199006122';
const OTHER_HZ = 620;
const LOUD_DB = -30;
const SILENT_DB = -60;
let stage: Stage;
/** One program for all, killed and started again on its profile: each finds what the former left. */
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

const isLoud = (db: number): boolean => db > LOUD_DB;
const isSilent = (db: number): boolean => db < SILENT_DB;
const callerHears = (phone: BaresipPhone) => untilHeard(phone, MICROPHONE_HZ, isLoud);
const callerHearsNothing = (phone: BaresipPhone) => untilHeard(phone, MICROPHONE_HZ, isSilent);
const heardHere = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), CALLER_HZ);
const bothHear = async (phone: BaresipPhone): Promise<void> => {
  await callerHears(phone);
  await until('she hears the caller', async () => isLoud(await heardHere()));
};

const inCall = async (): Promise<BaresipPhone> => {
  await desk.lineReady();
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await bothHear(phone);
  return phone;
};
const killAndStartAgain = async (): Promise<number> => {
  const { profileFolder } = desk.parlance;
  await desk.parlance.kill();
  desk = await stage.workstation({ profileFolder });
  return Date.now();
};

it('[NET-11] the whole program is killed in a call: within three seconds after its new start both hear each other', async () => {
  const phone = await inCall();
  const upAt = await killAndStartAgain();
  await callerHears(phone);
  const waitedMs = Date.now() - upAt;
  console.info(`program killed: heard again ${waitedMs} ms after its screen was up`);
  expect(waitedMs).toBeLessThanOrEqual(3_000);
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
  await desk.talks();
  await desk.reads('Hélène Vasseur', desk.person);
  phone.hangup();
  await desk.finishButton.waitFor();
  await desk.reads(/raccroché par le client/, desk.bar);
});

it('[NET-12] a muted call comes back muted, and a held one on hold', async () => {
  const phone = await inCall();
  await desk.press('F3');
  await callerHearsNothing(phone);
  await killAndStartAgain();
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
  await desk.bar.getByRole('button', { name: 'Muet', pressed: true }).waitFor();
  await callerHearsNothing(phone);
  await desk.press('F3');
  await callerHears(phone);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await callerHearsNothing(phone);
  await killAndStartAgain();
  await desk.reads(/^En garde/, desk.bar);
  await callerHearsNothing(phone);
  expect(await heardHere()).toBeLessThan(SILENT_DB);
  await desk.press('F4');
  await desk.reads('En ligne', desk.bar);
  await bothHear(phone);
});

it('[ROBUST-9] killed while she asks a colleague: he is heard again, the customer waits on, and is handed over', async () => {
  const customer = await inCall();
  const other = await stage.farEnd(OTHER, { speaks: OTHER_HZ, answers: 'auto' });
  await desk.press('F6');
  const field = desk.page.getByRole('combobox', { name: 'nom, file ou numéro' });
  await field.fill('01 99 00 61 22');
  await field.press('Enter');
  await desk.reads(/Vous parlez à/);
  await callerHears(other);
  await killAndStartAgain();
  await callerHears(other);
  await callerHearsNothing(customer);
  await desk.reads(/Vous parlez à/);
  await desk.press('Enter');
  await untilHeard(other, CALLER_HZ, isLoud);
  await untilHeard(customer, OTHER_HZ, isLoud);
  await desk.finishButton.waitFor();
  customer.hangup();
});

it('[NET-13] a caller who hung up meanwhile leaves a wrap-up, and the call ended when the program did', async () => {
  const phone = await inCall();
  const { profileFolder } = desk.parlance;
  await desk.parlance.kill();
  phone.hangup();
  await phone.waitFor('CALL_CLOSED');
  desk = await stage.workstation({ profileFolder });
  await desk.finishButton.waitFor();
  expect(await desk.hangUpButton.isVisible()).toBe(false);
});

// After it the test has no hand on the engine's window any more: the next one starts a new program.
it('[NET-10] the engine window crashes in a call: at most one second of silence for the caller, and the call goes on', async () => {
  const since = new Date().toISOString();
  const phone = await inCall();
  await desk.note('avant la panne');
  const watch = new SilenceWatch(phone, MICROPHONE_HZ);
  await crashWindow(desk.parlance, 'engine');
  // Twice, so that at least one full stretch lies behind the gap.
  await callerHears(phone);
  await callerHears(phone);
  const { nothing, otherwise } = watch.seconds();
  console.info(`engine crash: ${nothing.toFixed(2)} + ${otherwise.toFixed(2)} s of silence`);
  expect(nothing + otherwise).toBeGreaterThan(0.1);
  expect(nothing + otherwise).toBeLessThanOrEqual(1);
  await desk.talks();
  expect(phone.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
  await desk.hangUp();
  await phone.waitFor('CALL_CLOSED');
  const rows = await until('the hub holds the call', async () => {
    const found = (await callRows(stage.hub.databaseUrl, since)).filter(
      ({ call }) => call.customerNumber === '+33639984117',
    );
    return found.length > 0 ? found : null;
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ outcome: 'answered', call: { endedBy: 'advisor' } });
});

it('[NET-18] a call that waits for the line to be taken back is let go at once, and ended at the PBX when that is there again', async () => {
  const network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
  stage.afterwards(() => network.stop());
  const [{ extension, linePassword }] = demoAdvisors;
  const line = {
    url: `${network.url.replace('http:', 'ws:')}/ws`,
    user: extension,
    password: linePassword,
  };
  await desk.close();
  desk = await stage.readyWorkstation({ line });
  const phone = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await bothHear(phone);
  const { profileFolder } = desk.parlance;
  await desk.parlance.kill();
  network.change('refused');
  desk = await stage.workstation({ profileFolder, line });
  await desk.hangUpButton.waitFor();
  await desk.hangUp();
  expect(phone.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
  network.change('open');
  await phone.waitFor('CALL_CLOSED', { timeoutMs: 30_000 });
});
