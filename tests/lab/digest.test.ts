import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { Kamailio, type KamailioOptions } from '../support/pbx/kamailio';

const [camille] = demoAdvisors;
let hub: HubProcess;
beforeAll(async () => {
  hub = await startHub({ customers: 20 });
});
afterAll(() => hub?.stop());

const atRegistrar = async (
  algorithm: KamailioOptions['algorithm'],
  password: string,
  work: (desk: Workstation) => Promise<void>,
): Promise<void> => {
  const registrar = await Kamailio.start({ algorithm, password: 'mot de passe à elle' });
  const line = { url: registrar.wsUrl, user: camille.extension, password };
  const desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille, line });
  try {
    await work(desk);
  } finally {
    await desk.close();
    await registrar.stop();
  }
};

it.each(['SHA-256', 'MD5'] as const)(
  '[NET-1] a registrar that asks for %s gets it, at REGISTER and at INVITE',
  async (algorithm) => {
    await atRegistrar(algorithm, 'mot de passe à elle', async (desk) => {
      await desk.lineReady();
      await desk.dial('06 39 98 41 17');
      await desk.finishButton.waitFor();
      // Busy is what it says to a call whose credentials it has accepted.
      await desk.reads(/^Occupé/);
    });
  },
);

it('[NET-1] a wrong password is refused by SHA-256 as well', async () => {
  await atRegistrar('SHA-256', 'pas le sien', async (desk) => {
    await desk.reads(/^Ligne refusée/, desk.status);
    expect(await desk.hangUpButton.isVisible()).toBe(false);
  });
});
