import type { Script } from '@shared/domain/script/script.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { camille, reference } from './support/organisation.ts';
import { quiet } from './support/slices.ts';
import {
  eleonore,
  largeSpeech,
  saidVersion,
  speechAnswers,
  versionOf,
} from './support/speeches.ts';

const asEleonore = { session: { ...quiet.session, user: eleonore } };
type Answers = Readonly<Record<string, (input: never) => unknown>>;

const openList = async (answers: Answers = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: asEleonore,
    language,
    answers: { ...speechAnswers, ...answers } as never,
  });
  await app.user.click(
    screen.getByRole('button', { name: language === 'fr' ? 'Discours' : 'Speeches' }),
  );
  await screen.findByRole('heading', {
    level: 1,
    name: language === 'fr' ? 'Discours de marque' : 'Brand speech',
  });
  return {
    ...app,
    sent: (name: string) =>
      app.engine.sent.filter((one) => one.name === name).map(({ input }) => input),
  };
};
const openEditor = async (answers: Answers = {}, language: 'fr' | 'en' = 'fr') => {
  const app = await openList(answers, language);
  await app.user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
  const outline = await screen.findByRole('listbox', {
    name: language === 'fr' ? 'Plan' : 'Outline',
  });
  // What stands beside it comes in turns.
  await screen.findByRole('button', { name: language === 'fr' ? 'Contrôles' : 'Checks' });
  const titles = () =>
    within(outline)
      .getAllByRole('option')
      .map((one) => one.textContent);
  const chosen = () => within(outline).getByRole('option', { selected: true }).textContent;
  const open = async (name: RegExp) => {
    await app.user.click(within(outline).getByRole('option', { name }));
    await app.user.keyboard('{Alt>}t{/Alt}');
  };
  return { ...app, outline, titles, chosen, open };
};

describe('who has it', () => {
  it('[EDIT-19] whoever writes or leads has the speeches, an advisor has not', () => {
    openApp({ slices: { session: { ...quiet.session, user: camille } } });
    expect(screen.queryByRole('button', { name: 'Discours' })).toBeNull();
  });

  it('[EDIT-19] who may not write reads: nothing can be changed or handed on', async () => {
    const { open, outline, user } = await openEditor({
      'speeches.versions': () =>
        succeed({ versions: [versionOf({ may: [] }), saidVersion], writes: false }),
    });
    expect(screen.queryByRole('button', { name: /Demander la relecture/ })).toBeNull();
    await open(/Solution/);
    const words = await screen.findByLabelText('Ce qui est dit, en français');
    expect((words as HTMLTextAreaElement).readOnly).toBe(true);
    outline.focus();
    await user.keyboard('{Delete}');
    expect(within(outline).getByRole('option', { name: /Solution/ })).toBeDefined();
  });
});

describe('the outline by keyboard alone', () => {
  it('[EDIT-20] arrows go through it, Insert adds, Delete takes out, undo brings back', async () => {
    const { outline, user, titles, chosen } = await openEditor();
    expect(titles()?.slice(0, 4)).toEqual(['Accueil', 'Constat', 'Solution', '1Pied neuf']);
    outline.focus();
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toContain('Constat');
    await user.keyboard('{Insert}');
    await waitFor(() => expect(chosen()).toContain('Nouvelle étape'));
    expect(titles()?.slice(0, 4)).toEqual(['Accueil', 'Constat', 'Nouvelle étape', 'Solution']);
    await user.keyboard('{Delete}');
    expect(titles()).not.toContain('Nouvelle étape');
    await user.keyboard('{Control>}z{/Control}');
    expect(titles()).toContain('Nouvelle étape');
    await user.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(titles()).toContain('Nouvelle étape');
    await user.keyboard('{Home}{Enter}');
    const title = await screen.findByLabelText('Titre de l’étape');
    await waitFor(() => expect(document.activeElement).toBe(title));
  });
});

