import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { CALLER_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [, yanis] = demoAdvisors;
const HELENE = '+33639984117';
const LOUD_DB = -30;
const since = new Date().toISOString();
let stage: Stage;
let camille: Workstation;
let colleague: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  camille = await stage.readyWorkstation();
  colleague = await stage.readyWorkstation({
    advisor: yanis,
    line: { url: stage.pbx.wsUrl, user: yanis.extension, password: yanis.linePassword },
  });
});
afterEach(() => stage.clear(camille));
afterAll(async () => {
  await camille?.close();
  await colleague?.close();
  await stage?.strike();
});

it('[XFER-17] [XFER-18] a colleague is asked by name, and has the customer on the screen when she is handed over', async () => {
  await stage.farEnd(HELENE, { answers: 'auto' });
  await camille.dial('06 39 98 41 17');
  await camille.talks();
  await camille.press('F6');
  const field = camille.page.getByRole('combobox', { name: 'nom, file ou numéro' });
  await field.fill('yanis');
  await camille.page.getByRole('option', { name: /Yanis Morel/ }).waitFor();
  await field.press('Enter');
  await colleague.rings();
  await colleague.reads('Camille Roussel', colleague.person);
  await colleague.reads('Maison Kerdoual', colleague.bar);
  await colleague.answer();
  await colleague.reads('Entre collègues');
  await camille.reads(/Vous parlez à/);
  await camille.press('Enter');
  await colleague.reads('Hélène Vasseur', colleague.person);
  await colleague.reads('Hélène Vasseur', colleague.bar);
  await until('he hears her', async () => {
    const engine = await colleague.parlance.window('engine');
    return (await playedToneDb(engine, CALLER_HZ)) > LOUD_DB;
  });
  await camille.finishButton.waitFor();
  await colleague.hangUp();
  await colleague.clear();
  const rows = await until('the hub holds both', async () => {
    const found = await callRows(stage.hub.databaseUrl, since);
    return found.length >= 2 && found;
  });
  const customers = new Set(rows.map((row) => row.customer_id));
  expect([...customers]).toHaveLength(1);
  expect([...customers][0]).toBeTruthy();
});
