import { afterAll, beforeAll, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { silenceAfter } from '../support/network/heard-again';
import { MICROPHONE_HZ, Stage } from '../support/stage';
import { until } from '../support/until';
import { median, recordRow } from './support/rows.ts';

const LOUD_DB = -30;
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

/**
 * Connections made from now on bind to each interface that the browser knows of, as its pages do by
 * themselves; the call that is up is left as it is.
 */
const bindByTheBrowser = (): Promise<void> =>
  desk.parlance.main.evaluate(({ BrowserWindow }) => {
    const engine = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('/engine/'),
    );
    if (engine === undefined) throw new Error('there is no engine');
    engine.webContents.setWebRTCIPHandlingPolicy('default');
    engine.webContents.setWebRTCIPHandlingPolicy = () => undefined;
  });

it('sound after a network change, against the moment when the browser knows the new network', async () => {
  const engine = await desk.parlance.window('engine');
  const heard = (): Promise<number> => playedToneDb(engine, MICROPHONE_HZ);
  const loud = () => until('she hears herself', async () => (await heard()) > LOUD_DB, 20_000);
  await desk.dial(ECHO);
  await desk.talks();
  await loud();
  await bindByTheBrowser();
  const own: number[] = [];
  const bare: number[] = [];
  for (const road of ['second', 'first', 'second'] as const) {
    const near = road === 'first' ? '10.99.1.1' : '10.99.2.1';
    const at = Date.now();
    const change = async () => {
      await stage.pbx.roads?.change(road);
      await engine.evaluate(watchFor(near));
    };
    const arrived = async () => (await stage.pbx.console('pjsip show contacts')).includes(near);
    own.push(await silenceAfter(change, heard, arrived));
    const known = async () => (await engine.evaluate<number>('knownAt')) || null;
    const knownAt = await until('the browser knows it', known, 20_000);
    bare.push(knownAt - at);
  }
  await desk.press('F9');
  await desk.hangUpButton.waitFor({ state: 'detached' });
  recordRow({
    id: 'network-recovery',
    what: 'network changed in a call to sound again, against the moment when the browser first gathers the new address',
    value: median(own),
    unit: 'ms',
    baseline: median(bare),
    goal: { valueAtMost: 3_000, ratioAtMost: 1.2 },
  });
}, 200_000);
