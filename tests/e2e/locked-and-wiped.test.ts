import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { deviceSchema, devicesSchema } from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { clearTextIn } from '../support/electron/profile-bytes';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const KERDOUAL = '+33199004110';
const since = new Date().toISOString();
/** A name, numbers, an e-mail, a note, and how every access token begins. */
const secrets = [
  'Vasseur',
  'Hélène',
  '639984117',
  'helene.vasseur',
  'Marchand',
  'noté avant le verrou',
  'eyJhbGciOi',
];
let stage: Stage;
let desk: Workstation;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await desk?.close();
  await stage.clear();
});
afterAll(() => stage?.strike());

const asAdministrator = async () => {
  const ask = async (method: string, url: string, token?: string, body?: object) => {
    const answer = await fetch(`${stage.hub.apiUrl}${url}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status, url).toBeLessThan(300);
    return answer.json();
  };
  const who = { login: 'agathe.perrot', password: camille.password, deviceId: crypto.randomUUID() };
  const { accessToken } = await ask('POST', routes.signIn, undefined, who);
  return (method: string, url: string, body?: object) => ask(method, url, accessToken, body);
};

it('[DEVICE-10] [DEVICE-12] [DEVICE-17] [SEAL-11] locked, crashed and wiped, nothing of anybody stands in the profile', async () => {
  desk = await stage.readyWorkstation();
  const { profileFolder } = desk.parlance;
  await desk.open('Hélène Vasseur');
  await desk.press('Control+L');
  await desk.reads('Poste verrouillé');
  const text = () => desk.page.evaluate(() => document.body.textContent);
  expect(await text()).not.toMatch(/Vasseur|Marchand|\b06 /);
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);

  // A call is taken from the lock screen, and named once it is unlocked.
  const caller = await stage.call(KERDOUAL, { number: '+33639984117' });
  await desk.reads('Un appel sonne');
  expect(await text()).not.toMatch(/Vasseur|39 98/);
  await desk.page.getByRole('button', { name: 'Répondre' }).click();
  await desk.reads('En communication');
  await desk.page.getByLabel('Mot de passe').fill('faux');
  await desk.press('Enter');
  await desk.reads('Identifiant ou mot de passe incorrect.');
  await desk.page.getByLabel('Mot de passe').fill(camille.password);
  await desk.press('Enter');
  await desk.reads('Hélène Vasseur', desk.person);
  await desk.note('noté avant le verrou');
  await desk.hangUp();
  await caller.waitFor('CALL_CLOSED');
  await desk.finish();
  await desk.reads(/^Tout est envoyé/, desk.status);

  const page = desk.page;
  const crashed = page.waitForEvent('crash').catch(() => undefined);
  await desk.parlance.main.evaluate(({ webContents }) => {
    const own = webContents.getAllWebContents().find((one) => one.getURL().includes('/app/'));
    own?.forcefullyCrashRenderer();
  });
  await crashed;
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);
  await desk.parlance.kill();
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);

  // Most of the house's customers are older than a month: they leave, and the house wants it wiped.
  const administrator = await asAdministrator();
  const own = async () => {
    const { devices } = devicesSchema.parse(await administrator('GET', routes.devices));
    return devices.find(({ userName, told }) => userName === 'Camille Roussel' && told !== null);
  };
  const deviceId = (await own())?.deviceId ?? '';
  const before = (await own())?.told?.customers ?? 0;
  expect(before).toBeGreaterThan(10);
  const rules = { ...usualDesktopRules, monthsAtMost: 1, reason: 'essai' };
  await administrator('PUT', routes.desktopRules, rules);
  desk = await stage.readyWorkstation({ profileFolder });
  await desk.open('Hélène Vasseur');
  await until(
    'the older ones have left',
    async () => ((await own())?.told?.customers ?? before) < before,
    90_000,
  );
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);
  await administrator('POST', `${routes.devices}/${deviceId}/wipe`, { reason: 'poste volé' });
  await desk.reads(/Un administrateur a demandé l’effacement de ce poste/);
  const device = deviceSchema.parse(await administrator('GET', `${routes.devices}/${deviceId}`));
  expect(device).toMatchObject({ state: 'wiped', wipe: { reason: 'poste volé', left: 0 } });
  expect(readdirSync(path.join(profileFolder, 'vaults'))).toEqual([]);
  await desk.parlance.kill();
  expect(clearTextIn(profileFolder, secrets)).toEqual([]);
  const store = path.join(profileFolder, 'IndexedDB');
  const sizes = existsSync(store) ? readdirSync(store, { recursive: true }).length : 0;
  expect(sizes).toBeLessThan(10);
  const notes = (await callRows(stage.hub.databaseUrl, since)).flatMap((row) => row.notes);
  expect(notes.filter(({ text: note }) => note === 'noté avant le verrou')).toHaveLength(1);
});
