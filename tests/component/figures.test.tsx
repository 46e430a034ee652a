/** Figures over all campaigns, and their experiments, as a lead, a brand manager and an advisor see them. */
import * as files from '@renderer/platform/save-file.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { allFigures, figureAnswers } from './support/call-figures.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { managing } from './support/planning.ts';
import { quiet } from './support/slices.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const lookEveryMs = 15_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const openFigures = async ({
  answers = {},
  language = 'fr',
  user,
}: {
  readonly answers?: object;
  readonly language?: 'fr' | 'en';
  readonly user?: object;
} = {}) => {
  const session = { ...managing.session, ...(user === undefined ? {} : { user: user as never }) };
  const app = openApp({
    slices: { ...managing, session },
    answers: { ...figureAnswers, ...answers } as never,
    language,
  });
  const name = language === 'fr' ? 'Chiffres' : 'Figures';
  await app.user.click(await screen.findByRole('button', { name }));
  await screen.findByRole('heading', { level: 1, name });
  const asked = () => app.engine.inputs('planning.all-figures').at(-1);
  return { ...app, asked };
};
const table = (name: RegExp | string = 'Chiffres par campagne') =>
  screen.findByRole('table', { name });
const rowNames = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map((one) => plain(one));

it('[FIG-7] opens on thirty days, and is asked of other days, of one brand, of her own dates', async () => {
  const { user, asked } = await openFigures();
  await waitFor(() =>
    expect(asked()).toEqual({ from: '2026-10-07', to: '2026-11-05', by: 'campaign' }),
  );
  expect(
    await screen.findByText(/^Du 7 oct\. au 5 nov\., 2.377 appels de vos marques/),
  ).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Aujourd’hui' }));
  expect(asked()).toMatchObject({ from: '2026-11-05', to: '2026-11-05' });
  await user.click(screen.getByRole('button', { name: 'Ce mois' }));
  expect(asked()).toMatchObject({ from: '2026-11-01', to: '2026-11-05' });
  const brands = screen.getByRole('group', { name: 'Marque' });
  await user.click(within(brands).getByRole('button', { name: /Kerdoual/ }));
  expect(asked()).toMatchObject({ brandId: 'kerdoual' });
  await user.click(screen.getByRole('button', { name: 'Dates' }));
  fireEvent.change(screen.getByLabelText('Du'), { target: { value: '2026-09-01' } });
  await waitFor(() => expect(asked()).toMatchObject({ from: '2026-09-01', to: '2026-11-05' }));
});

it('[FIG-7] [FIG-15] an advisor has her own calls there, and no experiments', async () => {
  await openFigures({
    user: camille,
    answers: {
      'planning.all-figures': (given: object) => succeed(allFigures(given, { scope: 'own' })),
    },
  });
  expect(await screen.findByText(/2.377 appels, les vôtres/)).toBeDefined();
  expect(screen.queryByRole('tab', { name: 'Expériences' })).toBeNull();
});

it('[FIG-8] tells each row with bars and what they may be off by, a line of all, in any order', async () => {
  const { user } = await openFigures();
  expect(await rowNames()).toEqual([
    'SÉBilan isolationRendez-vous',
    'MKRelance des paniersVentes',
    'MKEnquête de rentréeEnquête',
    'LVFin de contratQualification',
    'Ensemble',
  ]);
  const rows = within(await table()).getAllByRole('row');
  const bilan = rows[1] as HTMLElement;
  expect(plain(bilan)).toContain('1 299805 personnes51 %410 · ± 3,434 %436 · ± 2,617 %74 · ± 3,5');
  expect(plain(bilan)).toContain('385 manqués · 74 pris122,02 €11,88 €73,24 €');
  // Eighty-eight calls say nothing sure.
  expect(plain(rows[4] as HTMLElement)).toContain('34 · trop peu');
  await user.click(screen.getByRole('button', { name: 'Conversion' }));
  expect((await rowNames())[0]).toContain('Enquête de rentrée');
  const head = screen.getByRole('columnheader', { name: /^Conversion/ });
  expect(head.getAttribute('aria-sort')).toBe('descending');
  await user.click(screen.getByRole('button', { name: 'Conversion' }));
  expect((await rowNames())[0]).toContain('Bilan isolation');
});

it('[FIG-9] says what each figure means where it stands', async () => {
  await openFigures();
  const summary = await screen.findByRole('region', { name: 'L’ensemble' });
  const terms = within(summary).getAllByRole('term');
  const meanings = within(summary).getAllByRole('definition');
  expect(terms.map(plain)).toEqual([
    'Joignabilité',
    'Contact',
    'Conversion',
    'Rendez-vous tenus',
    'Ventes',
    'Coût d’un contact',
  ]);
  expect(plain(meanings[2] as HTMLElement)).toContain('213 buts sur 851 contacts');
  expect(plain(meanings[2] as HTMLElement)).toContain('buts atteints, sur les contacts');
  for (const head of within(await table())
    .getAllByRole('columnheader')
    .slice(1))
    expect(head.querySelector('small')?.textContent).not.toBe('');
});

