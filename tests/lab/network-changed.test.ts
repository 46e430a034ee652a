import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { silenceAfter } from '../support/network/heard-again';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const LOUD_DB = -30;
const WITHIN_MS = 3_000;
/** Where the program is on each road. */
const HERE = { first: '10.99.1.', second: '10.99.2.' } as const;
/** The room of the PBX that says back what it hears: both ways are measured at once. */
const ECHO = '8999';
let stage: Stage;
let desk: Workstation;

const change = (road: 'first' | 'second') => stage.pbx.roads?.change(road);
const heard = async (): Promise<number> =>
  playedToneDb(await desk.parlance.window('engine'), MICROPHONE_HZ);
const untilLoud = () => until('she hears herself', async () => (await heard()) > LOUD_DB);
const contactAt = async (address: string): Promise<boolean> =>
  (await stage.pbx.console('pjsip show contacts')).includes(`@${address}`);

beforeAll(async () => {
  stage = await Stage.set({ ownNetwork: true });
  await change('first');
  desk = await stage.readyWorkstation({
    switches: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 10.99.0.9'],
  });
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

it('[NET-9] the network becomes another one in a call: it goes on, and within three seconds both hear each other', async () => {
  await desk.dial(ECHO);
  await desk.talks();
  await untilLoud();
  for (const road of ['second', 'first'] as const) {
    const tookMs = await silenceAfter(
      () => change(road) ?? Promise.resolve(),
      heard,
      () => contactAt(HERE[road]),
    );
    console.info(`network changed: heard again after ${tookMs} ms`);
    expect(tookMs).toBeLessThanOrEqual(WITHIN_MS);
    await desk.press('F4');
    await desk.reads(/^En garde/, desk.bar);
    await desk.press('F4');
    await desk.reads('En ligne', desk.bar);
    await untilLoud();
  }
  await desk.press('F9');
  await desk.hangUpButton.waitFor({ state: 'detached' });
  await until('the PBX has no call left', async () => (await stage.pbx.activeCalls()) === 0);
});

it('[NET-3] the network becomes another one without a call: the line is registered there at once', async () => {
  await change('first');
  await until('it is registered from the first', () => contactAt(HERE.first));
  await change('second');
  await until('it is registered from the other', () => contactAt(HERE.second));
  await desk.lineReady();
});
