import { succeed } from '@shared/kernel/result.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { administering, administration, administrationAnswers } from './support/administration.ts';
import { openApp } from './support/open-app.tsx';

const kept = administration['admin.rules'];
const words = [
  { words: 'problème', instead: 'situation', severity: 'advice' as const },
  { words: 'gratuit', severity: 'block' as const, language: 'fr' as const },
];
const knowledge = { openPage: true, pageUrl: null, emailCents: 12, smsCents: null };
const rules = { ...kept.rules, knowledge, avoidedWords: words };
const open = async (tab: string, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: administering,
    language,
    answers: {
      ...administrationAnswers,
      'admin.rules': () => succeed({ ...kept, rules }),
      'admin.change-rules': () => succeed({ ...kept, rules }),
      'admin.change-team': ({ teamId, change }) =>
        succeed({ id: teamId, name: '', outsourcer: null, ...change }) as never,
    },
  });
  act(() => app.services.screen.setState({ screen: 'administration' }));
  await app.user.click(await screen.findByRole('tab', { name: tab }));
  const sent = () => app.engine.inputs('admin.change-rules').at(-1)?.rules;
  return { ...app, sent };
};
const sheet = async (name: string) => within(await screen.findByRole('region', { name }));

it.each([
  ['fr', 'Utilisateurs', 'Équipes', 'Prestataire', 'Nom de l’équipe'],
  ['en', 'Users', 'Teams', 'Outsourcer', 'Name of the team'],
] as const)(
  '[ADMIN-22] a team’s name and its outsourcer are changed where its people are; an empty outsourcer is the house’s own (%s)',
  async (language, tab, title, outsourcer, name) => {
    const { user, engine } = await open(tab, language);
    const teams = await sheet(title);
    const [field] = teams.getAllByRole('textbox', { name: outsourcer });
    if (field === undefined) throw new Error('no team');
    await user.type(field, 'Voix d’Ailleurs{Enter}');
    const changes = () => engine.inputs('admin.change-team').map(({ change }) => change);
    await waitFor(() => expect(changes().at(-1)).toMatchObject({ outsourcer: 'Voix d’Ailleurs' }));
    await user.clear(field);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(changes().at(-1)).toMatchObject({ outsourcer: null }));
    const [first] = teams.getAllByRole('textbox', { name });
    await user.clear(first as HTMLElement);
    await user.keyboard('{Enter}');
    expect(first?.getAttribute('aria-invalid')).toBe('true');
    expect(changes()).toHaveLength(2);
  },
);

it('[ADMIN-23] words to avoid are added, changed and removed with what is said instead; an empty and a double one are said at their field', async () => {
  const { user, sent, engine } = await open('Règles');
  const list = await sheet('Mots à éviter');
  const field = (name: string, at: number) =>
    list.getAllByRole('textbox', { name })[at] as HTMLElement;
  await user.type(field('Dire plutôt', 1), 'offert{Enter}');
  expect(sent()?.avoidedWords?.[1]).toEqual({ ...words[1], instead: 'offert' });
  await user.click(list.getByRole('button', { name: 'Retirer « problème »' }));
  expect(sent()?.avoidedWords).toEqual([words[1]]);
  const count = engine.inputs('admin.change-rules').length;
  await user.click(list.getByRole('button', { name: 'Ajouter' }));
  expect(field('Ne pas dire', 2).getAttribute('aria-invalid')).toBe('true');
  await user.type(field('Ne pas dire', 2), 'Problème');
  await user.click(list.getByRole('button', { name: 'Ajouter' }));
  expect(list.getByText(/Déjà dans la liste/)).toBeTruthy();
  expect(engine.inputs('admin.change-rules')).toHaveLength(count);
  await user.clear(field('Ne pas dire', 2));
  await user.type(field('Ne pas dire', 2), 'souci');
  await user.selectOptions(
    list.getAllByRole('combobox', { name: 'C’est' })[2] as HTMLElement,
    'block',
  );
  await user.click(list.getByRole('button', { name: 'Ajouter' }));
  expect(sent()?.avoidedWords?.at(-1)).toEqual({ words: 'souci', severity: 'block' });
});

it('[ADMIN-24] the open page’s address and what a message costs are changed; what is wrong is said at its field, and no other change loses them', async () => {
  const { user, sent, engine } = await open('Règles');
  const form = await sheet('Savoirs et messages');
  const address = form.getByRole('textbox', { name: 'Son adresse' });
  await user.type(address, 'aide.kerdoual{Enter}');
  expect(address.getAttribute('aria-invalid')).toBe('true');
  expect(engine.inputs('admin.change-rules')).toEqual([]);
  await user.clear(address);
  await user.type(address, 'https://aide.kerdoual.example{Enter}');
  expect(sent()?.knowledge).toEqual({ ...knowledge, pageUrl: 'https://aide.kerdoual.example' });
  await user.type(form.getByRole('textbox', { name: 'Coût d’un SMS, en centimes' }), '1200{Enter}');
  expect(sent()?.knowledge?.smsCents).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Ajouter un délai' }));
  expect(sent()).toMatchObject({ knowledge, avoidedWords: words });
});
