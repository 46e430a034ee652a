import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { header, methodOf, writeResponse } from '../support/phones/sip-message';
import { until } from '../support/until';
import { median, recordRow } from './support/rows.ts';
import { startStunServer } from './support/stun-server.ts';

const rounds = 12;
const [camille] = demoAdvisors;
let hub: HubProcess;

beforeAll(async () => {
  hub = await startHub({ customers: 20 });
});
afterAll(() => hub?.stop());

/** In the engine's page: when the INVITE goes out, and how long a bare offer takes there. */
const watchInvites = `(() => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (String(data).startsWith('INVITE')) globalThis.invitedAt = performance.timeOrigin + performance.now();
    return send.call(this, data);
  };
})()`;
const bareOffer = `(async () => {
  const startedAt = performance.now();
  const pc = new RTCPeerConnection();
  pc.addTransceiver('audio');
  const gathered = new Promise((resolve) => pc.addEventListener('icecandidate', ({ candidate }) => candidate === null && resolve()));
  await pc.setLocalDescription(await pc.createOffer());
  await gathered;
  const ms = performance.now() - startedAt;
  pc.close();
  return ms;
})()`;

const measure = async (answers: boolean): Promise<{ own: number; bare: number }> => {
  const stun = await startStunServer(answers);
  const pbx = await ScriptedSwitch.start();
  const line = { url: pbx.url, user: camille.extension, password: camille.linePassword };
  const desk = await Workstation.start({
    apiUrl: hub.apiUrl,
    advisor: camille,
    line,
    env: { PARLANCE_LINE_STUN: stun.url },
  });
  const engine = await desk.parlance.window('engine');
  await engine.evaluate(watchInvites);
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push((await engine.evaluate(bareOffer)) as number);
    await desk.page.evaluate(
      // The last key or click before the call: what the law asks in between is answered by a click.
      `for (const deed of ['keydown', 'click']) addEventListener(deed, ({ key }) => { if (deed === 'click' || key === 'Enter') globalThis.clickedAt = performance.timeOrigin + performance.now(); }, { capture: true, once: false })`,
    );
    await engine.evaluate('globalThis.invitedAt = 0');
    const before = pbx.received.length;
    await desk.dial(`06 39 98 ${String(10 + round)} 17`);
    const invite = await until('the INVITE is out', () =>
      pbx.received.slice(before).find((message) => methodOf(message) === 'INVITE'),
    );
    own.push(
      Number(await engine.evaluate('globalThis.invitedAt')) -
        Number(await desk.page.evaluate('globalThis.clickedAt')),
    );
    pbx.send(writeResponse(invite, 486, { tag: `busy-${header(invite, 'Call-ID')}` }));
    await desk.finishButton.waitFor();
    await desk.settle();
    await desk.press('Control+Enter');
    await desk.finishButton.waitFor({ state: 'detached' });
  }
  await desk.parlance.close();
  await pbx.stop();
  stun.stop();
  return { own: median(own), bare: median(bare) };
};

it('click to INVITE, with a good and with a dead STUN server', async () => {
  for (const [id, answers] of [
    ['click-to-invite-good-stun', true],
    ['click-to-invite-dead-stun', false],
  ] as const) {
    const { own, bare } = await measure(answers);
    const what = `key pressed to INVITE sent, ${answers ? 'the STUN server answers' : 'the STUN server is dead'}, against a bare offer with its candidates`;
    recordRow({ id, what, value: own, unit: 'ms', baseline: bare, goal: { ratioAtMost: 1.5 } });
  }
}, 300_000);
