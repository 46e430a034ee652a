import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { RolePlayDraft } from '@shared/domain/role-play/role-play.ts';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { RolePlayAuthor, saying } from '../support/hub/role-play-author';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const slowMs = 40_000;
let hub: HubProcess;
let desk: Workstation | undefined;
let nadia: RolePlayAuthor;

/** What the hub's database holds of everything that is real, and of what was played. */
const counts = async (): Promise<Record<string, number>> => {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  try {
    const tables = ['interactions', 'interaction_revisions', 'customers', 'cases', 'callbacks'];
    const found: Record<string, number> = {};
    for (const table of [...tables, 'change_log', 'role_play_runs']) {
      const { rows } = await client.query(`select count(*)::int as n from ${table}`);
      found[table] = rows[0].n;
    }
    const { rows } = await client.query(
      `select count(*)::int as n from advisor_states where state in ('busy', 'wrap-up')`,
    );
    found['busy'] = rows[0].n;
    return found;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  hub = await startHub({ customers: 5 });
  nadia = await RolePlayAuthor.signIn(hub.apiUrl);
  const first = [
    await nadia.write('A. Elle demande, puis raccroche', {
      steps: [
        { kind: 'listen', atMostSeconds: 1 },
        saying('Où est ma commande ?'),
        { kind: 'tones', tones: '42#' },
        saying('Merci, au revoir.'),
        { kind: 'hang-up', manner: 'polite' },
      ],
    }),
    await nadia.write('B. Il n’aime pas attendre', {
      mood: 'angry',
      holdPatienceSeconds: 2,
      steps: [saying('Allô, enfin !'), { kind: 'listen', atMostSeconds: 120 }],
    }),
  ];
  await nadia.series('Essai', first);
  const wishes: Partial<RolePlayDraft> = {
    steps: [saying('Passez-moi un responsable.'), { kind: 'expect-transfer', withinSeconds: 90 }],
    expectedDispositions: ['transfere-sav'],
  };
  const second = [
    await nadia.write('C. Elle veut un responsable', wishes),
    await nadia.write('D. Il veut un responsable', wishes),
    await nadia.write('E. On le rappelle', {
      direction: 'outbound',
      steps: [saying('Allô, oui ?'), { kind: 'hang-up', manner: 'polite' }],
    }),
  ];
  await nadia.series('Transferts', second);
});
afterAll(() => hub?.stop());
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

it('[PLAY-20] a series of two is taken, its report is right, and nothing of it is in the real history', async () => {
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
  await desk.lineReady();
  const before = await counts();
  const { page } = desk;
  const waits = { timeout: slowMs };
  await page.getByRole('button', { name: 'Formation' }).click();
  await page.getByRole('button', { name: 'Commencer la série Essai' }).click();
  await desk.reads('En formation', desk.bar);

  await page.getByRole('button', { name: 'Lancer l’appel' }).waitFor();
  await desk.press('Enter');
  await desk.answerButton.waitFor(waits);
  await desk.reads('Vous jouez pour', desk.bar);
  await desk.press('F2');
  await desk.reads('Appel simulé', desk.bar);
  await page.getByText('Où est ma commande ?').waitFor(waits);
  await page.getByText('a tapé 42# au clavier').waitFor(waits);
  // She says goodbye and hangs up herself.
  await desk.finishButton.waitFor(waits);
  await desk.reads(/rien n’est envoyé/, desk.bar);
  await desk.finish({ disposition: 'Renseigné' });

  await page.getByRole('button', { name: 'Lancer l’appel' }).waitFor();
  await desk.press('Enter');
  await desk.answerButton.waitFor(waits);
  await desk.press('F2');
  await page.getByText('Allô, enfin !').waitFor(waits);
  await desk.press('F4');
  await desk.finishButton.waitFor(waits);
  await desk.finish({ disposition: 'Commande prise' });

  await desk.reads('Essai : terminé');
  const rows = page.locator('main table tbody tr');
  expect(await rows.count()).toBe(2);
  expect(await rows.nth(0).textContent()).toMatch(/le client a eu sa réponse.*Renseigné/);
  expect(await rows.nth(1).textContent()).toMatch(/le client a raccroché, fâché.*Commande prise/);
  expect(await rows.nth(1).textContent()).toMatch(/attendu : Renseigné/);

  await until('the reports are in the hub', async () => (await counts())['role_play_runs'] === 2);
  const runs = await nadia.runs();
  expect(runs.map((run: { ending: string }) => run.ending)).toEqual(['angry', 'finished']);
  expect(runs[0].heldMs).toBeGreaterThanOrEqual(1_500);
  expect(runs[1].heldMs).toBe(0);
  expect(runs[1].userName).toBe('Camille Roussel');
  expect(await counts()).toEqual({ ...before, role_play_runs: 2 });

  await page.getByRole('button', { name: 'Reprendre mon poste' }).click();
  await desk.reads('Disponible', desk.bar);
  await desk.lineReady();
  await page.getByRole('button', { name: 'Journée' }).click();
  await desk.reads('Mes chiffres du jour');
  expect(await page.locator('main').textContent()).toMatch(/Mes chiffres du jour\s*0\s*appel/);
}, 180_000);

