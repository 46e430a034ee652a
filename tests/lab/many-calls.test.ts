import { afterAll, beforeAll, expect, it } from 'vitest';
import { footprint } from '../support/electron/engine-footprint';
import { openMedia, watchMedia } from '../support/electron/open-media';
import type { Workstation } from '../support/electron/workstation';
import type { ScriptedCaller } from '../support/phones/scripted-caller';
import type { ScriptedSwitch } from '../support/phones/scripted-switch';
import { header, methodOf, writeResponse } from '../support/phones/sip-message';
import { ScriptedStage } from '../support/scripted-stage';
import { until } from '../support/until';

const CALLS = Number(process.env['PARLANCE_SOAK_CALLS'] ?? 12);
/** The first ones fill what is made once. */
const WARM = 8;
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

/** She calls, and it is busy. */
const busy = async (): Promise<void> => {
  const before = server.received.length;
  await desk.dial('06 39 98 55 55');
  const invite = await until('the INVITE is out', () =>
    server.received.slice(before).find((message) => methodOf(message) === 'INVITE'),
  );
  server.send(writeResponse(invite, 486, { tag: `busy-${header(invite, 'Call-ID')}` }));
  await desk.finish();
};
const oneCall = async (count: number): Promise<void> => {
  if (count % 4 === 1) return caller.givesUp(desk);
  if (count % 4 === 3) return busy();
  const call = await caller.calls(desk);
  if (count % 4 === 0) await desk.hangUp();
  else caller.hangsUp(call);
  return desk.finish();
};

it(
  `[ROBUST-7] after ${CALLS} calls memory, handles, listeners, connections and microphones are what they were`,
  async () => {
    const engine = await desk.parlance.window('engine');
    const nothingOpen = () =>
      until('nothing is open', async () => (await openMedia(engine)).total === 0);
    const call = await caller.calls(desk);
    const during = await openMedia(engine);
    expect(during).toMatchObject({ connections: 1, microphones: 1 });
    caller.hangsUp(call);
    await desk.finish();
    for (let count = 0; count < WARM; count += 1) await oneCall(count);
    await nothingOpen();
    const before = await footprint(desk.parlance);
    for (let count = 0; count < CALLS; count += 1) {
      await oneCall(count);
      server.received.length = 0;
    }
    await nothingOpen();
    // SIP keeps the memory of a finished request for half a minute (RFC 3261 §17, timers H and J).
    let after = await footprint(desk.parlance);
    const isBack = async (): Promise<boolean> => {
      after = await footprint(desk.parlance);
      return after.listeners - before.listeners <= 4;
    };
    await until('the listeners are what they were', isBack, 80_000).catch(() => undefined);
    console.info(`${CALLS} calls: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(4);
    expect(after.nodes - before.nodes).toBeLessThanOrEqual(4);
    expect(after.handles - before.handles).toBeLessThanOrEqual(5);
    expect(after.heapMiB - before.heapMiB).toBeLessThanOrEqual(2);
  },
  120_000 + CALLS * 8_000,
);
