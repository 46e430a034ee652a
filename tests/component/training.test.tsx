import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { known, nadia, role, rolePlays, runs, takingWith } from '../gallery/training-states.ts';
import { openApp } from './support/open-app.tsx';
import { quiet, talkingCall, talkingWork, wrapUpWork } from './support/slices.ts';

const answers = { 'training.list': () => ({ ok: true as const, value: known }) };
const asLead = { session: { ...quiet.session, user: nadia } };
const inTraining = {
  ...quiet.advisor,
  state: 'pause' as const,
  pauseReason: 'training',
  about: null,
};
const played = {
  training: true,
  rolePlay: role,
  customerId: null,
  match: { status: 'none' as const, lookup: 'not-found' as const },
  customerName: role.character.name,
};

const openTraining = async (more: Parameters<typeof openApp>[0] = {}) => {
  const app = openApp({ answers, ...more });
  const english = more.language === 'en';
  await app.user.click(screen.getByRole('button', { name: english ? 'Training' : 'Formation' }));
  await screen.findByRole('heading', {
    name: english ? /Training line|finished/ : /Ligne|terminé/,
  });
  return app;
};

const openForm = async (english = false) => {
  const app = await openTraining({ slices: asLead, language: english ? 'en' : 'fr' });
  const name = english ? 'New role-play' : 'Nouveau jeu de rôle';
  await app.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('form');
  return app;
};

describe('the training line', () => {
  it('[PLAY-21] is reached from the rail, from the day and from the check', async () => {
    const { user, services } = openApp({ answers });
    await user.click(screen.getByRole('button', { name: 'Séries d’entraînement' }));
    expect(services.screen.getState().screen).toBe('training');
    await user.click(screen.getByRole('button', { name: 'Poste' }));
    await user.click(await screen.findByRole('button', { name: 'S’entraîner d’abord' }));
    await screen.findByRole('heading', { name: 'Ligne d’entraînement' });
    expect(screen.getByRole('button', { name: 'Formation' }).getAttribute('aria-current')).toBe(
      'page',
    );
  });

  it('[PLAY-21] lists what can be played and the reports, and begins a series', async () => {
    const { engine, user } = await openTraining();
    const plays = await screen.findByRole('region', { name: 'Jeux de rôle' });
    expect(within(plays).getAllByRole('listitem')).toHaveLength(rolePlays.length);
    expect(within(plays).getByText(/difficile · M. Carré · colère/)).toBeTruthy();
    const reports = screen.getByRole('region', { name: 'Mes bilans' });
    expect(within(reports).getByText('4,4')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Commencer la série/ }));
    expect(engine.inputs('training.start')).toEqual([{ kind: 'series', id: known.series[0]?.id }]);
    await user.click(screen.getByRole('button', { name: 'Jouer 3. Le colis perdu' }));
    expect(engine.inputs('training.start')[1]).toEqual({
      kind: 'role-play',
      id: rolePlays[2]?.id,
    });
  });

  it('[PLAY-21] Enter begins each call, one after the other, and a failure is said', async () => {
    const { engine, deliver, user, services } = await openTraining({
      slices: { advisor: inTraining, training: takingWith({ stage: 'between', position: 0 }) },
    });
    await user.keyboard('{Enter}');
    deliver('training', takingWith({ stage: 'playing' }));
    deliver('calls', [talkingCall({ training: true })]);
    deliver('work', [talkingWork(played)]);
    expect(services.screen.getState().screen).toBe('work');
    deliver('calls', []);
    deliver('training', takingWith({ stage: 'between', position: 1, error: 'call-failed' }));
    deliver('work', []);
    expect(services.screen.getState().screen).toBe('training');
    expect(await screen.findByText('L’appel a échoué.')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(engine.inputs('training.call')).toEqual([{ position: 0 }, { position: 1 }]);
  });

  it('[PLAY-22] a role-play shows the role and what is said, never a customer, and is marked throughout', async () => {
    const { deliver } = openApp({
      slices: {
        advisor: inTraining,
        training: takingWith(),
        calls: [talkingCall({ training: true, title: 'M. Ozanne' })],
        work: [talkingWork(played)],
      },
    });
    const column = await screen.findByRole('region', { name: 'La série et le rôle' });
    expect(within(column).getByRole('heading', { name: 'M. Ozanne' })).toBeTruthy();
    expect(within(column).getByText(/Fiche inventée/)).toBeTruthy();
    expect(within(column).getByText(/appel joué sur 5/)).toBeTruthy();
    const deeds = screen.getByRole('region', { name: /vient de dire/ });
    expect(within(deeds).getByText(/je retrouve mon papier/)).toBeTruthy();
    expect(within(deeds).getByText('a tapé 480127# au clavier')).toBeTruthy();
    expect(within(deeds).getByText(/Un vrai appel ne peut pas arriver/)).toBeTruthy();
    expect(screen.queryByLabelText('Fiche du client')).toBeNull();
    expect(screen.queryByRole('button', { name: /Créer/ })).toBeNull();
    deliver('calls', []);
    deliver('work', [wrapUpWork(played)]);
    const bar = document.querySelector('header');
    await waitFor(() => expect(bar?.textContent).toMatch(/Entraînement.*rien n’est envoyé/));
    expect(screen.getByText('effacées à la fin de l’appel')).toBeTruthy();
  });

  it.each(['fr', 'en'] as const)('[PLAY-23] the report is read in %s', async (language) => {
    const { engine, user } = await openTraining({
      language,
      slices: {
        advisor: inTraining,
        training: takingWith({ stage: 'finished', position: 5, runs: [...runs] }),
      },
    });
    const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent ?? '');
    const french = language === 'fr';
    expect(rows[2]).toMatch(french ? /fâché.*0:063:300:52/ : /angry.*0:063:300:52/);
    expect(rows[2]).toContain(french ? '4 sur 4' : '4 of 4');
    expect(rows[2]).toContain(french ? 'Client parti avant l’échange' : 'Left before the exchange');
    expect(rows[2]).toMatch(french ? /attendu : Échange accepté/ : /expected: Exchange agreed/);
    expect(rows[2]).toContain(french ? '2,6' : '2.6');
    expect(screen.getByText(french ? 'seuil 4,0 atteint' : 'pass mark 4.0 reached')).toBeTruthy();
    expect(
      screen.getByRole('heading', {
        name: french ? /Choisir la qualification/ : /Choose the disposition/,
      }),
    ).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(engine.inputs('training.stop')).toHaveLength(1);
  });

  it('[PLAY-23] a team lead opens the report of a trainee', async () => {
    const { user } = await openTraining({ slices: asLead });
    await user.click(await screen.findByRole('button', { name: /Ouvrir le bilan de Camille/ }));
    await screen.findByRole('heading', { name: 'Bilan de Camille Roussel' });
    expect(screen.getAllByRole('row')).toHaveLength(runs.length + 1);
  });
});

