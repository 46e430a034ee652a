import { afterAll, beforeAll, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';
import { median, recordRow } from './support/rows.ts';

const LOUD_DB = -30;
const SILENT_DB = -60;
/** The room of the PBX that says back what it hears. */
const ECHO = '8999';
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ ownNetwork: true });
  await stage.pbx.roads?.change('first');
  desk = await stage.readyWorkstation({
    switches: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE 10.99.0.9'],
  });
});
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

/**
 * In the engine's page: notes when a new peer connection is first offered this address. It looks three
 * times a second: more connections would themselves disturb what is measured.
 */
const watchFor = (address: string): string => `(() => {
  globalThis.knownAt = 0;
  const look = () => {
    const pc = new RTCPeerConnection();
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.address === ${JSON.stringify(address)}) globalThis.knownAt ||= Date.now();
    };
    pc.createDataChannel('look');
    void pc.setLocalDescription();
    setTimeout(() => pc.close(), 80);
    if (globalThis.knownAt === 0) setTimeout(look, 300);
  };
  look();
})()`;

it('sound after a network change, against the moment when the browser knows the new network', async () => {
  const engine = await desk.parlance.window('engine');
  const heard = (): Promise<number> => playedToneDb(engine, MICROPHONE_HZ);
  const loud = () => until('she hears herself', async () => (await heard()) > LOUD_DB, 20_000);
  await desk.dial(ECHO);
  await desk.talks();
  await loud();
  const own: number[] = [];
  const bare: number[] = [];
  for (const road of ['second', 'first', 'second'] as const) {
    const at = Date.now();
    await stage.pbx.roads?.change(road);
    await engine.evaluate(watchFor(road === 'first' ? '10.99.1.1' : '10.99.2.1'));
    await until('she hears herself no more', async () => (await heard()) < SILENT_DB);
    await loud();
    own.push(Date.now() - at);
    const knownAt = await until('it is known', () => engine.evaluate<number>('knownAt'));
    bare.push(knownAt - at);
  }
  await desk.hangUp();
  recordRow({
    id: 'network-recovery',
    what: 'network changed in a call to sound again, against the moment when the browser first gathers the new address',
    value: median(own),
    unit: 'ms',
    baseline: median(bare),
    goal: { valueAtMost: 3_000, ratioAtMost: 1.2 },
  });
}, 200_000);
