/** An administrator in the real program: a system that hangs, a file that goes out, a hub that stops. */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearTextIn } from '../support/electron/profile-bytes';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';

const [camille] = demoAdvisors;
/** Of a customer, of another system's answer about her, and how every access token begins. */
const secrets = ['Vasseur', 'Hélène', '639984117', 'Canapé Groix', 'eyJhbGciOi'];
let hub: HubProcess;
let desk: Workstation;
let shop: Server;
let shopUrl: string;
const asked: ServerResponse[] = [];
let answers = false;

const answer = (response: ServerResponse): void => {
  const row = {
    title: 'Canapé Groix',
    status: 'expédiée',
    at: '2026-11-02T10:00:00Z',
    amountCents: 64_000,
  };
  response.writeHead(200).end(JSON.stringify({ rows: [row] }));
};

beforeAll(async () => {
  shop = createServer((_, response) => {
    asked.push(response);
    if (answers) answer(response);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  hub = await startHub({ customers: 20, env: { PARLANCE_PRIVATE_CONNECTORS: '1' } });
  const advisor = { login: 'agathe.perrot', password: camille.password };
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor });
});
afterAll(async () => {
  await desk?.close();
  await hub?.stop();
  shop?.close();
  shop?.closeAllConnections();
});

const at = (tab: string) => desk.page.getByRole('tab', { name: tab }).click();
const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const shopCard = () => desk.person.getByRole('region', { name: 'Boutique' });

it('[CONN-12] [CONN-13] [CONN-14] [SEAL-1] a system that hangs is declared, named and asked again; without the hub its answer stands', async () => {
  await button('Admin').click();
  await at('Sources');
  await button('Nouveau système').click();
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('Nom de la carte').fill('Boutique');
  await form.getByLabel('Adresse').fill(`${shopUrl}/{id}`);
  await form.getByLabel('Marque', { exact: true }).selectOption({ label: 'Maison Kerdoual' });
  await form.getByLabel('Délai (ms)').fill('2000');
  await form.getByRole('button', { name: 'Créer' }).click();
  await desk.reads(/^Enregistré \d\d:\d\d:\d\d$/);

  await desk.open('Hélène Vasseur');
  await desk.reads('En attente de Boutique', shopCard());
  await desk.reads('Joindre par', desk.person);
  await desk.reads('Boutique n’a pas répondu en 2000 ms, jamais vu', shopCard());
  answers = true;
  await shopCard().getByRole('button', { name: 'Redemander à Boutique' }).press('Enter');
  await desk.reads('Canapé Groix', shopCard());

  await hub.stop();
  await desk.reads(/^Hors connexion depuis/, desk.status);
  await button('Journée').click();
  await desk.open('Hélène Vasseur');
  await desk.reads(/^Serveur injoignable, vu \d\d:\d\d$/, shopCard());
  await desk.reads('Canapé Groix', shopCard());
  expect(clearTextIn(desk.parlance.profileFolder, secrets)).toEqual([]);
  await button('Admin').click();
  await desk.reads(/^L’administration vient du serveur/);
  const { dataFolder, port } = hub;
  hub = await startHub({ customers: 20, dataFolder, port });
});

it('[EXPORT-9] [SEAL-1] an export is asked for, made, and saved as a file', async () => {
  const file = path.join(runFolder('export'), 'clients.csv');
  await desk.parlance.main.evaluate(({ BrowserWindow }, savePath) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.session.on('will-download', (_, item) => item.setSavePath(savePath));
  }, file);
  await at('Exports');
  await button('Nouvel export').click();
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('Marque', { exact: true }).selectOption({ label: 'Maison Kerdoual' });
  await form.getByRole('button', { name: 'Exporter' }).click();
  await button(/^Enregistrer le fichier clients-/).click();
  const written = await until('the file is written', () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return null;
    }
  });
  expect(written).toMatch(/^\ufeffRéférence client;/);
  expect(written).toContain('Vasseur');
  expect(clearTextIn(desk.parlance.profileFolder, secrets)).toEqual([]);
});

it('[IMPORT-36] a file is chosen, read, tried, corrected in one line, brought in, and undone', async () => {
  const lines = ['NOM;PRENOM;TEL;LIEU DE VIE', 'Kermarrec;Enora;0639985301;Quimper'];
  const buffer = Buffer.from([...lines, 'Le Bihan;Malo;063998;Brest', ''].join('\n'));
  const { page } = desk;
  await button('Imports').click();
  await page.getByLabel('Marque', { exact: true }).selectOption({ label: 'Maison Kerdoual' });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'salon.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('LIEU DE VIE devient').selectOption({ label: 'Commune' });
  await desk.press('r');
  const correction = page.getByLabel('Correction de la ligne 3');
  await correction.fill('0639985302');
  await desk.press('Enter');
  await button('Importer 2').waitFor();
  await desk.press('Control+Enter');
  await desk.reads('Import terminé');
  await desk.open('Malo Le Bihan');
  await desk.reads('06 39 98 53 02', desk.person);
  await button('Imports').click();
  await button(/salon\.csv/).click();
  await button('Défaire l’import salon.csv').press('Enter');
  await desk.reads('Import défait');
  await desk.reads(/0 gardées/);
});
