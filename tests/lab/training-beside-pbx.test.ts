import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Workstation } from '../support/electron/workstation';
import { callRows } from '../support/hub/hub-rows';
import { RolePlayAuthor, saying } from '../support/hub/role-play-author';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const slowMs = 40_000;
const since = new Date().toISOString();
let stage: Stage;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  const nadia = await RolePlayAuthor.signIn(stage.hub.apiUrl);
  const steps = [saying('Bonjour, une question.'), { kind: 'hang-up', manner: 'polite' } as const];
  await nadia.series('Essai', [await nadia.write('Une question', { steps })]);
  desk = await stage.readyWorkstation();
});
afterEach(() => stage.clear(desk));
afterAll(async () => {
  await desk?.close();
  await stage?.strike();
});

it('[PLAY-17] beside a real PBX her line is at the training switch while she trains, and comes back', async () => {
  const { page } = desk;
  const waits = { timeout: slowMs };
  await page.getByRole('button', { name: 'Formation' }).click();
  await page.getByRole('button', { name: 'Commencer la série Essai' }).click();
  await desk.reads('En formation', desk.bar);
  await until('the PBX has her line no more', async () => !(await stage.pbx.isRegistered('6001')));
  await page.getByRole('button', { name: 'Lancer l’appel' }).waitFor();
  await desk.press('Enter');
  await desk.answerButton.waitFor(waits);
  await desk.reads('Vous jouez pour', desk.bar);
  await desk.press('F2');
  await page.getByText('Bonjour, une question.').waitFor(waits);
  await desk.finishButton.waitFor(waits);
  await desk.finish({ disposition: 'Renseigné' });
  await desk.reads('Essai : terminé');
  expect(await callRows(stage.hub.databaseUrl, since)).toEqual([]);

  await page.getByRole('button', { name: 'Reprendre mon poste' }).click();
  await until('the PBX has her line again', () => stage.pbx.isRegistered('6001'));
  const caller = await stage.call('+33199004110', { number: '+33639984117' });
  await desk.answer();
  await desk.hangUp();
  await desk.finish();
  caller.hangup();
  await until('the real call is in the hub', async () => {
    const rows = await callRows(stage.hub.databaseUrl, since);
    return rows.length === 1 && rows[0]?.call.training === false;
  });
}, 120_000);
