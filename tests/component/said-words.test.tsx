/** Why this speech was chosen, and what was said in a call of the past. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { heleneBundle, interaction } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ');

it.each([
  [
    'fr' as const,
    'v7 : pourquoi ce discours ?',
    'Parce que le 01 99 00 41 10 est celui de Maison Kerdoual, motif : ',
  ],
  [
    'en' as const,
    'v7: why this speech?',
    'Because number 01 99 00 41 10 is Maison Kerdoual, reason: ',
  ],
])(
  '[CHOICE-18] the head of the speech says why it was chosen, in %s, by Alt and W',
  async (language, name, words) => {
    const { user } = openApp({ slices: talking, language });
    const head = await screen.findByRole('button', { name });
    expect(head.getAttribute('aria-keyshortcuts')).toBe('Alt+W');
    await user.keyboard('{Alt>}w{/Alt}');
    const said = await screen.findByText((text) => plain(text).startsWith(words));
    expect(plain(said.textContent)).toMatch(/\.$/);
    await user.keyboard('{Alt>}w{/Alt}');
    expect(screen.queryByText((text) => plain(text).startsWith(words))).toBeNull();
  },
);

it('[GOV-20] an entry of the past shows what was said, also without the hub', async () => {
  const spoken = interaction({
    channel: 'phone',
    startedAt: '2026-11-04T08:00:00.000Z',
    speech: {
      scriptId: 'vieux',
      version: 2,
      stepId: 'fin',
      path: ['accueil'],
      choices: {},
      fields: {},
      objections: [],
      trace: [
        {
          stepId: 'accueil',
          at: '2026-10-02T08:00:00.000Z',
          words: 'Maison Kerdoual, bonjour Madame Vasseur.',
          said: 'no',
        },
        { stepId: 'fin', at: '2026-10-02T08:01:00.000Z' },
      ],
    },
  });
  const bundle = { ...heleneBundle, interactions: [spoken, ...heleneBundle.interactions] };
  const { user } = openApp({ slices: talking, bundles: [bundle] });
  await user.click(await screen.findByRole('button', { name: 'Ce qui a été dit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ce qui a été dit' });
  expect(within(dialog).getByText('Maison Kerdoual, bonjour Madame Vasseur.')).toBeDefined();
  expect(within(dialog).getByText('Passage obligatoire non dit, selon elle.')).toBeDefined();
  expect(within(dialog).getByText('Les mots n’ont pas été gardés.')).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Ce qui a été dit' })).toBeNull();
});
