import { afterAll, beforeAll, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { median, recordRow } from './support/rows.ts';

const rounds = 8;
/** The room of the PBX that answers at once. */
const ECHO = '8999';
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
});
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

/** In the engine's page: when the connection of a call is up, by the clock of all pages. */
const watchCalls = `(() => {
  const take = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = function (...given) {
    this.addEventListener('connectionstatechange', () => {
      if (this.connectionState === 'connected') globalThis.upAt ??= performance.timeOrigin + performance.now();
    });
    return take.apply(this, given);
  };
})()`;

/** In the engine's page: a microphone, and two connections that tell one another everything at once. */
const bareCall = `(async () => {
  const startedAt = performance.now();
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const up = new Promise((resolve) => {
    here.onconnectionstatechange = () => here.connectionState === 'connected' && resolve();
  });
  here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate ?? undefined);
  there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate ?? undefined);
  here.addTrack(stream.getAudioTracks()[0], stream);
  await here.setLocalDescription();
  await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription();
  await here.setRemoteDescription(there.localDescription);
  await up;
  const ms = performance.now() - startedAt;
  here.close();
  there.close();
  for (const track of stream.getTracks()) track.stop();
  return ms;
})()`;

/** In the app's page: the moment of the key that makes the call. */
const watchKey = `addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') globalThis.pressedAt = performance.timeOrigin + performance.now();
}, { capture: true })`;

it('call set-up over the PBX, against two bare connections in one page', async () => {
  const engine = await desk.parlance.window('engine');
  await engine.evaluate(watchCalls);
  await desk.page.evaluate(watchKey);
  const own: number[] = [];
  const bare: number[] = [];
  // The first of each makes what is made once, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const bareMs = (await engine.evaluate(bareCall)) as number;
    await engine.evaluate('globalThis.upAt = undefined');
    await desk.dial(ECHO);
    const upAt = await until('the connection is up', () => engine.evaluate<number>('upAt'));
    const pressedAt = await desk.page.evaluate<number>('pressedAt');
    await desk.talks();
    // A room of the house is no customer: there is nothing to wrap up.
    await desk.press('F9');
    await desk.hangUpButton.waitFor({ state: 'detached' });
    if (round === 0) continue;
    own.push(upAt - pressedAt);
    bare.push(bareMs);
  }
  recordRow({
    id: 'call-setup',
    what: 'key pressed to voice connected over the PBX (two round trips of SIP, one with credentials), against two bare connections in one page that tell one another everything at once',
    value: median(own),
    unit: 'ms',
    baseline: median(bare),
    goal: { valueAtMost: 500, ratioAtMost: 4 },
  });
}, 200_000);
