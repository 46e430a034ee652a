import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMedia, watchMedia } from '../support/electron/open-media';
import type { Workstation } from '../support/electron/workstation';
import type { ScriptedCaller } from '../support/phones/scripted-caller';
import type { ScriptedSwitch } from '../support/phones/scripted-switch';
import { SipFuzzer } from '../support/phones/sip-fuzzer';
import { methodOf } from '../support/phones/sip-message';
import { tortureMessages } from '../support/phones/torture-messages';
import { ScriptedStage } from '../support/scripted-stage';
import { until } from '../support/until';

const BURSTS = Number(process.env['PARLANCE_SOAK_BURSTS'] ?? 3);
const SEED = Number(process.env['PARLANCE_SOAK_SEED'] ?? 4475);
const IN_A_BURST = 200;
let stage: ScriptedStage;
let desk: Workstation;
let server: ScriptedSwitch;
let caller: ScriptedCaller;

beforeAll(async () => {
  stage = await ScriptedStage.set();
  ({ desk, server, caller } = stage);
  await watchMedia(await desk.parlance.window('engine'));
});
afterAll(() => stage?.strike());

const contact = (): string => server.partsOf('').contact;
const statusFor = (callId: string, atLeast: number) => caller.statusFor(callId, atLeast);
/** It has read everything up to now, and answers. */
const answers = async (): Promise<void> => {
  const callId = randomUUID();
  caller.send('OPTIONS', callId, 1);
  await until('OPTIONS is answered', () => statusFor(callId, 200));
};
/** What rings is lost with the connection; the line is there again. */
const afresh = async (): Promise<void> => {
  const registrations = () => server.received.filter((one) => methodOf(one) === 'REGISTER').length;
  const before = registrations();
  server.cut();
  await until('it registers again', () => registrations() > before, 30_000);
  await desk.lineReady();
  await desk.answerButton.waitFor({ state: 'detached' });
  await desk.clear();
};
/** An ordinary call comes in, is answered, and ends. */
const ordinaryCall = async (): Promise<void> => {
  const call = await caller.calls(desk);
  caller.hangsUp(call);
  await desk.finish();
};
const nothingIsLeft = async (): Promise<void> => {
  const engine = await desk.parlance.window('engine');
  await until('no media is left', async () => (await openMedia(engine)).total === 0);
  for (const kind of ['app', 'engine'] as const) {
    const page = await desk.parlance.window(kind);
    expect(await page.evaluate(() => 'hacked' in window), kind).toBe(false);
  }
  expect(desk.parlance.isRunning).toBe(true);
};

it('[ROBUST-5] of the messages of RFC 4475 the right ones are answered, the wrong ones do no harm', async () => {
  for (const { name, expects, write } of tortureMessages) {
    const callId = randomUUID();
    server.send(write(contact(), callId));
    await answers();
    if (expects === 'answered')
      await until(`${name}: it is answered`, () => statusFor(callId, 200), 4_000);
    if (expects === 'rings') await until(`${name}: it rings`, () => statusFor(callId, 180), 4_000);
  }
  await afresh();
  await ordinaryCall();
  await nothingIsLeft();
});

it(
  '[ROBUST-6] after bursts of damaged messages an ordinary call comes in and is answered, and nothing is left open',
  async () => {
    for (let burst = 0; burst < BURSTS; burst += 1) {
      const fuzzer = new SipFuzzer(SEED + burst);
      for (let count = 0; count < IN_A_BURST; count += 1) server.send(fuzzer.message(contact()));
      await answers();
      await afresh();
      await ordinaryCall();
      await nothingIsLeft();
    }
  },
  60_000 + BURSTS * 40_000,
);
