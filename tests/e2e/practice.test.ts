import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { until } from '../support/until';

const [camille] = demoAdvisors;
let hub: HubProcess;
let desk: Workstation | undefined;

beforeAll(async () => {
  hub = await startHub({ customers: 50 });
});
afterAll(() => hub?.stop());
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

describe('the training line', () => {
  it('[RUN-6] a practice call rings, is answered and wrapped up, and is no figure of her day', async () => {
    desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
    await desk.lineReady();
    await desk.page.getByRole('button', { name: 'Appel d’entraînement' }).click();
    await desk.rings();
    await desk.reads('Vous jouez pour', desk.bar);
    await desk.press('F2');
    await desk.reads('Appel simulé', desk.bar);
    await desk.press('F9');
    await desk.finish();
    await desk.page
      .getByRole('button', { name: 'Journée' })
      .or(desk.page.getByRole('link', { name: 'Journée' }))
      .first()
      .click();
    const main = desk.page.locator('main');
    await until('the day is shown', async () =>
      /Mes chiffres du jour/.test((await main.textContent()) ?? ''),
    );
    expect(await main.textContent()).toMatch(/Mes chiffres du jour\s*0\s*appel/);
  });

  it('[RUN-4] a second start finds the line where the hub is now', async () => {
    const first = await startHub({ customers: 5 });
    desk = await Workstation.start({ apiUrl: first.apiUrl, advisor: camille });
    await desk.lineReady();
    const { profileFolder } = desk.parlance;
    await desk.close();
    await first.stop();
    const second = await startHub({ dataFolder: first.dataFolder });
    try {
      expect(second.port).not.toBe(first.port);
      desk = await Workstation.start({ apiUrl: second.apiUrl, advisor: camille, profileFolder });
      await desk.lineReady();
    } finally {
      await second.stop();
    }
  });

  it('[RUN-3] closing the window ends the program with all its windows', async () => {
    desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
    await desk.lineReady();
    // The page is gone before its click has been answered.
    await desk.bar
      .getByRole('button', { name: 'Fermer' })
      .click()
      .catch(() => undefined);
    await until('the program has ended', () => desk?.parlance.isRunning === false);
    expect(desk.parlance.isRunning).toBe(false);
  });
});
