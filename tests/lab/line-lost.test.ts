import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { FaultyNetwork } from '../support/network/faulty-network';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { header, methodOf } from '../support/phones/sip-message';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const SERVICE = '+33199004110';
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage?.strike());

const lineAt = (url: string) => ({
  url,
  user: camille.extension,
  password: camille.linePassword,
});
const registered = (): Promise<boolean> => stage.pbx.isRegistered(camille.extension);

describe('behind a network that fails', () => {
  let network: FaultyNetwork;
  let desk: Workstation;
  beforeAll(async () => {
    network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
    const url = `${network.url.replace('http:', 'ws:')}/ws`;
    desk = await stage.readyWorkstation({ line: lineAt(url) });
  });
  afterEach(() => stage.clear(desk));
  afterAll(async () => {
    await desk?.close();
    await network?.stop();
  });

  it('[LINE-1] a line whose connection was cut says so, registers again by itself, and takes a call', async () => {
    network.change('refused');
    await desk.reads(/^Ligne perdue/, desk.status);
    await until('the PBX lost it', async () => !(await registered()));
    network.change('open');
    await desk.lineReady();
    await until('it is registered', registered);
    await stage.call(SERVICE, { number: '+33639984117' });
    await desk.answer();
  });

  it('[LINE-16] in a pause the registration is given back, so that no queue rings an empty chair', async () => {
    await desk.choose('Déjeuner');
    await until('the registration is given back', async () => !(await registered()));
    const caller = await stage.call(SERVICE, { number: '+33639984117' });
    await caller.waitFor('CALL_ESTABLISHED');
    await until('the caller waits in the queue', async () =>
      (await stage.pbx.console('queue show kerdoual-service')).includes('(wait:'),
    );
    expect(await desk.answerButton.isVisible()).toBe(false);
    await desk.choose('Disponible');
    await until('it is registered again', registered);
    await desk.rings();
    await desk.answer();
  });
});

describe('wrong credentials', () => {
  it('[LINE-2] a wrong line password is said as such, and is not tried again and again', async () => {
    const line = { ...lineAt(stage.pbx.wsUrl), password: 'not-hers' };
    const desk = await stage.workstation({ line });
    try {
      await desk.reads(/^Ligne refusée : Le central refuse cette ligne/, desk.status);
      expect(await registered()).toBe(false);
    } finally {
      await desk.close();
    }
  });

  it('[LINE-2] after a refusal no more REGISTER is sent', async () => {
    const server = await ScriptedSwitch.start({ refuseWith: 403 });
    const desk = await stage.workstation({ line: lineAt(server.url) });
    try {
      await desk.reads(/^Ligne refusée/, desk.status);
      const sent = (): number =>
        server.received.filter((one) => methodOf(one) === 'REGISTER').length;
      const before = sent();
      expect(before).toBeGreaterThan(0);
      // Longer than the first two steps of the back-off would take.
      const until1500 = Date.now() + 1_500;
      await until('time has passed', () => Date.now() > until1500);
      expect(sent()).toBe(before);
    } finally {
      await desk.close();
      await server.stop();
    }
  });
});

it('[LINE-17] the environment gives the line: server, user and domain, in place of the hub’s', async () => {
  const server = await ScriptedSwitch.start();
  const desk = await stage.workstation({
    line: { ...lineAt(server.url), user: '7777' },
    env: { PARLANCE_LINE_DOMAIN: 'centre.example' },
  });
  try {
    const register = await server.expect('it registers', (one) => methodOf(one) === 'REGISTER');
    expect(header(register, 'To')).toContain('sip:7777@centre.example');
    await desk.reads('Ligne prête · poste 7777');
  } finally {
    await desk.close();
    await server.stop();
  }
});

it('[LINE-1] after a restart of the PBX the line registers again by itself', async () => {
  const desk = await stage.readyWorkstation();
  try {
    await stage.pbx.restart();
    await until('it is registered at the new PBX', registered, 30_000);
    await desk.lineReady();
    await stage.call(SERVICE, { number: '+33639984117' });
    await desk.answer();
    await stage.clear(desk);
  } finally {
    await desk.close();
  }
});
