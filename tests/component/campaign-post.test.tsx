/** The letters of a campaign on its screen: how far its sequence is, and what the mail house gets. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { managing, planningAnswers, running } from './support/planning.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const steps = [
  { id: 'lettre', kind: 'letter', templateId: id(8801) },
  { id: 'appel', kind: 'call', afterDays: 4 },
] as const;
const sequenced = {
  ...running,
  settings: { ...running.settings, sequence: { steps, lettersWithoutConsent: true } },
};
const mailing = {
  id: id(8802),
  campaignId: running.id,
  campaignName: 'Bilan isolation',
  templateId: id(8801),
  templateName: 'Invitation',
  day: '2026-11-04',
  letters: 1204,
  shortened: 3,
  isOpen: false,
};

const open = async (answers: object = {}, campaign: object = sequenced) => {
  const app = openApp({
    slices: managing,
    answers: {
      ...planningAnswers,
      'planning.campaigns': () => succeed({ campaigns: [campaign] }),
      'planning.see': () => succeed(campaign),
      'planning.sequence': () =>
        succeed({
          steps: [{ stepId: 'lettre', sent: 1204, skipped: 12 }],
          skipped: [{ because: 'no-address', count: 12 }],
          beforeCall: 900,
        }),
      'planning.mailings': () => succeed({ mailings: [mailing] }),
      'planning.mailing-file': () => succeed({ bytes: new TextEncoder().encode('%PDF').buffer }),
      ...answers,
    } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: 'Campagnes' }));
  await app.user.click(await screen.findByRole('button', { name: 'Ouvrir' }));
  await app.user.click(await screen.findByText('Résultats'));
  return app;
};

it('[LETTER-8] letters are fetched by day as PDF and as the data file, with how far the sequence is', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const { engine, user } = await open();
  const sheet = await screen.findByRole('region', { name: 'Courrier et messages' });
  await waitFor(() => expect(plain(sheet)).toContain('Lettre : 1 204 faits, 12 passés'));
  expect(plain(sheet)).toContain('Appel : 900 personnes n’y sont pas encore');
  expect(plain(sheet)).toMatch(/1 204 lettres · 3 adresses raccourcies/);
  for (const name of [/^PDF des lettres/, /^Fichier du routeur/])
    await user.click(within(sheet).getByRole('button', { name }));
  expect(engine.inputs('planning.mailing-file')).toEqual([
    { mailingId: mailing.id, as: 'pdf' },
    { mailingId: mailing.id, as: 'csv' },
  ]);
  expect(made).toHaveBeenCalledTimes(2);
  made.mockRestore();
});

it('[LETTER-8] a campaign that only calls has no post, and without the hub it is said', async () => {
  await open({}, running);
  await screen.findByRole('region', { name: /Résultats/ });
  expect(screen.queryByRole('region', { name: 'Courrier et messages' })).toBeNull();
});

it('[LETTER-8] without the hub how far the sequence is is said to be there', async () => {
  await open({ 'planning.sequence': () => fail('hub-unreachable') });
  const sheet = await screen.findByRole('region', { name: 'Courrier et messages' });
  await waitFor(() => expect(plain(sheet)).toContain('Serveur injoignable'));
});