it('[FIG-10] [FIG-11] says what an appointment costs beside a visit, and which hours are best', async () => {
  const { user, engine } = await openFigures();
  const found = await screen.findByText(/La visite d’un représentant sans appel en coûte/);
  expect(plain(found)).toBe(
    'Un rendez-vous pris par téléphone coûte 22,52 €. La visite d’un représentant sans appel en coûte 124 €, 5,5 fois plus.',
  );
  const heat = screen.getByRole('table', { name: 'Quand ils répondent' });
  expect(plain(within(heat).getByRole('row', { name: /mardi/ }))).toContain('40');
  expect(screen.getByText(/^Entre 18 h et 19 h on joint/)).toBeDefined();
  const total = allFigures().total;
  const dear = { ...total, visitCents: 1126 };
  engine.answer({ 'planning.all-figures': (given) => succeed(allFigures(given, { total: dear })) });
  await user.keyboard('2');
  expect(await screen.findByText(/coûte 11,26 €, 2,0 fois moins/)).toBeDefined();
});

it('[FIG-12] is asked anew while it can be seen, and says when it was true', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { engine, deliver, time } = await openFigures();
  await table();
  const count = () => engine.inputs('planning.all-figures').length;
  const seen = vi.spyOn(document, 'visibilityState', 'get');
  const before = count();
  await act(() => vi.advanceTimersByTimeAsync(lookEveryMs));
  expect(count()).toBe(before + 1);
  seen.mockReturnValue('hidden');
  await act(() => vi.advanceTimersByTimeAsync(2 * lookEveryMs));
  expect(count()).toBe(before + 1);
  seen.mockReturnValue('visible');
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
  expect(count()).toBe(before + 2);
  expect(screen.getByText('En direct')).toBeDefined();
  // The hub goes: what was read stays with its time.
  const truth = () =>
    plain(screen.getByText(/^(En direct|Serveur injoignable)/).parentElement as HTMLElement);
  const was = truth().replace('En direct', '');
  time.now += 60_000;
  engine.answer({ 'planning.all-figures': () => fail('hub-unreachable') });
  deliver('sync', { ...quiet.sync, hub: 'offline' });
  await waitFor(() => expect(truth()).toBe(`Serveur injoignable, tel qu’à${was}`));
  expect((await rowNames()).length).toBe(5);
});

it('[FIG-12] without the hub each cut that was read stays, and one that was not says so', async () => {
  const { user, engine } = await openFigures();
  await table();
  await user.click(screen.getByRole('button', { name: 'Heure' }));
  await table('Chiffres par heure');
  engine.answer({ 'planning.all-figures': () => fail('hub-unreachable') });
  await user.click(screen.getByRole('button', { name: 'Jour' }));
  expect(await screen.findByText(/elles reviennent dès qu’il répond/)).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Heure' }));
  await table('Chiffres par heure');
  expect(screen.getByText('Serveur injoignable, tel qu’à')).toBeDefined();
  const save = screen.getByRole('button', { name: /Exporter/ });
  expect(save.getAttribute('aria-disabled')).toBe('true');
});

it.each([
  ['fr', 'chiffres-par-heure-2026-10-30-2026-11-05.csv'],
  ['en', 'figures-by-hour-2026-10-30-2026-11-05.csv'],
] as const)('[FIG-13] one key saves what is shown (%s)', async (language, name) => {
  const save = vi.spyOn(files, 'saveFile').mockReturnValue();
  const { user, engine } = await openFigures({ language });
  await user.click(await screen.findByRole('button', { name: /^7 (jours|days)/ }));
  await user.keyboard('4');
  await table(/(par heure|by hour)$/);
  await user.keyboard('e');
  await waitFor(() => expect(save).toHaveBeenCalledWith(name, 'text/csv', expect.anything()));
  expect(engine.inputs('planning.all-figures-sheet')).toEqual([
    { from: '2026-10-30', to: '2026-11-05', by: 'hour', language },
  ]);
});

it('[FIG-14] is worked by keys alone, which it shows', async () => {
  const { user, asked } = await openFigures();
  await table();
  await user.keyboard('3');
  expect(await table('Chiffres par équipe')).toBeDefined();
  await user.keyboard('7');
  await waitFor(() => expect(asked()?.by).toBe('day'));
  await user.keyboard('p');
  await waitFor(() => expect(asked()).toMatchObject({ from: '2026-11-01' }));
  await user.keyboard('mm');
  await waitFor(() => expect(asked()?.brandId).toBe('solvenne'));
  await user.keyboard('tt');
  expect(await screen.findByRole('list', { name: 'Ce qui a été tiré au sort' })).toBeDefined();
  await user.keyboard('t');
  await table('Chiffres par jour');
  const shortcut = (name: RegExp) =>
    screen.getByRole('button', { name }).getAttribute('aria-keyshortcuts');
  expect(shortcut(/^Département/)).toBe('5');
  expect(shortcut(/^Exporter/)).toBe('E');
});

it('[FIG-15] [EXP-11] lists the experiments of all campaigns; a sealed one shows no rate', async () => {
  const { user } = await openFigures();
  await user.click(screen.getByRole('tab', { name: 'Expériences' }));
  const list = await screen.findByRole('list', { name: 'Ce qui a été tiré au sort' });
  const [first, second, third] = [...list.children].map((one) => one as HTMLElement);
  expect(plain(first as HTMLElement)).toMatch(
    /Trois questions.*Bilan isolation.*917 sur 1 104.*en cours/,
  );
  expect(within(first as HTMLElement).getByRole('table')).toBeDefined();
  expect(plain(third as HTMLElement)).toContain('prévue');
  const open = within(second as HTMLElement).getByRole('button', { name: /Un SMS la veille/ });
  expect(open.getAttribute('aria-expanded')).toBe('false');
  await user.click(open);
  const sealed = within(second as HTMLElement).getByRole('table');
  expect(plain(sealed)).toContain('fermé');
  expect(plain(sealed)).not.toContain('%');
});