describe('the form of a role-play', () => {
  it('[PLAY-24] an advisor sees nothing of it, a team lead does', async () => {
    await openTraining();
    await screen.findByRole('region', { name: 'Séries' });
    expect(screen.queryByRole('button', { name: /Nouveau|Nouvelle|Modifier/ })).toBeNull();
  });

  it('[PLAY-24] says at each field what is wrong, and sends nothing before it is right', async () => {
    const { engine, user } = await openForm();
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(screen.getByText('4 champs sont à corriger.')).toBeTruthy();
    const title = screen.getByRole('textbox', { name: 'Titre' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(title.getAttribute('aria-invalid')).toBe('true');
    const told = document.getElementById(title.getAttribute('aria-describedby') ?? '');
    expect(told?.textContent).toBe('À remplir.');
    const number = screen.getByRole('textbox', { name: 'Numéro du client' });
    await user.clear(number);
    await user.type(number, '12');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(number.getAttribute('aria-invalid')).toBe('true');
    expect(engine.inputs('training.save')).toEqual([]);
  });

  it('[PLAY-24] is filled and saved by the keyboard alone', async () => {
    const { engine, user } = await openForm();
    const fill = async (name: string, text: string) => {
      act(() => screen.getByRole('textbox', { name }).focus());
      await user.keyboard(text);
    };
    await fill('Titre', 'Elle hésite');
    await fill('Nom du client', 'Mme Prigent');
    await fill('Ce qu’il veut', 'Un conseil');
    await fill('Paroles (en français)', 'Bonjour, j’hésite.');
    act(() => screen.getByRole('button', { name: 'Ajouter une étape' }).focus());
    await user.keyboard('{Enter}');
    act(() => screen.getByRole('button', { name: 'Monter l’étape 5' }).focus());
    await user.keyboard('{Enter}');
    const [, fourth] = screen.getAllByRole('textbox', { name: 'Paroles (en français)' });
    act(() => fourth?.focus());
    await user.keyboard('Merci.');
    act(() => screen.getByRole('checkbox', { name: 'Rappel convenu' }).focus());
    await user.keyboard(' ');
    act(() => screen.getByRole('textbox', { name: 'Titre' }).focus());
    await user.keyboard('{Enter}');
    await screen.findByRole('region', { name: 'Séries' });
    const [saved] = engine.inputs('training.save');
    expect(saved).toMatchObject({
      id: null,
      version: null,
      draft: {
        title: 'Elle hésite',
        character: { name: 'Mme Prigent' },
        customerNumber: '+33639984150',
        expectedDispositions: ['RAPPEL'],
      },
    });
    expect(saved?.draft.steps.map(({ kind }) => kind)).toEqual([
      'listen',
      'say',
      'listen',
      'say',
      'hang-up',
    ]);
  });

  it('[PLAY-24] one that is there is changed from the version that was read, or deleted when asked twice', async () => {
    const { engine, user } = await openTraining({ slices: asLead });
    await user.click(await screen.findByRole('button', { name: 'Modifier 3. Le colis perdu' }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'numéro masqué' }).checked).toBe(
      true,
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Humeur' }), 'agacement');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const [saved] = engine.inputs('training.save');
    expect(saved).toMatchObject({ id: rolePlays[2]?.id, version: 1 });
    expect(saved?.draft).toMatchObject({ mood: 'annoyed', customerNumber: null });
    await user.click(await screen.findByRole('button', { name: 'Modifier 3. Le colis perdu' }));
    await user.click(screen.getByRole('button', { name: 'Supprimer' }));
    expect(engine.inputs('training.remove')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Supprimer pour de bon' }));
    expect(engine.inputs('training.remove')).toEqual([{ id: rolePlays[2]?.id }]);
  });

  it('[PLAY-24] a series has role-plays of its brand in the order in which they were ticked', async () => {
    const { engine, user } = await openTraining({ slices: asLead });
    await user.click(await screen.findByRole('button', { name: 'Nouvelle série' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(engine.inputs('training.save-series')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Titre' }), 'Mes deux');
    await user.click(screen.getByRole('checkbox', { name: /^3\./ }));
    await user.click(screen.getByRole('checkbox', { name: /^1\./ }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(engine.inputs('training.save-series')[0]?.draft).toEqual({
      brandId: 'kerdoual',
      title: 'Mes deux',
      rolePlayIds: [rolePlays[2]?.id, rolePlays[0]?.id],
      passMark: 4,
    });
  });

  it('[PLAY-24] a series is deleted when asked twice, and says what is wrong with it', async () => {
    const { engine, user } = await openTraining({ slices: asLead });
    await user.click(await screen.findByRole('button', { name: /^Modifier Premiers pas/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Titre' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(screen.getByText('Un champ est à corriger.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Supprimer la série' }));
    expect(engine.inputs('training.remove-series')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Supprimer pour de bon' }));
    expect(engine.inputs('training.remove-series')).toHaveLength(1);
  });

  it('[PLAY-25] a sentence is recorded and heard; other words have no sound any more', async () => {
    const soundId = rolePlays[0]?.id ?? '';
    const { engine, user } = await openForm();
    engine.answer({ 'training.keep-recording': () => ({ ok: true, value: { soundId } }) });
    const words = screen.getByRole('textbox', { name: 'Paroles (en français)' });
    await user.type(words, 'Allô ?');
    expect(screen.getByText('Sans voix : le texte est affiché.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Enregistrer ma voix' }));
    await user.click(await screen.findByRole('button', { name: 'Terminer l’enregistrement' }));
    await user.click(await screen.findByRole('button', { name: 'Écouter' }));
    const sound = { kind: 'recorded', soundId };
    expect(engine.inputs('training.hear')).toEqual([{ sound }]);
    await user.type(words, ' Oui');
    expect(screen.queryByRole('button', { name: 'Écouter' })).toBeNull();
  });

  it.each([false, true])('[UI-22] the form has no axe violation (English: %s)', async (english) => {
    const { user } = await openForm(english);
    await user.click(screen.getByRole('button', { name: english ? 'Save' : 'Enregistrer' }));
    document.title = 'Parlance';
    document.documentElement.lang = english ? 'en' : 'fr';
    const rules = { 'color-contrast': { enabled: false } };
    const { violations } = await axe.run(document, { rules });
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  });
});
