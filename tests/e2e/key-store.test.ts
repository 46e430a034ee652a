import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ParlanceOptions } from '../support/electron/parlance';
import { type SystemKeyStore, startSystemKeyStore } from '../support/electron/system-key-store';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';

const [camille] = demoAdvisors;
const NOTE = 'gardé par le trousseau';
const switches = ['--password-store=gnome-libsecret'];
let hub: HubProcess;
let store: SystemKeyStore | undefined;
let desk: Workstation | undefined;

beforeAll(async () => {
  hub = await startHub({ customers: 20 });
});
afterAll(() => hub?.stop());
afterEach(async () => {
  await desk?.close();
  await store?.stop();
  store = undefined;
});

const start = async (options: Partial<ParlanceOptions>): Promise<Workstation> => {
  desk = await Workstation.start({ apiUrl: hub.apiUrl, switches, ...options });
  return desk;
};

/** What the settings say about her key. */
const readsAboutKey = async (at: Workstation, words: RegExp): Promise<void> => {
  await at.page.getByRole('button', { name: 'Réglages' }).first().click();
  await at.reads(words);
};

/** How the one vault of the profile is sealed. */
const protectionIn = (profileFolder: string): string => {
  const vaults = path.join(profileFolder, 'vaults');
  const [name] = readdirSync(vaults);
  return JSON.parse(readFileSync(path.join(vaults, name ?? '', 'vault.json'), 'utf8')).protection;
};

it('[SEAL-7] a real key ring holds the key; after a new login of the system, cache and journal are read without a password and without the hub', async () => {
  const home = runFolder('home');
  store = await startSystemKeyStore(home, 'un mot de passe de session');
  const first = await start({ advisor: camille, env: store.env });
  const { profileFolder } = first.parlance;
  await first.lineReady();
  await first.open('Hélène Vasseur');
  await readsAboutKey(first, /la clé est gardée par le système/);
  expect(protectionIn(profileFolder)).toBe('os');
  expect(await first.page.getByText('La clé de ce poste manque').count()).toBe(0);
  await first.page.getByRole('button', { name: 'Journée' }).first().click();
  await first.page.getByRole('button', { name: 'Appel d’entraînement' }).first().click();
  await first.rings();
  await first.press('F2');
  await first.reads('Appel simulé', first.bar);
  await first.note(NOTE);
  await first.parlance.kill();
  await store.stop();
  await hub.stop();

  store = await startSystemKeyStore(home, 'un mot de passe de session');
  const second = await start({ profileFolder, env: store.env });
  // The line is away with the hub: the call waits to be taken back until she lets it go.
  await second.page.getByRole('button', { name: 'Arrêter' }).waitFor();
  await second.hangUp();
  const note = second.page.getByLabel(/^Note de/).first();
  expect(await note.inputValue()).toBe(NOTE);
  await second.finish();
  await second.open('Hélène Vasseur');
  hub = await startHub({ dataFolder: hub.dataFolder, port: hub.port });
  await second.reads(/^Tout est envoyé/, second.status);
});

it('[SEAL-2] without a key ring she is told that her password seals the key', async () => {
  const alone = await start({ advisor: camille, env: { DBUS_SESSION_BUS_ADDRESS: '' } });
  await alone.lineReady();
  await readsAboutKey(alone, /la clé est scellée par votre mot de passe/);
  expect(protectionIn(alone.parlance.profileFolder)).toBe('passphrase');
});

it('[SEAL-10] a key ring that was reset is told; what she sets aside comes back with the key ring', async () => {
  const homes = { own: runFolder('home'), other: runFolder('home') };
  const logIn = async (home: string): Promise<Readonly<Record<string, string>>> => {
    store = await startSystemKeyStore(home, 'un mot de passe de session');
    return store.env;
  };
  const first = await start({ advisor: camille, env: await logIn(homes.own) });
  const { profileFolder } = first.parlance;
  await first.lineReady();
  await first.page.getByRole('button', { name: 'Appel d’entraînement' }).first().click();
  await first.rings();
  await first.press('F2');
  await first.reads('Appel simulé', first.bar);
  await first.note(NOTE);
  await first.parlance.kill();
  await store?.stop();

  const goOn = async (at: Workstation): Promise<void> => {
    await at.reads(/Le trousseau de ce système ne rend plus la clé/);
    await at.page.locator('form').getByLabel('Mot de passe').fill(camille.password);
    await at.page.getByRole('button', { name: 'Continuer avec un coffre neuf' }).click();
    await at.page.getByRole('navigation').waitFor();
  };
  const second = await start({ profileFolder, env: await logIn(homes.other) });
  await second.signIn(camille.login, camille.password);
  await goOn(second);
  expect(await second.finishButton.isVisible()).toBe(false);
  await second.close();
  await store?.stop();

  const third = await start({ profileFolder, env: await logIn(homes.own) });
  await third.signIn(camille.login, camille.password);
  await goOn(third);
  await third.finishButton.waitFor();
  expect(
    await third.page
      .getByLabel(/^Note de/)
      .first()
      .inputValue(),
  ).toBe(NOTE);
});
