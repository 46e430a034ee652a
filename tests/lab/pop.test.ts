import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { pressGlobalKey } from '../support/electron/global-keys';
import type { Workstation } from '../support/electron/workstation';
import { type CallRow, callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const KERDOUAL = '+33199004110';
const SOLVENNE = '+33199005220';
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

const lastRow = async (): Promise<CallRow | undefined> =>
  (await callRows(stage.hub.databaseUrl, since)).at(-1);

it.each([
  { number: KERDOUAL, brand: 'Maison Kerdoual', brandId: 'kerdoual' },
  { number: SOLVENNE, brand: 'Solvenne Énergie', brandId: 'solvenne' },
])(
  '[POP-1] a call to $number is for $brand, on the bar and on the card',
  async ({ number, brand }) => {
    await stage.call(number, { number: '+33639980177' });
    await desk.rings();
    await desk.reads('Vous allez parler pour', desk.bar);
    await desk.reads(brand, desk.bar);
    const card = await desk.parlance.window('card');
    await card.getByText(brand).waitFor();
    expect(await card.getByRole('main', { name: 'Appel entrant' }).textContent()).toContain(
      '06 39 98 01 77',
    );
  },
);

it.each(['+33639984117', '0639984117', '0033639984117', '33639984117'])(
  '[POP-2] [POP-3] a caller who arrives as %s opens the same customer before the call is answered',
  async (number) => {
    await stage.call(KERDOUAL, { number });
    await desk.rings();
    await desk.reads('Hélène Vasseur', desk.person);
    await desk.reads('06 39 98 41 17', desk.bar);
    const card = await desk.parlance.window('card');
    await card.getByRole('heading', { name: /Hélène Vasseur/ }).waitFor();
  },
);

it('[POP-4] several people with one number open a chooser; a digit opens the right one', async () => {
  await stage.call(KERDOUAL, { number: '+33199007315' });
  await desk.rings();
  const chooser = desk.page.getByRole('region', { name: 'Qui est-ce ?' });
  await chooser.waitFor();
  expect(await chooser.getByRole('button').count()).toBe(4);
  expect(await chooser.getByRole('button').first().textContent()).toContain('Mireille Guéguen');
  await desk.press('F2');
  await desk.talks();
  await desk.press('2');
  await desk.reads(/Loïc Guéguen|Cabinet Guéguen/, desk.person);
  await desk.hangUp();
  const row = await until('the hub holds the call', lastRow);
  expect(row.customer_id).not.toBeNull();
});

it('[POP-5] an unknown number opens a new card with the number filled in, and the hub knows her at once', async () => {
  await stage.call(KERDOUAL, { number: '+33639980188' });
  await desk.answer();
  await desk.reads('Appelant inconnu', desk.person);
  await desk.reads('Personne avec ce numéro, ni ici ni dans le serveur.', desk.person);
  const card = desk.page.getByRole('form', { name: 'Fiche rapide' });
  expect(await card.getByLabel('Téléphone').inputValue()).toBe('06 39 98 01 88');
  await card.getByLabel('Nom', { exact: true }).fill('Quintric');
  await card.getByLabel('Prénom').fill('Bleuenn');
  await desk.press('Control+Enter');
  await desk.reads('Bleuenn Quintric', desk.person);
  await desk.hangUp();
  await desk.finish();
  await until('the hub holds the call with its customer', async () => {
    const row = await lastRow();
    return row?.call.customerNumber === '+33639980188' && row.customer_id !== null;
  });
  await stage.clear(desk);
  await stage.call(SOLVENNE, { number: '0639980188' });
  await desk.rings();
  await desk.reads('Bleuenn Quintric', desk.person);
});

it('[POP-6] a hidden number is shown as hidden, and nobody is looked up', async () => {
  await stage.call(KERDOUAL, { number: 'anonymous' });
  await desk.rings();
  await desk.reads('Numéro masqué', desk.bar);
  await desk.reads('Aucune fiche ne s’ouvre avant que la personne ait dit qui elle est.');
  await desk.answer();
  await desk.hangUp();
  const row = await until('the hub holds the call', async () => {
    const last = await lastRow();
    return last?.call.numberHidden ? last : undefined;
  });
  expect(row.customer_id).toBeNull();
  expect(row.call.customerNumber).toBeNull();
});

it('[POP-11] the global keys answer, mute and hang up, and are armed only while there is a call', async () => {
  const armed = (key: string): Promise<boolean> =>
    desk.parlance.main.evaluate(({ globalShortcut }, one) => globalShortcut.isRegistered(one), key);
  for (const key of ['F2', 'F3', 'F9']) expect(await armed(key), key).toBe(false);
  await stage.call(KERDOUAL, { number: '+33639984117' });
  await desk.rings();
  await until('F2 is armed', () => armed('F2'));
  expect(await armed('F9')).toBe(false);
  await pressGlobalKey('F2');
  await desk.talks();
  await until('F3 and F9 are armed', async () => (await armed('F3')) && (await armed('F9')));
  expect(await armed('F2')).toBe(false);
  await pressGlobalKey('F3');
  await desk.bar.getByRole('button', { name: 'Muet', pressed: true }).waitFor();
  await pressGlobalKey('F9');
  await desk.finishButton.waitFor();
  await until('nothing is armed', async () => !((await armed('F3')) || (await armed('F9'))));
});

it('[POP-11] the incoming card never takes the keyboard from what she is typing', async () => {
  await desk.page.bringToFront();
  const search = desk.page.getByRole('combobox', { name: 'Chercher ou appeler' });
  await desk.press('Control+K');
  await stage.call(KERDOUAL, { number: '+33639984117' });
  const text = 'zzz une phrase tapée pendant que la carte arrive';
  await search.pressSequentially(text, { delay: 15 });
  await (await desk.parlance.window('card')).getByRole('button', { name: /Décrocher/ }).waitFor();
  const focus = await desk.parlance.main.evaluate(({ BrowserWindow }) => ({
    focused: BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? null,
    cards: BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().includes('/card/'))
      .map((window) => [window.isVisible(), window.isFocused(), window.isFocusable()]),
  }));
  expect(focus.cards).toEqual([[true, false, false]]);
  expect(focus.focused ?? '/app/').toContain('/app/');
});
