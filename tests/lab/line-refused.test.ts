import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { setLinePassword } from '../support/hub/hub-rows';
import { FaultyNetwork } from '../support/network/faulty-network';
import { ScriptedSwitch } from '../support/phones/scripted-switch';
import { methodOf } from '../support/phones/sip-message';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const REFUSED = /^Ligne refusée : Le central refuse cette ligne/;
let network: FaultyNetwork;
let stage: Stage;
beforeAll(async () => {
  network = await FaultyNetwork.start(() => stage.pbx.settings.wsPort);
  const PARLANCE_PBX_URL = `${network.url.replace('http:', 'ws:')}/ws`;
  stage = await Stage.set({ hub: { env: { PARLANCE_PBX_URL } } });
});
afterAll(async () => {
  await stage?.strike();
  await network?.stop();
});

const registered = (): Promise<boolean> => stage.pbx.isRegistered(camille.extension);
const reconnect = async (desk: Workstation): Promise<void> => {
  await desk.page.getByRole('navigation').getByRole('button', { name: 'Poste' }).click();
  await desk.page.getByText('Reconnecter la ligne').click();
};

describe('a line password that was changed at the PBX in the middle of a shift', () => {
  let desk: Workstation;
  beforeAll(async () => {
    desk = await stage.readyWorkstation({ line: null });
  });
  afterEach(() => stage.clear(desk));
  afterAll(() => desk?.close());

  const cut = async (): Promise<void> => {
    network.change('refused');
    await desk.reads(/^Ligne perdue/, desk.status);
    network.change('open');
  };

  it('[LINE-23] is said, and the new one is taken from the hub without a word of hers', async () => {
    await setLinePassword(stage.hub.databaseUrl, camille.extension, 'neuf-6001');
    await stage.pbx.changePassword(camille.extension, 'neuf-6001');
    await cut();
    await until('it is registered with the new password', registered);
    await desk.lineReady();
    await stage.call('+33199004110', { number: '+33639984117' });
    await desk.answer();
  });

  it('[LINE-23] is said, and not tried for ever, while the hub does not know it either', async () => {
    await stage.pbx.changePassword(camille.extension, 'encore-6001');
    await cut();
    await desk.reads(REFUSED, desk.status);
    let tries = 0;
    let since = Date.now();
    await until(
      'nothing is tried for eight seconds',
      () => {
        const now = stage.pbx.refusedRegistrations();
        if (now > tries) since = Date.now();
        tries = now;
        return Date.now() > since + 8_000;
      },
      60_000,
    );
    // The first one, and those for a switch that is only starting up.
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(12);
    await desk.reads(REFUSED, desk.status);
  });

  it('[LINE-24] connects again when she asks for it, once the hub has the new one', async () => {
    await setLinePassword(stage.hub.databaseUrl, camille.extension, 'encore-6001');
    await reconnect(desk);
    await until('it is registered', registered);
    await desk.lineReady();
  });
});

it('[LINE-24] a line that was refused from the start connects when she asks, once the PBX takes it', async () => {
  const server = await ScriptedSwitch.start({ refuseWith: 403 });
  const line = { url: server.url, user: camille.extension, password: 'x' };
  const desk = await stage.workstation({ line });
  try {
    await desk.reads(REFUSED, desk.status);
    server.refuseWith = undefined;
    const before = server.received.length;
    await reconnect(desk);
    await desk.lineReady();
    const sent = server.received.slice(before).map(methodOf);
    expect(sent.filter((method) => method === 'REGISTER')).toHaveLength(1);
  } finally {
    await desk.close();
    await server.stop();
  }
});
