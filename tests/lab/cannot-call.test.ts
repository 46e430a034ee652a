import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { FaultyNetwork } from '../support/network/faulty-network';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { methodOf } from '../support/phones/sip-message';
import { Stage } from '../support/stage';

const [camille] = demoAdvisors;
const NUMBER = '06 39 98 41 17';
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set({ ringSeconds: 3 });
});
afterAll(() => stage?.strike());

/** She dials, and is told why not; nothing of it reached anybody. */
const isTold = async (desk: Workstation, words: RegExp): Promise<void> => {
  await desk.dial(NUMBER);
  await desk.reads(words, desk.page.getByRole('alert'));
  expect(await desk.hangUpButton.isVisible()).toBe(false);
  expect(await stage.pbx.activeCalls()).toBe(0);
};
const lineAt = (url: string, password: string = camille.linePassword) => ({
  url,
  user: camille.extension,
  password,
});

it('[LINE-10] without a microphone she is told so, and nothing rings', async () => {
  const desk = await stage.readyWorkstation({ withoutDevices: true });
  try {
    await isTold(desk, /^Aucun microphone branché/);
  } finally {
    await desk.close();
  }
});

it('[LINE-10] on a refused line she is told so, and nothing rings', async () => {
  const desk = await stage.workstation({ line: lineAt(stage.pbx.wsUrl, 'not-hers') });
  try {
    await desk.reads(/^Ligne refusée/, desk.status);
    await isTold(desk, /^Le central refuse cette ligne/);
  } finally {
    await desk.close();
  }
});

it('[LINE-10] with no PBX in reach she is told so, and the same call goes through at once when it is back', async () => {
  const network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
  const desk = await stage.readyWorkstation({
    line: lineAt(`${network.url.replace('http:', 'ws:')}/ws`),
  });
  try {
    network.change('refused');
    await desk.reads(/^Ligne perdue/, desk.status);
    await isTold(desk, /^Central téléphonique injoignable/);
    network.change('open');
    const far = await stage.farEnd('+33639984117', { answers: 'auto' });
    await desk.dial(NUMBER);
    await far.waitFor('CALL_ESTABLISHED');
    await desk.talks();
    await stage.clear(desk);
  } finally {
    await desk.close();
    await network.stop();
  }
});

it('[LINE-10] on a PBX that registers nobody now she is told that the line is not connected', async () => {
  const server = await ScriptedSwitch.start({ refuseWith: 503 });
  const desk = await stage.workstation({ line: lineAt(server.url) });
  try {
    await desk.reads(/^Ligne perdue/, desk.status);
    await isTold(desk, /^La ligne n’est pas connectée/);
    expect(server.received.map(methodOf)).not.toContain('INVITE');
  } finally {
    await desk.close();
    await server.stop();
  }
});