describe('when it opens', () => {
  const lastSaved = (sent: (name: string) => unknown[]) =>
    (sent('speeches.save').at(-1) as { content: Script } | undefined)?.content;

  it('[EDIT-32] hours as they are written, languages and open cases are set in its form', async () => {
    const { user, sent } = await openEditor();
    await user.click(screen.getByRole('button', { name: /Appel reçu/ }));
    const hours = await screen.findByLabelText('Heures');
    await user.type(hours, 'lun-ven 9:00-18:00, demain');
    await user.tab();
    expect(screen.getByText(/demain/)).toBeDefined();
    await user.clear(hours);
    await user.type(hours, 'lun-ven 9:00-18:00{Enter}');
    await user.click(screen.getByRole('checkbox', { name: 'réclamation ouverte' }));
    await user.click(screen.getByRole('checkbox', { name: 'client anglophone' }));
    await waitFor(() =>
      expect(lastSaved(sent)?.opensWhen).toMatchObject({
        hours: [{ weekdays: [1, 2, 3, 4, 5], from: 540, to: 1080 }],
        cases: ['complaint'],
        languages: ['en'],
      }),
    );
  });

  it('[EDIT-32] advice to the advisor is written with its step, and taken away again', async () => {
    const { open, user, sent } = await openEditor();
    await open(/Accueil/);
    const advice = await screen.findByLabelText('Conseil pour elle');
    await user.type(advice, 'Souriez.');
    const first = () => lastSaved(sent)?.steps[0];
    await waitFor(() => expect(first()?.advice).toBe('Souriez.'));
    await user.clear(advice);
    await waitFor(() => expect(first()?.advice).toBeUndefined());
  });
});

