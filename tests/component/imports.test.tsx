import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { importFields } from '@shared/domain/import/field.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { nadia } from '../gallery/training-states.ts';
import { done, doubtfulLines, refusedLines, tried } from './support/imports.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { quiet } from './support/slices.ts';

const agathe = { ...camille, role: 'administrator' as const };
const as = (user: User) => ({ session: { ...quiet.session, user } });
const ok = <T,>(value: T) => ({ ok: true as const, value });

const ready: ImportView = {
  ...tried,
  state: 'ready',
  counts: { ...tried.counts, new: 0, update: 0, doubt: 0, refused: 0 },
};

const openScreen = async (view: ImportView, language: 'fr' | 'en' = 'fr') => {
  let now = view;
  const become = (next: ImportView) => () => {
    now = next;
    return ok(now);
  };
  const app = openApp({
    slices: as(agathe),
    language,
    answers: {
      'imports.list': () => ok({ imports: [view] }),
      'imports.see': () => ok(now),
      'imports.send': become(ready),
      'imports.lines': ({ status }: { readonly status: string }) =>
        ok(status === 'doubt' ? doubtfulLines : refusedLines),
      'imports.map': () => ok(now),
      'imports.step': ({ step }: { readonly step: string }) =>
        become(
          step === 'dry-run'
            ? tried
            : {
                ...done,
                state: step === 'undo' ? 'undone' : 'cancelled',
                undoUntil: null,
                undone: { at: null, takenBack: 11_899, kept: 1 },
              },
        )(),
      'imports.run': become(done),
      'imports.change-line': () => ok(refusedLines.lines[0] ?? fail('not-found')),
      'imports.remedy': () => ok(now),
      'imports.errors': () => ok({ bytes: new ArrayBuffer(4) }),
      'imports.kept': () =>
        ok({
          kept: [
            {
              line: 406,
              entity: 'customer',
              customerId: null,
              name: 'Lise Ottmann',
              because: 'worked-on',
            },
          ],
        }),
    } as never,
  });
  await app.user.click(screen.getByRole('button', { name: 'Imports' }));
  await screen.findByRole('heading', {
    level: 1,
    name: language === 'fr' ? 'Importer des fiches' : 'Import records',
  });
  return {
    ...app,
    sent: (name: string) =>
      app.engine.sent.filter((one) => one.name === name).map(({ input }) => input),
  };
};
const openOne = async (view: ImportView, language: 'fr' | 'en' = 'fr') => {
  const app = await openScreen(view, language);
  await app.user.click(screen.getByRole('button', { name: /foires-automne/ }));
  await screen.findByRole('list', { name: language === 'fr' ? 'Étapes' : 'Steps' });
  return app;
};

