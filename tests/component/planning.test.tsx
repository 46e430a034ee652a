/** Campaigns for those who make and run them: the list, and one that runs. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { campaignAnswers, own } from './support/campaigns.ts';
import { openApp } from './support/open-app.tsx';
import { draft, hugo, managing, paused, planningAnswers, running } from './support/planning.ts';
import { quiet } from './support/slices.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const titles = { fr: 'Campagnes', en: 'Campaigns' } as const;

const openList = async ({
  answers = {},
  language = 'fr',
  user = hugo,
}: {
  readonly answers?: object;
  readonly language?: 'fr' | 'en';
  readonly user?: object;
} = {}) => {
  const app = openApp({
    slices: { ...managing, session: { ...managing.session, user: user as never } },
    answers: { ...planningAnswers, ...answers } as never,
    language,
  });
  await app.user.click(await screen.findByRole('button', { name: titles[language] }));
  return app;
};
const rowOf = async (name: string) => {
  const list = await screen.findByRole('list', { name: /Campagnes|Campaigns/ });
  const row = within(list)
    .getAllByRole('listitem')
    .find((one) => one.querySelector('h2')?.textContent?.includes(name));
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
};
const openRunning = async (options: Parameters<typeof openList>[0] = {}) => {
  const app = await openList(options);
  const row = await rowOf('Bilan isolation');
  await app.user.click(within(row).getByRole('button', { name: /^(Ouvrir|Open)$/ }));
  await screen.findByRole('heading', { level: 1, name: 'Bilan isolation' });
  return app;
};

it('[PLAN-1] is in the rail of who makes campaigns; a lead who calls has both screens', async () => {
  const lead = { ...hugo, role: 'team-lead' };
  await openList({ user: lead, answers: campaignAnswers(own()) });
  expect(await screen.findByRole('heading', { level: 1, name: 'Campagnes' })).toBeDefined();
  expect(await screen.findByRole('button', { name: 'À appeler' })).toBeDefined();
});

it('[PLAN-2] [PLAN-3] says how each stands, those that run first, and all that is missing', async () => {
  await openList();
  expect(plain(await rowOf('Bilan isolation'))).toMatch(
    /En cours.*Rendez-vous · Solvenne Énergie.*du 26 oct\. au 27 nov\.74 rendez-vous sur 120/,
  );
  expect(plain(await rowOf('Bilan isolation'))).toContain('326 fiches restent');
  const list = await screen.findByRole('list', { name: 'Campagnes' });
  expect(
    within(list)
      .getAllByRole('heading')
      .map((one) => one.textContent),
  ).toEqual([
    'SÉBilan isolationEn cours',
    'MKEnquête de rentréeSuspendue',
    'SÉOuverture de Rennes-SudBrouillon',
    'SÉChaudières 2025Arrêtée',
  ]);
  const row = await rowOf('Ouverture');
  const missing = within(row).getByRole('list', { name: 'Ce qui manque avant le démarrage' });
  expect(within(missing).getAllByRole('listitem')).toHaveLength(3);
  expect(plain(missing)).toContain('Aucun discours : choisissez celui que les conseillers diront.');
  const start = within(row).getByRole('button', { name: 'Démarrer' });
  expect(start.getAttribute('aria-disabled')).toBe('true');
});

it('[PLAN-2] in English, by state', async () => {
  const { user } = await openList({ language: 'en' });
  expect(plain(await rowOf('Bilan isolation'))).toMatch(/Running.*74 appointments of 120/);
  await user.click(screen.getByRole('button', { name: /^Drafts/ }));
  const list = screen.getByRole('list', { name: 'Campaigns' });
  await waitFor(() => expect(within(list).getAllByRole('heading')).toHaveLength(1));
});

it('[PLAN-4] one button pauses, starts and copies; a stop is asked back, and Escape changes nothing', async () => {
  const { engine, user } = await openList({
    answers: {
      'planning.move': () => succeed(paused),
      'planning.copy': () => succeed(draft),
    },
  });
  await user.click(
    within(await rowOf('Bilan isolation')).getByRole('button', { name: 'Suspendre' }),
  );
  await user.click(
    within(await rowOf('Enquête de rentrée')).getByRole('button', { name: 'Reprendre' }),
  );
  await waitFor(() => expect(engine.inputs('planning.move')).toHaveLength(2));
  const stop = within(await rowOf('Bilan isolation')).getByRole('button', { name: 'Arrêter' });
  await user.click(stop);
  expect(plain(screen.getByRole('dialog'))).toContain('326 fiches attendent encore');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(engine.inputs('planning.move').map(({ move }) => move)).toEqual(['pause', 'start']);
  await user.click(stop);
  await user.click(screen.getByRole('button', { name: 'Arrêter pour toujours' }));
  await waitFor(() => expect(engine.inputs('planning.move').at(-1)?.move).toBe('stop'));
  await user.click(within(await rowOf('Bilan isolation')).getByRole('button', { name: 'Copier' }));
  await waitFor(() =>
    expect(engine.inputs('planning.copy')).toEqual([
      { campaignId: running.id, name: 'Bilan isolation (copie)' },
    ]),
  );
});

it('[PLAN-5] without campaigns it says what to do first; without the hub what it knew stays', async () => {
  const { engine, deliver } = await openList({
    answers: { 'planning.campaigns': () => succeed({ campaigns: [] }) },
  });
  expect(await screen.findByText(/Commencez par « Nouvelle campagne »/)).toBeDefined();
  engine.answer({ 'planning.campaigns': () => fail('hub-unreachable') });
  deliver('sync', { ...quiet.sync, hub: 'offline' } as never);
  expect(await screen.findByText(/Serveur injoignable, tel qu’à/)).toBeDefined();
  expect(screen.getByText(/Commencez par/)).toBeDefined();
});

it('[PLAN-5] what was never read says why not', async () => {
  await openList({
    answers: { 'planning.campaigns': () => fail('hub-unreachable') },
    language: 'en',
  });
  expect(await screen.findByText(/Campaigns are kept at the hub/)).toBeDefined();
});

it('[PLAN-6] a new one needs a name, and is made of name, brand and goal', async () => {
  const { engine, user } = await openList({
    answers: { 'planning.create': () => succeed(draft) },
  });
  await screen.findByRole('list', { name: 'Campagnes' });
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('n');
  const dialog = await screen.findByRole('dialog', { name: 'Nouvelle campagne' });
  await user.click(within(dialog).getByRole('button', { name: 'Créer le brouillon' }));
  expect(plain(dialog)).toContain('Donnez-lui un nom');
  expect(engine.inputs('planning.create')).toEqual([]);
  await user.type(within(dialog).getByLabelText('Nom'), 'Ouverture de Rennes-Sud');
  await user.selectOptions(within(dialog).getByLabelText('Marque'), 'solvenne');
  await user.selectOptions(within(dialog).getByLabelText('But'), 'sales');
  await user.keyboard('{Enter}');
  await user.click(within(dialog).getByRole('button', { name: 'Créer le brouillon' }));
  await waitFor(() => expect(engine.inputs('planning.create')).toHaveLength(1));
  expect(engine.inputs('planning.create')[0]).toMatchObject({
    name: 'Ouverture de Rennes-Sud',
    brandId: 'solvenne',
    goal: 'sales',
  });
});

it('[PLAN-16] shows the target, the planned pace, who works, the limit, the hours and the endings', async () => {
  await openRunning();
  const progress = await screen.findByRole('region', { name: 'Avancée vers l’objectif' });
  expect(plain(progress)).toMatch(/74rendez-vous sur 120 ?3 d’avance sur le rythme/);
  expect(plain(progress)).toContain('prévu ce soir 71');
  expect(plain(progress)).toMatch(/joints, 34 %.*17,0 %/);
  const pace = screen.getByRole('region', { name: 'Rythme' });
  expect(plain(pace)).toContain('5 en ligne, 1 libre, 1 post-appel');
  expect(plain(pace)).toContain('6 abandons sur 331 décrochés : entre 0,8 et 3,9 %');
  const heat = screen.getByRole('table', { name: 'Quand ils répondent' });
  const tuesday = within(heat).getByRole('row', { name: /mardi/ });
  expect(plain(tuesday)).toContain('la loi ne le permet pas');
  expect(within(tuesday).getByTitle('37 joints sur 100 tentatives')).toBeDefined();
  expect(screen.getByText(/Entre 18 h et 19 h on joint 2,3 fois plus qu’à 10 h/)).toBeDefined();
  expect(screen.getByText('Refus, 60 jours de silence').parentElement?.textContent).toMatch(/41/);
  expect(screen.getByText(/Les appels font commander davantage/)).toBeDefined();
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map((one) => one.id)).toEqual([]);
});

it('[PLAN-33] [DIAL-25] says how it is dialled now and why, and its mode is changed by one press', async () => {
  const dialled = { ...running.settings.dialling, mode: 'preview' as const };
  const changed = { ...running, settings: { ...running.settings, dialling: dialled } };
  const { engine, user } = await openRunning({
    answers: { 'planning.change': () => succeed(changed) },
  });
  const pace = await screen.findByRole('region', { name: 'Rythme' });
  await waitFor(() => expect(plain(pace)).toContain('1,15appel lancé par conseiller libre'));
  expect(plain(pace)).toContain('Progressif · limite d’abandons atteinte');
  expect(plain(pace)).toContain('2 sonnent, 0 attendent, 5 en conversation');
  expect(plain(pace)).toContain('Répondeurs du jour : 7 × annonce longue, 2 × trop de mots.');
  expect(plain(pace)).toContain('Rappelés par une personne : 2, dont 1 joints.');
  await user.click(within(pace).getByRole('button', { name: 'Aperçu' }));
  await waitFor(() =>
    expect(engine.inputs('planning.change').at(-1)).toMatchObject({
      campaignId: running.id,
      revision: running.revision,
      settings: { dialling: { mode: 'preview' } },
    }),
  );
});

it('[PLAN-17] Shift+P pauses it; figures that are old say of when they are', async () => {
  const { engine, user, deliver } = await openRunning({
    answers: { 'planning.move': () => succeed({ ...running, status: 'paused' }) },
    language: 'en',
  });
  await screen.findByText('3 ahead of the pace');
  engine.answer({ 'planning.figures': () => fail('hub-unreachable') });
  deliver('sync', { ...quiet.sync, hub: 'offline' } as never);
  expect(await screen.findByText('Hub out of reach, as at')).toBeDefined();
  expect(screen.getByText('3 ahead of the pace')).toBeDefined();
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{Shift>}P{/Shift}');
  await waitFor(() => expect(engine.inputs('planning.move')).toHaveLength(1));
  expect(await screen.findByRole('button', { name: /Resume/ })).toBeDefined();
});

it('[PLAN-18] shows whom it calls with the law of now, and asks by name, state and page', async () => {
  const { engine, user } = await openRunning();
  await user.click(await screen.findByRole('tab', { name: 'Fiches' }));
  const table = await screen.findByRole('table', { name: 'Fiches' });
  const solange = within(table).getByRole('row', { name: /Solange Hoarau/ });
  expect(plain(solange)).toMatch(
    /Terminée.*60 jours.*Refus exprimé.*D223-9 · permis dès le 21 déc/,
  );
  expect(plain(within(table).getByRole('row', { name: /Gilles Armand/ }))).toContain('Permis');
  await user.click(screen.getByRole('button', { name: 'Suivantes' }));
  await user.selectOptions(screen.getByLabelText('État'), 'control');
  await user.type(screen.getByLabelText('Nom ou commune'), 'V');
  const asked = engine
    .inputs('planning.people')
    .map(({ state, search, offset }) => [state, search, offset]);
  expect(asked).toEqual([
    [undefined, '', 0],
    [undefined, '', 50],
    ['control', '', 0],
    ['control', 'V', 0],
  ]);
});

it('[PLAN-19] shows results by any cut, and a success beside the visit that it saves', async () => {
  const { engine, user } = await openRunning();
  await user.click(await screen.findByRole('tab', { name: 'Résultats' }));
  const table = await screen.findByRole('table', { name: 'Résultats' });
  expect(plain(within(table).getByRole('row', { name: /Camille/ }))).toMatch(/231.*17 · 22,1 %/);
  expect(screen.getByText(/Un abouti coûte 21,78 €, une visite sans appel 148 €/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Heure' }));
  await waitFor(() => expect(engine.inputs('planning.results').at(-1)?.by).toBe('hour'));
});
