/** « Mesures »: what a brand manager, a lead and an advisor see of which words work. */
import type { User } from '@shared/domain/user/user.ts';
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { quiet } from './support/slices.ts';
import { figures, measures } from './support/speech-measures.ts';
import { eleonore, saidVersion } from './support/speeches.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const openMeasures = async (user: User, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: { session: { ...quiet.session, user } },
    language,
    answers: {
      'speeches.versions': () => succeed({ versions: [saidVersion], writes: false }),
      'speeches.measures': () => succeed(measures),
      'speeches.coaching': () => succeed(figures),
    } as never,
  });
  const name = { fr: 'Mesures', en: 'Measures' }[language];
  await app.user.click(screen.getByRole('button', { name }));
  await screen.findByRole('heading', { level: 1, name });
  return app;
};

it('[MEASURE-11] figures have intervals and cases, and under a hundred cases they are too few', async () => {
  const { user } = await openMeasures(eleonore);
  const table = await screen.findByRole('table', { name: 'Versions' });
  const rows = within(table).getAllByRole('row').map(plain);
  expect(rows[1]).toBe('v838trop peu sur 38trop peu sur 38trop peu sur 404,3 ±0,1trop peu sur 38');
  expect(rows[2]).toMatch(/^v741262 % ±5 sur 41286 % ±3 sur 412trop peu sur 404,3 ±0,1/);
  await user.click(within(table).getByRole('button', { name: 'v7' }));
  const steps = screen.getByRole('table', { name: 'Étapes' });
  expect(plain(within(steps).getAllByRole('row')[1] as Element)).toBe(
    'Accueil100 % ±1 sur 41211 s ±0,39 s10 % ±3 sur 412Il accepte 46 % ±5 sur 412',
  );
  const objections = screen.getByRole('table', { name: 'Objections' });
  expect(plain(within(objections).getAllByRole('row')[1] as Element)).toBe(
    'C’est cher15 % ±3 sur 412trop peu sur 31',
  );
  expect(screen.queryByRole('region', { name: 'Accompagner quelqu’un' })).toBeNull();
});

it('[MEASURE-11] no winner is named before the evidence is there, in English too', async () => {
  await openMeasures(eleonore, 'en');
  const arms = await screen.findByRole('table', { name: 'Arms of “Plus court”' });
  const [, first, short, long] = within(arms).getAllByRole('row').map(plain);
  expect(first).toContain('The one that is compared with.');
  expect(short).toContain('Too few customers to say anything: 210 of 400.');
  expect(long).toContain('Does better: +15 points (from +7 to +23).');
});

it('[MEASURE-12] an advisor has her own figures and who looked; a lead chooses one person', async () => {
  const advisor = await openMeasures(camille);
  const table = await screen.findByRole('table', { name: 'Chiffres d’une personne' });
  expect(plain(within(table).getAllByRole('row')[1] as Element)).toContain(
    'Réclamation livraison120',
  );
  expect(screen.queryByRole('table', { name: 'Versions' })).toBeNull();
  expect(screen.getByText(/a regardé le 4 nov/)).toBeDefined();
  const asked = (app: typeof advisor, name: string) =>
    app.engine.sent.filter((one) => one.name === name).map(({ input }) => input);
  expect(asked(advisor, 'speeches.measures')).toEqual([]);
});

it('[MEASURE-12] a lead asks for one person of her team, by name', async () => {
  const lead = { ...eleonore, role: 'team-lead' as const, teamId: camille.teamId };
  const app = await openMeasures(lead);
  const coaching = await screen.findByRole('region', { name: 'Accompagner quelqu’un' });
  expect(within(coaching).queryByRole('table')).toBeNull();
  await app.user.selectOptions(within(coaching).getByLabelText('Qui'), camille.id);
  await waitFor(() =>
    expect(
      app.engine.sent.filter((one) => one.name === 'speeches.coaching').map(({ input }) => input),
    ).toEqual([{ userId: camille.id }]),
  );
  expect(await within(coaching).findByRole('table')).toBeDefined();
  expect(within(coaching).queryByText(/a regardé/)).toBeNull();
});
