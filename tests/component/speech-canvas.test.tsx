/** The graph of a speech, driven as a pointer would. */
import type { Script } from '@shared/domain/script/script.ts';
import { succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';
import {
  complaint,
  eleonore,
  largeSpeech,
  saidVersion,
  speechAnswers,
  versionOf,
} from './support/speeches.ts';

const openGraph = async (
  script: Script,
  language: 'fr' | 'en' = 'fr',
  may = ['save', 'submit'],
) => {
  const app = openApp({
    slices: { session: { ...quiet.session, user: eleonore } },
    language,
    answers: {
      ...speechAnswers,
      'speeches.versions': () =>
        succeed({ versions: [versionOf({ may } as never), saidVersion], writes: true }),
      'speeches.content': () => succeed(script),
    } as never,
  });
  const name = language === 'fr' ? 'Discours' : 'Speeches';
  await app.user.click(screen.getByRole('button', { name }));
  await app.user.click(await screen.findByRole('button', { name: /Réclamation livraison/ }));
  await waitFor(() => expect(document.querySelector('.react-flow__node')).not.toBeNull());
  const saved = () =>
    app.engine.sent
      .filter((one) => one.name === 'speeches.save')
      .map(({ input }) => (input as { readonly content: Script }).content)
      .at(-1);
  const way = (id: string) => document.querySelector(`.react-flow__edge[data-id="${id}"]`);
  return { ...app, saved, way };
};
const swapOf = (script: Script | undefined) =>
  script?.steps.find(({ id }) => id === 'solution')?.choices[1];

it.each(['fr', 'en'] as const)(
  '[EDIT-36] a chosen way says what it is, goes with Delete and comes back by undo (%s)',
  async (language) => {
    const { user, way, saved } = await openGraph(complaint, language);
    const words = language === 'fr' ? 'Enlever ce chemin' : 'Take this way out';
    await waitFor(() => expect(way('solution choices.1')).not.toBeNull());
    const points = () => document.querySelectorAll('.react-flow__edgeupdater-target').length;
    expect(points()).toBe(0);
    fireEvent.click(way('solution choices.1') as Element);
    expect(points()).toBe(1);
    expect(screen.getByText('Solution · 2 · Échange → Échange')).toBeDefined();
    expect(screen.getByRole('button', { name: new RegExp(words) })).toBeDefined();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(way('solution choices.1')).toBeNull());
    expect(way('solution choices.0')).not.toBeNull();
    await waitFor(() => expect(swapOf(saved())?.next).toBeUndefined());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(way('solution choices.1')).not.toBeNull());
  },
);

it('[EDIT-36] who reads only can choose no way', async () => {
  const { way } = await openGraph(complaint, 'fr', []);
  await waitFor(() => expect(way('solution choices.1')).not.toBeNull());
  fireEvent.click(way('solution choices.1') as Element);
  expect(screen.queryByRole('button', { name: /Enlever ce chemin/ })).toBeNull();
});

it('[EDIT-33] what somebody put elsewhere stands there, and is arranged again at one key', async () => {
  const { user, saved } = await openGraph({ ...complaint, places: { accueil: { x: 31, y: 17 } } });
  const box = () => document.querySelector<HTMLElement>('.react-flow__node[data-id="accueil"]');
  await waitFor(() => expect(box()?.style.transform).toBe('translate(31px,17px)'));
  await user.click(screen.getByRole('button', { name: 'Ranger de nouveau' }));
  await waitFor(() => expect(box()?.style.transform).not.toBe('translate(31px,17px)'));
  await waitFor(() => expect(saved()).toBeDefined());
  expect(saved()?.places).toBeUndefined();
  expect(screen.queryByRole('button', { name: 'Ranger de nouveau' })).toBeNull();
});

it('[EDIT-37] a large speech cannot be handed on before its checks have ended', async () => {
  await openGraph(largeSpeech(1_500));
  const submit = screen.getByRole('button', { name: /Demander la relecture/ });
  const checks = await screen.findByRole('region', { name: 'Contrôles' });
  expect(within(checks).getByText('Contrôles en cours…')).toBeDefined();
  expect(submit.getAttribute('aria-disabled')).toBe('true');
  await waitFor(() => expect(within(checks).queryByText('Contrôles en cours…')).toBeNull());
});
