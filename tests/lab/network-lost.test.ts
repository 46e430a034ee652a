import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import { tellSystem } from '../support/electron/system-events';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { FaultyNetwork } from '../support/network/faulty-network';
import { freePort } from '../support/network/free-port';
import type { BaresipPhone } from '../support/phones/baresip-phone';
import { SilenceWatch, untilHeard } from '../support/phones/listening';
import { CALLER_HZ, MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const SERVICE = '+33199004110';
const LOUD_DB = -30;
const SILENT_DB = -60;
let stage: Stage;
let network: FaultyNetwork;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
  const nobody = `ws://127.0.0.1:${await freePort()}/ws`;
  desk = await stage.readyWorkstation({
    line: {
      // The first address is dead from the start: the second one serves.
      url: `${nobody},${network.url.replace('http:', 'ws:')}/ws`,
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

const registered = (): Promise<boolean> => stage.pbx.isRegistered(camille.extension);
const callerHears = (phone: BaresipPhone) => untilHeard(phone, MICROPHONE_HZ, (db) => db > LOUD_DB);
const callerHearsNothing = (phone: BaresipPhone) =>
  untilHeard(phone, MICROPHONE_HZ, (db) => db < SILENT_DB);
const heardHere = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), CALLER_HZ);
const bothHear = async (phone: BaresipPhone): Promise<void> => {
  await callerHears(phone);
  await until('she hears the caller', async () => (await heardHere()) > LOUD_DB);
};
const inCall = async (number = '+33639984117'): Promise<BaresipPhone> => {
  const phone = await stage.call(SERVICE, { number });
  await desk.answer();
  await bothHear(phone);
  return phone;
};
const lineLost = (): Promise<void> => desk.reads(/^Ligne perdue/, desk.status);

it('[NET-7] of two addresses of the PBX the one that answers is used, without a pause', async () => {
  await until('it is registered', registered);
  await inCall();
});

it('[NET-4] a connection that died without a word is noticed within seconds of waking up', async () => {
  network.change('silent');
  const at = Date.now();
  await tellSystem(desk.parlance, 'resume');
  await desk.status.getByText(/^Ligne prête/).waitFor({ state: 'detached' });
  expect(Date.now() - at).toBeLessThan(4_000);
  network.change('open');
  await tellSystem(desk.parlance, 'resume');
  await desk.lineReady();
  await inCall();
});

it('[NET-4] a connection that died without a word is noticed by itself within half a minute', async () => {
  network.change('silent');
  await until('it is noticed', () => desk.status.getByText(/^Ligne perdue/).isVisible(), 30_000);
  network.change('open');
  await until('it is ready again', () => desk.status.getByText(/^Ligne prête/).isVisible(), 30_000);
});

it('[NET-5] a PBX that has forgotten the line has it again by itself', async () => {
  await stage.pbx.forget(camille.extension);
  expect(await registered()).toBe(false);
  await until('it is registered again', registered, 30_000);
  await inCall();
});

it('[NET-3] waking up registers at once, whatever pause the back-off has reached', async () => {
  network.change('refused');
  await lineLost();
  // Three tries and more: the next pause may be many seconds long.
  await until('it has tried for a while', () => network.refused >= 5, 40_000);
  network.change('open');
  const at = Date.now();
  await tellSystem(desk.parlance, 'resume');
  await until('it is registered', registered);
  expect(Date.now() - at).toBeLessThan(2_000);
  await desk.lineReady();
});

it('[NET-6] what rings when the machine goes to sleep stops ringing, and rings no more after waking', async () => {
  const caller = await stage.call(SERVICE, { number: '+33639984117' });
  await desk.rings();
  await tellSystem(desk.parlance, 'suspend');
  await desk.answerButton.waitFor({ state: 'detached' });
  caller.hangup();
  await caller.waitFor('CALL_CLOSED');
  await tellSystem(desk.parlance, 'resume');
  await desk.lineReady();
  expect(await desk.answerButton.isVisible()).toBe(false);
});

it('[NET-14] a connection cut while it rings stops the ring; the caller is offered again when it is back', async () => {
  const since = new Date().toISOString();
  await stage.call(SERVICE, { number: '+33639984117' });
  await desk.rings();
  network.change('refused');
  await desk.answerButton.waitFor({ state: 'detached' });
  network.change('open');
  await until('it rings again', () => desk.answerButton.isVisible(), 30_000);
  await desk.answer();
  const rows = await until('the hub holds the missed one', async () => {
    const found = await callRows(stage.hub.databaseUrl, since);
    return found.length > 0 ? found : null;
  });
  expect(rows[0]).toMatchObject({ outcome: 'missed' });
});

it('[NET-20] a connection cut while it rings at the other end: that stops as soon as it is back', async () => {
  const phone = await stage.farEnd('+33199006122', { answers: 'manual' });
  await desk.dial('01 99 00 61 22');
  await phone.waitFor('CALL_INCOMING');
  await desk.reads(/Ça sonne|sonne/i, desk.bar);
  network.change('refused');
  await lineLost();
  expect(phone.events.some(({ type }) => type === 'CALL_CLOSED')).toBe(false);
  network.change('open');
  await phone.waitFor('CALL_CLOSED', { timeoutMs: 12_000 });
  await desk.lineReady();
});

it('[NET-8] a connection cut in a call leaves no gap in the sound, and the call is held and resumed afterwards', async () => {
  const phone = await inCall();
  const watch = new SilenceWatch(phone, MICROPHONE_HZ);
  network.change('refused');
  await lineLost();
  network.change('open');
  await desk.lineReady();
  await bothHear(phone);
  const { nothing, otherwise } = watch.seconds();
  console.info(`cut and back: ${nothing.toFixed(2)} + ${otherwise.toFixed(2)} s of silence`);
  expect(nothing + otherwise).toBeLessThanOrEqual(0.3);
  await desk.press('F4');
  await desk.reads(/^En garde/, desk.bar);
  await callerHearsNothing(phone);
  await desk.press('F4');
  await desk.reads('En ligne', desk.bar);
  await bothHear(phone);
});

it('[NET-8] a call ended while the connection is cut ends at the caller once it is back', async () => {
  const phone = await inCall();
  network.change('refused');
  await lineLost();
  await desk.hangUp();
  expect(await stage.pbx.activeCalls()).toBeGreaterThan(0);
  network.change('open');
  await phone.waitFor('CALL_CLOSED');
  await desk.reads(/raccroché par vous/, desk.bar);
});

it('[NET-8] hold asked for while the connection is cut silences her at once, and is agreed once it is back', async () => {
  const phone = await inCall();
  network.change('refused');
  await lineLost();
  await desk.press('F4');
  await callerHearsNothing(phone);
  expect(await desk.bar.getByText(/^En garde/).isVisible()).toBe(false);
  network.change('open');
  await desk.reads(/^En garde/, desk.bar);
});

it('[NET-8] a caller who hangs up while the connection is cut is noticed once it is back', async () => {
  const phone = await inCall();
  network.change('refused');
  await lineLost();
  phone.hangup();
  await phone.waitFor('CALL_CLOSED');
  network.change('open');
  await desk.finishButton.waitFor();
  await desk.reads(/raccroché par le client/, desk.bar);
});