describe('what is written is kept', () => {
  it.each(['fr', 'en'] as const)(
    '[EDIT-21] each change is saved with its time (%s)',
    async (language) => {
      const { open, sent, user } = await openEditor({}, language);
      await open(/Accueil/);
      const title = await screen.findByLabelText(
        language === 'fr' ? 'Titre de l’étape' : 'Title of the step',
      );
      await user.type(title, ' !');
      await waitFor(() => expect(sent('speeches.save')).toHaveLength(1));
      expect(sent('speeches.save')[0]).toMatchObject({
        scriptId: 'reclamation-livraison',
        version: 8,
        revision: 3,
      });
      await screen.findByText(language === 'fr' ? /^Enregistré \d/ : /^Saved \d/);
    },
  );

  it('[EDIT-21] without the hub it says that it is kept here, and it is there again when one comes back', async () => {
    const { open, user } = await openEditor({ 'speeches.save': () => fail('hub-unreachable') });
    await open(/Accueil/);
    await user.type(await screen.findByLabelText('Titre de l’étape'), ' bis');
    await screen.findByText('Hors ligne : gardé sur ce poste');
    await user.click(screen.getByRole('button', { name: 'Tous les discours' }));
    await user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
    await screen.findByRole('option', { name: /Accueil bis/ });
  });

  it('[EDIT-22] what somebody else saved meanwhile is not overwritten: theirs is taken, mine can be taken back', async () => {
    const { open, user } = await openEditor({ 'speeches.save': () => fail('version-superseded') });
    await open(/Accueil/);
    await user.type(await screen.findByLabelText('Titre de l’étape'), ' mien');
    await user.click(await screen.findByRole('button', { name: 'Voir la sienne' }));
    await waitFor(() => expect(screen.queryByRole('option', { name: /Accueil mien/ })).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByRole('option', { name: /Accueil mien/ });
  });

  it('[EDIT-22] one’s own is saved over theirs on the revision that they made', async () => {
    let revision = 3;
    const { open, user, sent } = await openEditor({
      'speeches.versions': () =>
        succeed({ versions: [versionOf({ revision }), saidVersion], writes: true }),
      'speeches.save': (input: { readonly revision: number }) => {
        if (input.revision === 3) revision = 7;
        return input.revision === 3
          ? fail('version-superseded')
          : succeed(versionOf({ revision: 8 }));
      },
    });
    await open(/Accueil/);
    await user.type(await screen.findByLabelText('Titre de l’étape'), '!');
    await user.click(await screen.findByRole('button', { name: 'Garder la mienne' }));
    await screen.findByText(/^Enregistré \d/);
    expect(sent('speeches.save').map((one) => (one as { revision: number }).revision)).toEqual([
      3, 7,
    ]);
  });
});

describe('while one writes', () => {
  it('[EDIT-23] a condition’s mistake is underlined where it is and said, and the name is completed', async () => {
    const { open, user } = await openEditor();
    await open(/Constat/);
    await user.click(await screen.findByRole('button', { name: 'Ajouter une condition' }));
    const field = await screen.findByRole('combobox', { name: 'Condition 1' });
    await user.type(field, 'customer.vpi');
    await screen.findByText('« customer.vpi » n’existe pas. Proposé : customer.vip');
    const marked = [...document.querySelectorAll('[class*="wrongPiece"]')].map(
      (one) => one.textContent,
    );
    expect(marked).toEqual(['customer.vpi']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.clear(field);
    await user.type(field, 'customer.vi');
    await user.keyboard('{Enter}');
    expect((field as HTMLInputElement).value).toBe('customer.vip');
    await screen.findByText('si la cliente est VIP');
  });

  it('[EDIT-24] a merged field is completed behind its brackets, with room for the words without it', async () => {
    const { open, user } = await openEditor();
    await open(/Constat/);
    const words = (await screen.findByLabelText(
      'Ce qui est dit, en français',
    )) as HTMLTextAreaElement;
    fireEvent.change(words, { target: { value: 'Bonjour {{comm' } });
    words.setSelectionRange(14, 14);
    fireEvent.select(words);
    await screen.findByRole('option', { name: /customer\.commune/ });
    await user.keyboard('{Enter}');
    expect(words.value).toBe('Bonjour {{customer.commune|}}');
  });

  it.each(['fr', 'en'] as const)(
    '[EDIT-25] the preview is for the customer and the tone that are chosen (%s)',
    async (language) => {
      const { open, user } = await openEditor({}, language);
      await open(/Solution/);
      const preview = screen.getByRole('region', {
        name: language === 'fr' ? 'Aperçu' : 'Preview',
      });
      expect(preview.textContent).toContain('Pied neuf sous 48 heures');
      expect(preview.textContent).toContain(language === 'fr' ? '24 mots' : '24 words');
      await user.click(
        within(preview).getByRole('button', {
          name: language === 'fr' ? 'porté par la marque' : 'led by the brand',
        }),
      );
      expect(preview.textContent).not.toContain('Pied neuf sous 48 heures');
      const heard = within(preview).getByLabelText(language === 'fr' ? 'Entendu par' : 'Heard by');
      await user.selectOptions(heard, 'unknown');
      expect(preview.textContent).toContain('votre commande soit arrivé');
    },
  );
});

describe('checks, play and difference', () => {
  it('[EDIT-26] a finding goes to its place; what blocks keeps it from being handed on', async () => {
    const { user, chosen } = await openEditor();
    await screen.findByText('1 bloque');
    expect(
      screen.getByRole('button', { name: /Demander la relecture/ }).getAttribute('aria-disabled'),
    ).toBe('true');
    await user.click(screen.getByRole('button', { name: /« SAV niveau 2 » ne mène nulle part/ }));
    expect(chosen()).toContain('SAV niveau 2');
    const next = await screen.findByLabelText('Ensuite');
    await waitFor(() => expect(document.activeElement).toBe(next));
    await user.selectOptions(next, 'rappel');
    await waitFor(() => expect(screen.queryByText('1 bloque')).toBeNull());
    expect(
      screen.getByRole('button', { name: /Demander la relecture/ }).getAttribute('aria-disabled'),
    ).toBeNull();
  });

  it('[EDIT-11] words that the brand avoids are found while one writes', async () => {
    const { deliver } = await openEditor();
    const rules = reference.rules.map((one) => ({
      ...one,
      avoidedWords: [
        { words: 'je vous passe', instead: 'je vous confie à', severity: 'advice' as const },
      ],
    }));
    deliver('reference', { ...reference, rules });
    await screen.findByText('« je vous confie à » proposé');
  });

  it.each(['fr', 'en'] as const)(
    '[EDIT-27] the call is played as an advisor walks it: arrows, digits, back, to the end (%s)',
    async (language) => {
      const { user, chosen } = await openEditor({}, language);
      await user.keyboard('{Alt>}j{/Alt}');
      const dialog = await screen.findByRole('dialog', {
        name: language === 'fr' ? 'Jouer l’appel' : 'Play the call',
      });
      await user.keyboard('{ArrowRight}{ArrowRight}1');
      expect(dialog.textContent).toContain('Il part aujourd’hui');
      await user.keyboard('{ArrowLeft}2');
      expect(dialog.textContent).toContain('Je fais reprendre le canapé');
      await user.keyboard('{ArrowRight}{ArrowRight}');
      expect(dialog.textContent).toContain(
        language === 'fr' ? 'L’appel se termine ici' : 'The call ends here',
      );
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(chosen()).toContain('Clôture');
    },
  );

  it.each([
    ['fr', 'Différences', 'disait'],
    ['en', 'Differences', 'said'],
  ] as const)(
    '[EDIT-28] what is another than in the version that is said stands in plain words (%s)',
    async (language, tab, word) => {
      const { user } = await openEditor({}, language);
      await user.click(screen.getByRole('button', { name: tab }));
      await screen.findByText(new RegExp(`${word}.*Il part demain`));
    },
  );
});

it('[EDIT-31] of a speech of 2,000 steps only what is in sight or wanted is drawn', async () => {
  const { user, outline } = await openEditor({
    'speeches.content': () => succeed(largeSpeech(2_000)),
  });
  expect(within(outline).queryAllByRole('option').length).toBeLessThan(200);
  expect(document.querySelectorAll('.react-flow__node').length).toBeLessThan(200);
  outline.focus();
  await user.keyboard('{Enter}');
  const next = await screen.findByLabelText('Sinon');
  expect(next.children.length).toBeLessThan(10);
  fireEvent.focus(next);
  expect(next.children.length).toBeGreaterThan(1_990);
});

describe('the list', () => {
  it.each([
    ['fr', /Réclamation livraison.*français, anglais/],
    ['en', /Réclamation livraison.*French, English/],
  ] as const)(
    '[EDIT-41] names every language that a speech is whole in (%s)',
    async (language, row) => {
      const versions = [versionOf({ languages: ['en', 'fr'] })];
      await openList({ 'speeches.versions': () => succeed({ versions, writes: true }) }, language);
      expect(await screen.findByRole('button', { name: row })).toBeDefined();
    },
  );
});

describe('a new speech', () => {
  it('[EDIT-29] starts from a template, as a draft of the brand', async () => {
    const { user, sent } = await openList({ 'speeches.draft': () => fail('hub-unreachable') });
    await user.click(screen.getByRole('button', { name: 'Nouveau discours', expanded: false }));
    await user.click(await screen.findByRole('button', { name: /^Service client/ }));
    await waitFor(() => expect(sent('speeches.draft')).toHaveLength(1));
    expect(sent('speeches.draft')[0]).toMatchObject({
      scriptId: 'service-client',
      content: { brandId: 'kerdoual', languages: ['fr', 'en'] },
    });
  });

  it('[EDIT-29] comes from a file; a bad one says what, where and what to do', async () => {
    const { user, sent } = await openList({ 'speeches.draft': () => fail('hub-unreachable') });
    await user.click(screen.getByRole('button', { name: 'Nouveau discours', expanded: false }));
    const file = (text: string) => new File([text], 'discours.json', { type: 'application/json' });
    const input = screen.getByLabelText(/Importer un fichier/);
    await user.upload(input, file('{"format":"parlance-speech","formatVersion":1,"speech":{}}'));
    const alert = await screen.findByText('« discours.json » n’a pas été importé.');
    expect(alert.parentElement?.textContent).toContain('Corrigez cet endroit');
    expect(sent('speeches.draft')).toHaveLength(0);
  });

  it('[EDIT-29] the next version of one that is said begins with its words', async () => {
    const { user, sent } = await openList({
      'speeches.versions': () => succeed({ versions: [saidVersion], writes: true }),
      'speeches.draft': () => fail('hub-unreachable'),
    });
    await user.click(await screen.findByRole('button', { name: 'Écrire la v8' }));
    await waitFor(() => expect(sent('speeches.draft')).toHaveLength(1));
    expect(sent('speeches.draft')[0]).toMatchObject({
      scriptId: 'reclamation-livraison',
      content: { name: 'Réclamation livraison' },
    });
  });
});
