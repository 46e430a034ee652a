import { afterAll, beforeAll, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { ScriptedCaller } from '../support/phones/scripted-caller';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { methodOf } from '../support/phones/sip-message';
import { ScriptedStage } from '../support/scripted-stage';
import { until } from '../support/until';
import { median, recordRow } from './support/rows.ts';

const rounds = 8;
const measureS = 8;
let stage: ScriptedStage;
let server: ScriptedSwitch;
let desk: Workstation;

beforeAll(async () => {
  stage = await ScriptedStage.set();
  ({ desk, server } = stage);
});
afterAll(() => stage?.strike());

/** In the engine's page: a socket that was closed is opened again at once, with nothing behind it. */
const bareReopening = (url: string): string => `(async () => {
  const open = () => new Promise((resolve) => {
    const socket = new WebSocket(${JSON.stringify(url)}, 'sip');
    socket.onopen = () => resolve(socket);
  });
  const first = await open();
  const closed = new Promise((resolve) => { first.onclose = resolve; });
  first.close();
  await closed;
  const startedAt = performance.now();
  (await open()).close();
  return performance.now() - startedAt;
})()`;

it('registration after a cut, against a bare WebSocket that opens again', async () => {
  const other = await ScriptedSwitch.start();
  const engine = await desk.parlance.window('engine');
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await engine.evaluate(bareReopening(other.url))) as number);
    const before = server.received.length;
    const cutAt = performance.now();
    server.cut();
    await until('it registers again', () =>
      server.received.slice(before).some((one) => methodOf(one) === 'REGISTER'),
    );
    own.push(performance.now() - cutAt);
    await desk.lineReady();
  }
  await other.stop();
  recordRow({
    id: 'register-again',
    what: 'connection cut to REGISTER at the PBX, against a bare WebSocket that opens again at once',
    value: median(own),
    unit: 'ms',
    baseline: median(bare),
    // The first try waits a moment of its own, so that a restarted PBX is not stormed.
    goal: { valueAtMost: 1_500 },
  });
}, 200_000);

/** In the engine's page: a peer connection with a microphone, as the smallest page would have it. */
const bareCall = `(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const pc = new RTCPeerConnection();
  pc.addTrack(stream.getAudioTracks()[0], stream);
  await pc.setLocalDescription(await pc.createOffer());
  globalThis.bare = { pc, stream };
})()`;
const endBareCall = `(() => { bare.pc.close(); for (const track of bare.stream.getTracks()) track.stop(); })()`;

type Load = { readonly cpuPercent: number; readonly memoryMiB: number };

/** All processes of the program, over some seconds. */
const load = (): Promise<Load> =>
  desk.parlance.main.evaluate(async ({ app }, seconds) => {
    app.getAppMetrics();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    const metrics = app.getAppMetrics();
    const cpuPercent = metrics.reduce((sum, { cpu }) => sum + cpu.percentCPUUsage, 0);
    const memory = metrics.reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
    return { cpuPercent, memoryMiB: memory / 1_024 };
  }, measureS);

it('CPU and memory of a call, against a bare peer connection with a microphone', async () => {
  const engine = await desk.parlance.window('engine');
  await engine.evaluate(bareCall);
  const bare = await load();
  await engine.evaluate(endBareCall);
  const caller = new ScriptedCaller(server);
  const call = await caller.calls(desk);
  const own = await load();
  caller.hangsUp(call);
  await desk.finish();
  recordRow({
    id: 'call-cpu',
    what: 'processor (percent of a core) of the whole program in a call whose far end is silent, against the same program with a bare peer connection and microphone',
    value: own.cpuPercent,
    unit: '%',
    baseline: bare.cpuPercent,
    goal: { ratioAtMost: 2 },
  });
  recordRow({
    id: 'call-memory',
    what: 'memory (working sets) of the whole program in a call whose far end is silent, against the same program with a bare peer connection and microphone',
    value: own.memoryMiB,
    unit: 'MiB',
    baseline: bare.memoryMiB,
    goal: { ratioAtMost: 1.1 },
  });
}, 200_000);
