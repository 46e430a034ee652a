import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Parlance } from '../support/electron/parlance';
import { type HubProcess, startHub } from '../support/hub/hub-process';

const [camille] = demoAdvisors;
let hub: HubProcess;
let parlance: Parlance;

beforeAll(async () => {
  hub = await startHub({ customers: 20 });
  parlance = await Parlance.launch({ apiUrl: hub.apiUrl, advisor: camille });
});
afterAll(async () => {
  await parlance?.close();
  await hub?.stop();
});

/** The headsets that a page may use, or the name of the error that it gets. */
const devicesOf = (page: Page): Promise<number | string> =>
  page.evaluate(async () => {
    type Hid = { getDevices: () => Promise<unknown[]> };
    const { hid } = navigator as Navigator & { readonly hid?: Hid };
    if (hid === undefined) return 'no WebHID';
    return hid.getDevices().then(
      (devices) => devices.length,
      (error: Error) => error.name,
    );
  });

it('[AUDIO-21] the engine may use headsets, the screens may not', async () => {
  expect(await devicesOf(await parlance.window('engine'))).toBeTypeOf('number');
  expect(await devicesOf(await parlance.window('app'))).toBe('SecurityError');
  expect(await devicesOf(await parlance.window('card'))).toBe('SecurityError');
});
