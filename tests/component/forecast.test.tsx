/** The forecast of a day as a team lead sees it. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';
import { staffingAnswers, thursday } from './support/staffing.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const openForecast = async (answers: object = {}, language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: managing,
    answers: { ...staffingAnswers, ...answers } as never,
    language,
  });
  const name = language === 'fr' ? 'Prévision' : 'Forecast';
  await app.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('heading', { level: 1, name });
  return { ...app, asked: () => app.engine.inputs('staffing.day').at(-1) };
};
const row = async (time: string): Promise<string> => {
  const head = await screen.findByRole('rowheader', { name: time });
  return plain(head.closest('tr') as HTMLElement);
};

it('[STAFF-12] shows the day with its calls, its peak, its error, and each quarter with its interval', async () => {
  await openForecast();
  const terms = await screen.findAllByRole('definition');
  expect(terms.map(plain)).toEqual([
    '1 968de 1 790 à 2 154',
    expect.stringMatching(/^\d+à 1[01]:\d\d$/),
    '5:40Calcul Erlang A, abandons compris',
    '7 %sur les quatre derniers jours semblables',
    '84appels dus aux courriers et messages',
  ]);
  // What is over is what came: it has no interval.
  expect(await row('11:30')).not.toContain('de ');
  expect(await row('11:45')).toMatch(/\d+de \d+ à \d+5:40\d+de \d+ à \d+$/);
  // Nobody calls before eight or after eight.
  expect(screen.queryByRole('rowheader', { name: '07:45' })).toBeNull();
  expect(screen.queryByRole('rowheader', { name: '20:00' })).toBeNull();
});

it('[STAFF-12] goes from day to day and from brand to brand by keys', async () => {
  const { asked, user } = await openForecast();
  await screen.findByRole('rowheader', { name: '11:45' });
  expect(asked()).toEqual({
    day: '2026-11-05',
    share: 85,
    targetSeconds: 30,
    patienceSeconds: 120,
    busiest: 88,
  });
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(asked()).toMatchObject({ day: '2026-11-06' }));
  await user.keyboard('{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(asked()).toMatchObject({ day: '2026-11-04' }));
  await user.keyboard('m');
  await waitFor(() => expect(asked()).toMatchObject({ brandId: 'kerdoual' }));
});

it('[STAFF-12] asks anew for what is promised, and for no promise that cannot be', async () => {
  const { user, asked } = await openForecast();
  const share = await screen.findByLabelText('Appels pris à temps, sur 100');
  await user.clear(share);
  await user.type(share, '95');
  await waitFor(() => expect(asked()).toMatchObject({ share: 95 }));
  await user.clear(share);
  await user.type(share, '120');
  expect(share.getAttribute('aria-invalid')).toBe('true');
  expect(asked()).toMatchObject({ share: 12 });
});

it('[STAFF-13] says that too few days are known, that nobody is expected, and that the hub is away', async () => {
  const short = { total: null, quarters: [], error: null, history: { days: 3, from: null } };
  await openForecast({ 'staffing.day': () => succeed(thursday(short)) });
  expect(
    await screen.findByText('3 jours d’appels sont connus, il en faut quatorze.'),
  ).toBeDefined();
  cleanup();
  const silent = { quarters: thursday().quarters.slice(0, 8) };
  await openForecast({ 'staffing.day': () => succeed(thursday(silent)) });
  expect(await screen.findByText('Aucun appel n’est attendu ce jour-là')).toBeDefined();
  cleanup();
  await openForecast({ 'staffing.day': () => fail('hub-unreachable') }, 'en');
  expect(within(screen.getByRole('main')).queryByRole('table')).toBeNull();
});

it('[STAFF-13] keeps what was told of a day while the hub is away, with the time of its truth, and never shows it for another', async () => {
  let away = false;
  const { user } = await openForecast({
    'staffing.day': (asked: { day: string }) =>
      away ? fail('hub-unreachable') : succeed(thursday({ day: asked.day })),
  });
  await screen.findByRole('rowheader', { name: '11:45' });
  away = true;
  const share = screen.getByLabelText('Appels pris à temps, sur 100');
  await user.clear(share);
  await user.type(share, '90');
  expect(await screen.findByText(/Serveur injoignable/)).toBeDefined();
  expect(screen.getByRole('rowheader', { name: '11:45' })).toBeDefined();
  await user.keyboard('{Escape}');
  await user.selectOptions(screen.getByLabelText('Marque'), 'kerdoual');
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: '11:45' })).toBeNull());
  await user.selectOptions(screen.getByLabelText('Marque'), 'all');
  expect(await screen.findByRole('rowheader', { name: '11:45' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Lendemain/ }));
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: '11:45' })).toBeNull());
});
