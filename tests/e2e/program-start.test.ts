import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Parlance } from '../support/electron/parlance';
import { type HubProcess, startHub } from '../support/hub/hub-process';

const [camille] = demoAdvisors;
let hub: HubProcess;

beforeAll(async () => {
  hub = await startHub({ customers: 20 });
});
afterAll(() => hub?.stop());

describe('[TOOL-15] the built program', () => {
  it('[TOOL-15] opens its windows on a real hub and closes', async () => {
    const parlance = await Parlance.launch({ apiUrl: hub.apiUrl, advisor: camille });
    try {
      for (const kind of ['app', 'engine', 'card'] as const) {
        const page = await parlance.window(kind);
        expect(await page.title()).not.toBe('');
      }
    } finally {
      await parlance.close();
    }
    expect(parlance.isRunning).toBe(false);
  });

  it('[TOOL-15] is gone at once when it is killed, and starts again on the same profile', async () => {
    const first = await Parlance.launch({ apiUrl: hub.apiUrl, advisor: camille });
    await first.kill();
    const { profileFolder } = first;
    const second = await Parlance.launch({ apiUrl: hub.apiUrl, advisor: camille, profileFolder });
    expect(second.isRunning).toBe(true);
    await second.close();
  });
});
