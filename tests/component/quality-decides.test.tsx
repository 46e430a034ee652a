/** What leads and managers decide of quality: grids, calibration, what comes next, what is recorded. */
import { succeed } from '@shared/kernel/result.ts';
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { administering, administration, administrationAnswers } from './support/administration.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import {
  assessment,
  calibrated,
  compared,
  grid,
  leading,
  qualityAnswers,
  recordingId,
} from './support/quality.ts';
import { quiet } from './support/slices.ts';

const open = async (tab: RegExp, answers: object = {}, slices: object = leading) => {
  const given = { ...qualityAnswers(), ...answers } as never;
  const app = openApp({ slices: { ...slices }, answers: given });
  await app.user.click(await screen.findByRole('button', { name: /^Qualité$/ }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  return app;
};

it('[QUAL-13] a grid is edited and published as its next version; what is missing keeps it back', async () => {
  const { user, engine } = await open(/^Grilles/);
  await user.click(await screen.findByRole('button', { name: /^Préparer la version suivante/ }));
  await user.click(screen.getByRole('button', { name: 'Ajouter un critère' }));
  const publish = () => screen.getByRole('button', { name: 'Publier la version 4' });
  await user.click(publish());
  expect(engine.inputs('quality.publish')).toEqual([]);
  const added = screen.getAllByRole('listitem').at(-1) as HTMLElement;
  await user.type(within(added).getByLabelText('Critère'), 'Congé pris');
  await user.type(within(added).getByLabelText('Ce que vaut une note'), '3 : remercie');
  const weight = within(added).getByLabelText('Poids');
  await user.clear(weight);
  await user.type(weight, '3');
  await user.selectOptions(within(added).getByLabelText('Mesuré à côté'), 'Durée');
  await user.click(screen.getByRole('button', { name: 'Retirer : Attente annoncée' }));
  await user.click(screen.getByRole('button', { name: 'Descendre : Accueil au nom de la marque' }));
  await user.click(publish());
  const [sent] = engine.inputs('quality.publish');
  expect(sent).toMatchObject({ id: grid.id, brandId: 'kerdoual', grid: { name: 'Réclamation' } });
  const before = grid.criteria.map(({ id }) => id).filter((id) => id !== 'waiting');
  const [first, second, ...rest] = before;
  expect(sent?.grid.criteria.map(({ id }) => id).slice(0, -1)).toEqual([second, first, ...rest]);
  expect(sent?.grid.criteria.at(-1)).toMatchObject({
    label: 'Congé pris',
    weight: 3,
    measure: 'duration',
  });
  await screen.findByText('Grille « Réclamation » v3');
});

it('[QUAL-14] blind first: a call is marked for calibration, and nothing of others is seen', async () => {
  const { user, engine } = await open(/^Étalonnage/, {
    ...qualityAnswers([]),
    'quality.calibration': () => succeed({ open: false, marked: [], agreement: null }),
    'quality.save': (given: object) => succeed({ ...calibrated(), ...given }),
  });
  await screen.findByText('2 évaluateurs ont tout noté');
  await user.click(await screen.findByRole('button', { name: /Camille Roussel/ }));
  await screen.findByText(/^Les notes des autres apparaissent/);
  await user.keyboard('3');
  expect(engine.inputs('quality.save')).toEqual([
    { recordingId, kind: 'calibration', gridId: grid.id, marks: { welcome: 3 }, comments: [] },
  ]);
  expect(screen.queryByText('Bruno Delacroix')).toBeNull();
});

it('[QUAL-14] then all marks stand beside each other, with where and how far they differ in words', async () => {
  const { user, engine } = await open(/^Étalonnage/, qualityAnswers([calibrated()]));
  await user.click(await screen.findByRole('button', { name: /Camille Roussel/ }));
  await screen.findByText('Accord moyen');
  screen.getByText(/^kappa pondéré 0,52/);
  const apart = screen.getByRole('rowheader', { name: 'Attente annoncée' }).closest('tr');
  expect(apart?.textContent).toContain('2, à discuter');
  await user.keyboard('0');
  expect(engine.inputs('quality.save')).toEqual([]);
  expect(compared.marked).toHaveLength(2);
});

it('[QUAL-14] an advisor marks nobody', async () => {
  const own = { session: { ...quiet.session, user: camille } };
  await open(/^Grilles/, {}, own);
  expect(screen.queryByRole('tab', { name: /^Étalonnage/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Préparer la version/ })).toBeNull();
});

it('[QUAL-15] what comes next is a sentence by a day, once she has answered', async () => {
  const marks = { ...assessment().marks, next: 2 as const };
  const { user, engine } = await open(
    /^À écouter/,
    qualityAnswers([assessment({ state: 'answered', marks, reply: 'Oui.' })]),
  );
  await user.click(await screen.findByRole('button', { name: /Camille Roussel/ }));
  await user.click(await screen.findByRole('button', { name: 'Préparer la suite' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('quality.plan')).toEqual([]);
  await user.type(screen.getByLabelText(/^La phrase à dire/), 'Je regarde votre dossier.');
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('quality.plan')).toMatchObject([
    { assessmentId: assessment().id, sentence: 'Je regarde votre dossier.', followUp: null },
  ]);
});

it('[REC-24] what a brand records is decided with a reason, and never beyond the law', async () => {
  const app = openApp({
    slices: administering,
    answers: {
      ...administrationAnswers,
      'admin.change-recording-rules': () => succeed(administration['admin.recording-rules']),
    } as never,
  });
  const { user, engine } = app;
  act(() => app.services.screen.setState({ screen: 'administration' }));
  await user.click(await screen.findByRole('tab', { name: 'Règles' }));
  const region = await screen.findByRole('region', { name: 'Enregistrement des appels' });
  const sheet = within(region);
  await sheet.findByText(/Rien avant la consultation du comité/);
  const training = within(await sheet.findByRole('group', { name: 'Formation et évaluation' }));
  const perMonth = training.getByLabelText('Appels par conseiller et par mois');
  await user.clear(perMonth);
  await user.type(perMonth, '40{Enter}');
  expect(perMonth.getAttribute('aria-invalid')).toBe('true');
  await user.clear(perMonth);
  await user.type(perMonth, '4{Enter}');
  await user.selectOptions(training.getByLabelText('Enregistrer'), 'Oui');
  const complaint = within(sheet.getByRole('group', { name: 'Preuve d’une réclamation' }));
  await user.selectOptions(complaint.getByLabelText('Enregistrer'), 'Oui');
  await user.type(sheet.getByLabelText('Pourquoi ce changement'), 'Accord du comité');
  // Without what allows it a complaint is not recorded.
  await user.click(sheet.getByRole('button', { name: 'Décider' }));
  expect(engine.inputs('admin.change-recording-rules')).toEqual([]);
  await user.selectOptions(complaint.getByLabelText('Enregistrer'), 'Non');
  await user.click(sheet.getByRole('button', { name: 'Décider' }));
  expect(engine.inputs('admin.change-recording-rules')).toMatchObject([
    {
      brandId: 'kerdoual',
      reason: 'Accord du comité',
      rules: { evaluation: { on: true, perMonth: 4 }, complaint: { on: false } },
    },
  ]);
});
