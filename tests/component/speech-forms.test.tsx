/** What a step says on each channel, what is at hand there, and for which reasons a speech opens. */
import type { Script } from '@shared/domain/script/script.ts';
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { articles, legArticle } from './support/articles.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';
import { complaint, eleonore, speechAnswers } from './support/speeches.ts';

const open = async (language: 'fr' | 'en' = 'fr', script: Script = complaint) => {
  const app = openApp({
    slices: { session: { ...quiet.session, user: eleonore } },
    language,
    answers: {
      ...speechAnswers,
      'speeches.content': () => succeed(script),
      'articles.shown': () => succeed(articles),
    } as never,
  });
  const name = language === 'fr' ? 'Discours' : 'Speeches';
  await app.user.click(screen.getByRole('button', { name }));
  await app.user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
  const outline = await screen.findByRole('listbox', {
    name: language === 'fr' ? 'Plan' : 'Outline',
  });
  const openStep = async (title: RegExp) => {
    await app.user.click(within(outline).getByRole('option', { name: title }));
    await app.user.keyboard('{Alt>}t{/Alt}');
  };
  const saved = () =>
    app.engine.sent
      .filter((one) => one.name === 'speeches.save')
      .map(({ input }) => (input as { readonly content: Script }).content)
      .at(-1);
  const stepOf = (id: string) => saved()?.steps.find((one) => one.id === id);
  return { ...app, openStep, saved, stepOf };
};

it.each([
  ['fr', 'Écrit · SMS', 'Ce qui est dit, en français'],
  ['en', 'Written · SMS', 'What is said, in French'],
] as const)(
  '[EDIT-38] words of their own are written for a channel, and gone when emptied (%s)',
  async (language, label, own) => {
    const { user, openStep, stepOf } = await open(language);
    await openStep(/Pied neuf/);
    const [written] = (await screen.findAllByRole('button', { name: 'SMS' })).filter(
      (one) => one.closest('[aria-pressed]') === null,
    );
    await user.click(written as HTMLElement);
    await user.type(await screen.findByLabelText(label), 'Il part ce jour.');
    const variants = [{ language: 'fr', channel: 'sms', text: 'Il part ce jour.' }];
    await waitFor(() => expect(stepOf('pied-neuf')?.text.variants).toEqual(variants));
    expect(stepOf('pied-neuf')?.text.default).toBe('Il part aujourd’hui de notre atelier.');
    expect((screen.getByLabelText(own) as HTMLTextAreaElement).value).toContain('atelier');
    await user.clear(screen.getByLabelText(label));
    await waitFor(() => expect(stepOf('pied-neuf')?.text.variants).toBeUndefined());
  },
);

it('[EDIT-38] what a file brought for a tone on a channel is there to be read and changed', async () => {
  const brought = complaint.steps.map((step) =>
    step.id === 'pied-neuf'
      ? {
          ...step,
          text: { ...step.text, variants: [{ tone: 'expert', channel: 'chat', text: 'Parti.' }] },
        }
      : step,
  );
  const { openStep } = await open('fr', { ...complaint, steps: brought } as Script);
  await openStep(/Pied neuf/);
  const field = await screen.findByLabelText(/Écrit · Chat/);
  expect((field as HTMLTextAreaElement).value).toBe('Parti.');
});

it.each([
  ['fr', 'Savoirs à portée', `Retirer « ${legArticle.title} »`],
  ['en', 'Knowledge at hand', `Take “${legArticle.title}” out`],
] as const)(
  '[EDIT-39] an article is put at hand at a step by its title, and taken out again (%s)',
  async (language, label, remove) => {
    const { user, openStep, stepOf } = await open(language);
    await openStep(/Pied neuf/);
    await waitFor(() =>
      expect(screen.getByLabelText(label).textContent).toContain(legArticle.title),
    );
    await user.selectOptions(screen.getByLabelText(label), legArticle.title);
    await waitFor(() => expect(stepOf('pied-neuf')?.articles).toEqual([legArticle.id]));
    await user.click(screen.getByRole('button', { name: remove }));
    await waitFor(() => expect(stepOf('pied-neuf')?.articles).toBeUndefined());
  },
);

it.each([
  ['fr', 'Réclamation', 'motif : Réclamation', /Appel reçu/],
  ['en', 'Complaint', 'reason: Complaint', /call received|inbound|received/i],
] as const)(
  '[EDIT-40] the reasons that open a speech are chosen and shown by their names (%s)',
  async (language, reason, line, opens) => {
    const { user, saved } = await open(language, { ...complaint, reasonCodes: [] });
    await user.click(screen.getByRole('button', { name: opens }));
    const list = await screen.findByLabelText(/^(?:Motifs|Reasons)/);
    await user.selectOptions(list, reason);
    await waitFor(() => expect(saved()?.reasonCodes).toEqual(['reclamation']));
    expect(screen.getByText(line)).toBeDefined();
  },
);

it.each([
  ['fr', 'Aperçu', 'Téléphone', 'à voix calme'],
  ['en', 'Preview', 'Telephone', 'at a calm voice'],
] as const)(
  '[EDIT-25] the preview shows what is read on another channel, and no seconds of a voice there (%s)',
  async (language, label, phone, calm) => {
    const steps = complaint.steps.map((step) =>
      step.id === 'pied-neuf'
        ? { ...step, text: { ...step.text, variants: [{ channel: 'sms', text: 'Parti.' }] } }
        : step,
    );
    const { user, openStep } = await open(language, { ...complaint, steps } as Script);
    await openStep(/Pied neuf/);
    const preview = within(screen.getByRole('region', { name: label }));
    const text = () => screen.getByRole('region', { name: label }).textContent;
    expect(text()).toContain('Il part aujourd’hui de notre atelier.');
    expect(text()).toContain(calm);
    await user.click(preview.getByRole('button', { name: 'SMS' }));
    expect(text()).toContain('Parti.');
    expect(text()).not.toContain(calm);
    await user.click(preview.getByRole('button', { name: phone }));
    expect(text()).toContain('Il part aujourd’hui de notre atelier.');
  },
);