it('[PLAY-26] a customer who wants to be handed over is handed over directly or after asking, and one who is called answers', async () => {
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
  await desk.lineReady();
  const { page } = desk;
  const waits = { timeout: slowMs };
  await page.getByRole('button', { name: 'Formation' }).click();
  await page.getByRole('button', { name: 'Commencer la série Transferts' }).click();
  const begin = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Lancer l’appel' }).waitFor();
    await desk?.press('Enter');
  };
  const target = page.getByRole('combobox', { name: 'nom, file ou numéro' });

  await begin();
  await desk.answerButton.waitFor(waits);
  await desk.press('F2');
  await page.getByText('Passez-moi un responsable.').waitFor(waits);
  await desk.press('F6');
  await page.getByRole('button', { name: 'direct' }).click();
  await target.fill('6002');
  await desk.press('Enter');
  await desk.finishButton.waitFor(waits);
  await desk.finish({ disposition: 'Transféré au SAV' });
  await until(
    'its report is kept',
    async () => (await nadia.runOf('C. Elle veut un responsable')) !== undefined,
  );
  expect(await nadia.runOf('C. Elle veut un responsable')).toMatchObject({ ending: 'transferred' });

  await begin();
  await desk.answerButton.waitFor(waits);
  await desk.press('F2');
  await page.getByText('Passez-moi un responsable.').waitFor(waits);
  await desk.press('F6');
  await target.fill('01 99 00 61 22');
  await desk.press('Enter');
  // Whom she asks is played, too.
  await page.getByText(/Vous parlez à/).waitFor(waits);
  await page.getByRole('button', { name: /^Passer/ }).click();
  await desk.finishButton.waitFor(waits);
  await desk.finish({ disposition: 'Transféré au SAV' });
  await until(
    'its report is kept',
    async () => (await nadia.runOf('D. Il veut un responsable')) !== undefined,
  );
  expect(await nadia.runOf('D. Il veut un responsable')).toMatchObject({ ending: 'transferred' });

  await begin();
  await page.getByText('Allô, oui ?').waitFor(waits);
  await desk.finishButton.waitFor(waits);
  await desk.finish({ disposition: 'Renseigné' });
  await desk.reads('Transferts : terminé');
  await until(
    'its report is kept',
    async () => (await nadia.runOf('E. On le rappelle')) !== undefined,
  );
  expect(await nadia.runOf('E. On le rappelle')).toMatchObject({ ending: 'finished' });
}, 240_000);

it('[PLAY-25] a team lead records a sentence in the form, hears it, and the hub keeps it', async () => {
  const lead = { login: 'nadia.ferrand', password: 'parlance-demo' };
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: lead });
  const { page } = desk;
  await page.getByRole('button', { name: 'Formation' }).click();
  await page.getByRole('button', { name: 'Nouveau jeu de rôle' }).click();
  const fill = (name: string, text: string) => page.getByRole('textbox', { name }).fill(text);
  await fill('Titre', 'F. Ma voix');
  await fill('Nom du client', 'Mme Prigent');
  await fill('Ce qu’il veut', 'Être entendue');
  await fill('Paroles (en français)', 'Bonjour, c’est moi.');
  await page.getByRole('button', { name: 'Enregistrer ma voix' }).click();
  await page.getByText('Parlez, on enregistre…').waitFor();
  await page.getByRole('button', { name: 'Terminer l’enregistrement' }).click();
  await page.getByText('Votre voix est enregistrée.').waitFor();
  await page.getByRole('button', { name: 'Écouter' }).click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('button', { name: 'Jouer F. Ma voix' }).waitFor();
  expect((await page.getByRole('alert').allTextContents()).join('')).toBe('');
  const { rolePlays } = await nadia.ask('/v1/role-plays');
  const play = rolePlays.find(({ title }: { title: string }) => title === 'F. Ma voix');
  const { sound } = play.steps[1];
  expect(sound.kind).toBe('recorded');
  const kept = await nadia.ask(`/v1/role-play-sounds/${sound.soundId}`);
  // EBML, as every WebM begins.
  expect(Buffer.from(kept.base64, 'base64').subarray(0, 4).toString('hex')).toBe('1a45dfa3');
}, 120_000);
