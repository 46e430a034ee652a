import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { playedToneDb } from '../support/electron/engine-sound';
import { tellSystem } from '../support/electron/system-events';
import type { Workstation } from '../support/electron/workstation';
import { ApiSession } from '../support/hub/api-session';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { callRows } from '../support/hub/hub-rows';
import { CALLER_HZ, Stage } from '../support/stage';
import { until } from '../support/until';

const [demoCamille, yanis] = demoAdvisors;
const HELENE = '+33639984117';
const LOUD_DB = -30;
const since = new Date().toISOString();
let stage: Stage;
let hub: HubProcess;
let camille: Workstation;
let colleague: Workstation;

beforeAll(async () => {
  stage = await Stage.set();
  hub = stage.hub;
  camille = await stage.readyWorkstation();
  colleague = await stage.readyWorkstation({
    advisor: yanis,
    line: { url: stage.pbx.wsUrl, user: yanis.extension, password: yanis.linePassword },
  });
});
afterEach(async () => {
  await colleague.clear();
  await stage.clear(camille);
});
afterAll(async () => {
  await camille?.close();
  await colleague?.close();
  await hub?.stop();
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

const asManager = async (login: string): Promise<ApiSession> =>
  ApiSession.signIn(stage.hub.apiUrl, login);
const SPEECH = '/v1/scripts/kerdoual-reclamation-livraison/versions';

/** Hugo writes the next version, Agathe reads and approves it, Hugo publishes it. */
const publishNewWords = async (words: string): Promise<number> => {
  const hugo = await asManager('hugo.delmas');
  const agathe = await asManager('agathe.perrot');
  // Of a speech on trial its arms are said, whatever is published beside them.
  const { experiments } = await hugo.ask('/v1/script-experiments');
  for (const { id, stoppedAt } of experiments)
    if (stoppedAt === null) await hugo.ask(`/v1/script-experiments/${id}/stop`, {});
  const { id: _, version: __, publishedAt: ___, ...content } = await hugo.ask(`${SPEECH}/7`);
  const steps = content.steps.map((step: { id: string }) =>
    step.id === 'constat' ? { ...step, text: { default: words, expert: words } } : step,
  );
  const { version } = await hugo.ask(SPEECH, { ...content, steps, languages: [] });
  await hugo.ask(`${SPEECH}/${version}/submit`, { revision: 1 });
  await agathe.ask(`${SPEECH}/${version}/approve`, { revision: 1 });
  await hugo.ask(`${SPEECH}/${version}/publish`, {});
  return version;
};

it('[SPEECH-34] written, reviewed and published, a speech is said without the hub, handed over with its answers and read again', async () => {
  await camille.open('Hélène Vasseur');
  const words = 'Où est la casse, au millimètre ?';
  const version = await publishNewWords(words);
  // The queue would ring at either of them.
  await colleague.choose('Pause');
  await until('his line is closed', async () => !(await stage.pbx.isRegistered(yanis.extension)));
  if (!(await stage.pbx.isRegistered(demoCamille.extension)))
    await tellSystem(camille.parlance, 'resume');
  await until('her line is known', () => stage.pbx.isRegistered(demoCamille.extension));
  await stage.call('+33199004110', { number: HELENE });
  await camille.rings();
  await camille.reads(new RegExp(`v${version}`));
  const { dataFolder, port } = stage.hub;
  await hub.stop();
  await camille.reads(/^Hors connexion depuis/, camille.status);
  await camille.answer();
  await camille.press('1');
  await camille.reads(new RegExp(words.replace('?', '').trim()));
  await camille.page.getByLabel('Ce qui est abîmé').fill('pied avant gauche');
  hub = await startHub({ customers: 20, dataFolder, port });
  await camille.reads(/^Tout est envoyé/, camille.status);
  await camille.press('F6');
  const field = camille.page.getByRole('combobox', { name: 'nom, file ou numéro' });
  await field.fill('yanis');
  await camille.page.getByRole('option', { name: /Yanis Morel/ }).waitFor();
  await colleague.choose('Disponible');
  await until('his line is back', () => stage.pbx.isRegistered(yanis.extension));
  await field.press('Enter');
  await colleague.answer();
  await camille.reads(/Vous parlez à/);
  await camille.press('Enter');
  await colleague.reads(/Votre collègue vous passe l’appel/);
  await colleague.reads('Constat, 2 sur');
  expect(await colleague.page.getByLabel('Ce qui est abîmé').inputValue()).toBe(
    'pied avant gauche',
  );
  await colleague.press('1');
  await colleague.reads('Solution, 3 sur');
  await colleague.hangUp();
  await colleague.clear();
  await camille.finish();
  const hugo = await asManager('hugo.delmas');
  const row = await until('the hub holds what she said', async () =>
    (await callRows(hub.databaseUrl, since)).find(
      ({ call, direction, wrap_up_ended_at: end }) =>
        direction === 'inbound' && call.transferredTo !== null && end !== null,
    ),
  );
  const told = await hugo.ask(`/v1/interactions/${row.id}/speech`);
  expect(JSON.stringify(told)).toContain('Où est la casse, au millimètre');
  const measured = await until('both calls are counted', async () => {
    const path = SPEECH.replace('/versions', '/measures');
    const { versions } = await hugo.ask(path);
    const own = versions.find((one: { version: number }) => one.version === version);
    return own?.calls >= 2 && own;
  });
  expect(measured.calls).toBe(2);
});