it('[IMPORT-36] who may import has the screen, others have not', () => {
  openApp({ slices: as(nadia) });
  expect(screen.getByRole('button', { name: 'Doublons' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Imports' })).toBeNull();
});

it('[IMPORT-36] a file is dropped or chosen, with its brand and what it holds', async () => {
  const { user, sent } = await openScreen(tried);
  await user.selectOptions(screen.getByLabelText('Marque'), 'solvenne');
  await user.selectOptions(screen.getByLabelText('Le fichier contient'), 'consents');
  const file = new File(['NOM;TEL'], 'salon.csv');
  fireEvent.drop(screen.getByText('Déposez un fichier CSV ou XLSX ici'), {
    dataTransfer: { files: [file] },
  });
  await screen.findByText(
    'Vérifiez les colonnes, puis faites l’essai : rien n’est écrit avant « Importer ».',
  );
  expect(sent('imports.send')).toMatchObject([
    { brandId: 'solvenne', kind: 'consents', fileName: 'salon.csv' },
  ]);
  await user.keyboard('r');
  await screen.findByText('lignes refusées');
  expect(sent('imports.step')).toMatchObject([{ step: 'dry-run' }]);
});

it.each([
  [
    'fr',
    'Devient',
    'remis en Armand',
    'zéro remis : 1 104',
    '68 illisibles',
    'quel texte a été lu ?',
    'minimisation',
    'cette date n’existe pas',
  ],
  [
    'en',
    'Becomes',
    'written Armand',
    'zero put back: 1,104',
    '68 unreadable',
    'which text was read?',
    'minimised',
    'there is no such date',
  ],
] as const)(
  '[IMPORT-37] the dry run shows columns with their reading, refused lines and doubts (%s)',
  async (language, becomes, ...words) => {
    await openOne(tried, language);
    expect(screen.getByRole('columnheader', { name: becomes })).toBeDefined();
    await screen.findByText(words.at(-1) ?? '');
    for (const word of words)
      expect(screen.getByText((text) => text.replaceAll(/\s/g, ' ') === word)).toBeDefined();
    expect(screen.getByText('Famille Ottmann, Colmar')).toBeDefined();
  },
);

it('[IMPORT-38] a line is corrected in its place by keys, or all alike at once', async () => {
  const { user, sent } = await openOne(tried);
  const field = await screen.findByRole('textbox', { name: 'Correction de la ligne 214' });
  expect((field as HTMLInputElement).value).toBe('30/09/2026');
  await user.clear(field);
  await user.type(field, '29/09/2026{Enter}');
  expect(sent('imports.change-line')).toMatchObject([
    { line: 214, change: { cells: { DATE_CONSENT: '29/09/2026' } } },
  ]);
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(sent('imports.change-line')).toHaveLength(2));
  expect(sent('imports.change-line')[1]).toMatchObject({
    line: 215,
    change: { leaveOut: 'consent' },
  });
  await user.click(screen.getByRole('button', { name: 'Ligne 1032 : écarter' }));
  expect(sent('imports.change-line')[2]).toMatchObject({
    line: 1032,
    change: { leaveOut: 'line' },
  });
  await user.click(screen.getByText('31/09/2026'));
  await user.click(screen.getByRole('button', { name: 'Même remède aux 68 lignes' }));
  expect(sent('imports.remedy')).toMatchObject([
    { column: 'DATE_CONSENT', code: 'date-impossible', remedy: 'replace' },
  ]);
});

it('[IMPORT-38] a column becomes something else, and what proves a consent is attached', async () => {
  const { user, sent } = await openOne(tried);
  await user.selectOptions(screen.getByLabelText('SCORE_X devient'), 'phone2');
  expect(sent('imports.map')).toMatchObject([{ columns: { SCORE_X: 'phone2', TEL_2: null } }]);
  await user.type(screen.getByLabelText('Texte lu'), 'J’accepte');
  await user.type(screen.getByLabelText('Finalité de l’accord'), 'offres{Enter}');
  expect(sent('imports.map')[1]).toMatchObject({
    columns: {},
    constants: { consentText: 'J’accepte', consentPurpose: 'offres', consentChannel: 'phone' },
  });
});

it('[IMPORT-39] doubts are settled by 1, 2 and 3, and the rest follows a rule', async () => {
  const { user, sent } = await openOne(tried);
  const sheet = await screen.findByRole('region', { name: 'Doublons à trancher' });
  screen.getByRole('heading', { level: 1 }).focus();
  (document.activeElement as HTMLElement | null)?.blur();
  for (const key of ['1', '2', '3']) await user.keyboard(key);
  await waitFor(() => expect(sent('imports.change-line')).toHaveLength(3));
  expect(sent('imports.change-line')).toMatchObject([
    { line: 406, change: { decision: 'same-person' } },
    { change: { decision: 'same-household' } },
    { change: { decision: 'two-records' } },
  ]);
  await user.selectOptions(within(sheet).getByLabelText('Si personne ne tranche'), 'two-records');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: 'Import terminé' });
  expect(sent('imports.run')).toMatchObject([{ doubts: 'two-records' }]);
});

it('[IMPORT-40] while it works it shows how far it is and can be stopped; ended, it can be undone and says what was kept', async () => {
  const running: ImportView = {
    ...tried,
    state: 'running',
    progress: { done: 5_600, total: 12_480 },
  };
  const first = await openOne(running);
  expect((screen.getByRole('progressbar') as HTMLProgressElement).value).toBe(5_600);
  await first.user.click(screen.getByRole('button', { name: 'Annuler' }));
  await screen.findByRole('heading', { name: 'Import annulé' });
  expect(screen.getByText('fiches créées')).toBeDefined();
  await first.user.keyboard('{Escape}');
  await screen.findByText('Imports précédents');
});

it('[IMPORT-40] undone, it says what was kept and why', async () => {
  const { user } = await openOne(done);
  await user.click(
    await screen.findByRole('button', { name: 'Défaire l’import foires-automne.csv' }),
  );
  await screen.findByRole('heading', { name: 'Import défait' });
  expect(await screen.findByText('quelqu’un y a travaillé depuis')).toBeDefined();
});

it('[IMPORT-40] the refused lines are taken away as a file', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const { user, sent } = await openOne(done);
  await user.click(await screen.findByRole('button', { name: /^Les 237 lignes$/ }));
  expect(sent('imports.errors')).toMatchObject([{ format: 'csv', language: 'fr' }]);
  await waitFor(() => expect(made).toHaveBeenCalled());
  made.mockRestore();
});

it('[IMPORT-41] without the hub the screen says that imports are made online', async () => {
  const { user } = openApp({
    slices: as(agathe),
    answers: { 'imports.list': () => fail('hub-unreachable') },
  });
  await user.click(screen.getByRole('button', { name: 'Imports' }));
  expect(
    await screen.findByText('Les imports se font en ligne. Le serveur central ne répond pas.'),
  ).toBeDefined();
});

it('[IMPORT-41] every field has its name in both languages', () => {
  for (const catalogue of [fr, en]) {
    expect(Object.keys(catalogue.imports.field).sort()).toEqual([...importFields].sort());
  }
});
