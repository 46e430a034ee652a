/** What the centre did, as a lead, a brand manager and an advisor see it. */
import * as files from '@renderer/platform/save-file.ts';
import { centreFigureNames, centreFigureWords } from '@shared/domain/centre/figure-words.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { figureAnswers } from './support/call-figures.ts';
import { centreAnswer, centreAnswers, figuresOf, ownCentre } from './support/centre-figures.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { managing } from './support/planning.ts';

const plain = (element: Element | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const openCentre = async ({
  answers = {},
  language = 'fr',
  role = 'team-lead',
}: {
  readonly answers?: object;
  readonly language?: 'fr' | 'en';
  readonly role?: 'advisor' | 'team-lead' | 'brand-manager';
} = {}) => {
  const session = { ...managing.session, user: { ...camille, role } as never };
  const app = openApp({
    slices: { ...managing, session },
    answers: { ...figureAnswers, ...centreAnswers, ...answers } as never,
    language,
  });
  await app.user.click(
    await screen.findByRole('button', { name: language === 'fr' ? 'Chiffres' : 'Figures' }),
  );
  const tab = { fr: 'Plateau et files', en: 'Floor and queues' }[language];
  await app.user.click(
    await screen.findByRole('tab', { name: role === 'advisor' ? 'Mon temps, mes appels' : tab }),
  );
  const asked = () => app.engine.inputs('planning.centre-figures').at(-1);
  return { ...app, asked };
};
const calls = () => screen.findByRole('table', { name: 'Appels et contacts' });
const rowNames = async () =>
  within(await calls())
    .getAllByRole('rowheader')
    .map(plain);

it('[CENTRE-13] opens by person for a lead, and is asked of other days, brands and cuts', async () => {
  const { user, asked } = await openCentre();
  await waitFor(() =>
    expect(asked()).toEqual({ from: '2026-10-07', to: '2026-11-05', by: 'advisor' }),
  );
  expect(await screen.findByText(/^Du 7 oct\. au 5 nov\., 1.582 appels traités/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Aujourd’hui' }));
  expect(asked()).toMatchObject({ from: '2026-11-05', to: '2026-11-05' });
  await user.click(
    within(screen.getByRole('group', { name: 'Marque' })).getByRole('button', { name: /Kerdoual/ }),
  );
  expect(asked()).toMatchObject({ brandId: 'kerdoual' });
  await user.click(screen.getByRole('button', { name: /^Semaine/ }));
  expect(asked()).toMatchObject({ by: 'week' });
  expect(await rowNames()).toEqual(['du 26 oct. au 1 nov.', 'Ensemble']);
});

it('[CENTRE-13] tells each row with bars, a line of all, in any column’s order', async () => {
  const { user } = await openCentre();
  expect(await rowNames()).toEqual([
    'Camille Roussel',
    'Yanis Morel',
    'Léa Fontaine',
    'Maëlle Le Bris',
    'Ensemble',
  ]);
  const rows = within(await calls()).getAllByRole('row');
  expect(plain(rows[1])).toContain('642dont 456 reçus4 min 133 min 07 · 14 s · 52 s');
  await user.click(screen.getByRole('button', { name: 'Durée de traitement' }));
  expect((await rowNames())[0]).toBe('Yanis Morel');
  await user.click(screen.getByRole('button', { name: 'Durée de traitement' }));
  expect((await rowNames())[0]).toBe('Léa Fontaine');
  // People have no service level: of what they took, what was in time.
  expect(screen.getByRole('columnheader', { name: /^Pris à temps/ })).toBeDefined();
  await user.keyboard('4');
  expect(await screen.findByRole('columnheader', { name: /^Taux de prise/ })).toBeDefined();
  expect(await rowNames()).toContain('Hors file');
  // What is told of campaigns is told of no queue.
  expect(screen.queryByRole('columnheader', { name: /^Conversion/ })).toBeNull();
});

it('[CENTRE-14] what the time went to is a bar with each part in words', async () => {
  const { user } = await openCentre();
  const times = await screen.findByRole('table', { name: 'Temps par état' });
  const [, first] = within(times).getAllByRole('row');
  expect(plain(first)).toBe(
    'Camille Rousseldisponible 42 h 56 · en appel 48 h 30 · post-appel 12 h 47 · ne pas déranger 1 h 18 · retrait 12 h 27118 h59 %',
  );
  expect(first?.querySelectorAll('[aria-hidden] i')).toHaveLength(5);
  // Nobody's time is that of a queue.
  await user.keyboard('4');
  await screen.findByRole('columnheader', { name: /^Taux de prise/ });
  expect(screen.queryByRole('table', { name: 'Temps par état' })).toBeNull();
});

it('[CENTRE-15] says what each figure means, and what the switch counts beside the desktops', async () => {
  await openCentre();
  const summary = await screen.findByRole('region', { name: 'L’ensemble' });
  for (const meaning of within(summary).getAllByRole('definition'))
    expect(meaning.querySelector('small')?.textContent).not.toBe('');
  const heads = within(await calls())
    .getAllByRole('columnheader')
    .slice(1);
  for (const head of heads) expect(head.title).toMatch(/\.$/);
  const all = screen.getByRole('region', { name: 'Définitions' });
  for (const name of centreFigureNames)
    expect(plain(all), name).toContain(plain(textOf(centreFigureWords[name].fr)));
  // A lead's own teams are no match for what the switch counts of everybody.
  expect(screen.queryByText(/^Appels des files/)).toBeNull();
  cleanup();
  await openCentre({
    role: 'brand-manager',
    answers: {
      'planning.centre-figures': (asked: object) =>
        succeed(centreAnswer(asked, { scope: 'brands' })),
    },
  });
  expect(
    await screen.findByText(/^Appels des files : .* selon les postes, .* selon le commutateur/),
  ).toBeDefined();
});
const textOf = (text: string): Element =>
  Object.assign(document.createElement('i'), { textContent: text });

it('[CENTRE-15] says for how long nobody heard the switch', async () => {
  const gaps = [{ from: '2026-10-12T08:00:00.000Z', until: '2026-10-12T09:40:00.000Z' }];
  await openCentre({
    answers: {
      'planning.centre-figures': (asked: object) => succeed(centreAnswer(asked, { gaps })),
    },
  });
  expect(await screen.findByText(/n’a pas été entendu pendant 1 h 40/)).toBeDefined();
});

it('[CENTRE-16] an advisor’s own stand beside nobody’s, and say where they rest on too few', async () => {
  const { asked } = await openCentre({
    role: 'advisor',
    answers: { 'planning.centre-figures': (given: object) => succeed(ownCentre(given)) },
  });
  await waitFor(() => expect(asked()).toMatchObject({ by: 'day' }));
  expect(await screen.findByText(/64 appels traités par vous/)).toBeDefined();
  for (const cut of ['Conseiller', 'Équipe'])
    expect(screen.queryByRole('button', { name: new RegExp(`^${cut}`) })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'Expériences' })).toBeNull();
  expect(screen.queryByText(/selon le commutateur, /)).toBeNull();
  const summary = screen.getByRole('region', { name: 'L’ensemble' });
  expect(within(summary).getAllByText('trop peu').length).toBeGreaterThan(2);
});

it('[CENTRE-17] says that there is nothing, that the hub is away, and that it has failed', async () => {
  const { user, engine } = await openCentre({
    answers: {
      'planning.centre-figures': (asked: object) =>
        succeed(centreAnswer(asked, { rows: [], total: figuresOf(0) })),
    },
  });
  expect(await screen.findByText('Rien à compter')).toBeDefined();
  engine.answer({ 'planning.centre-figures': () => fail('hub-unreachable') });
  await user.keyboard('5');
  expect(await screen.findByText(/^Ces chiffres sont comptés au serveur/)).toBeDefined();
  engine.answer({ 'planning.centre-figures': () => fail('internal') });
  await user.keyboard('6');
  expect(await screen.findByText(/^Une erreur du programme/)).toBeDefined();
});

it('[CENTRE-17] what was read stays while the hub is away, marked as old, and is no file', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { engine } = await openCentre();
  await calls();
  engine.answer({ 'planning.centre-figures': () => fail('hub-unreachable') });
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(await screen.findByText('Serveur injoignable, tel qu’à')).toBeDefined();
  expect(await rowNames()).toContain('Camille Roussel');
  const save = screen.getByRole('button', { name: /^Exporter/ });
  expect(save.getAttribute('aria-disabled')).toBe('true');
});

it('[CENTRE-17] is worked by keys alone, saves what is shown, and speaks English', async () => {
  const save = vi.spyOn(files, 'saveFile').mockReturnValue(undefined);
  const { user, asked, engine } = await openCentre({ language: 'en' });
  await screen.findByRole('table', { name: 'Calls and contacts' });
  await user.keyboard('6');
  await waitFor(() => expect(asked()?.by).toBe('day'));
  await user.keyboard('p');
  await waitFor(() => expect(asked()?.from).toBe('2026-11-01'));
  await user.keyboard('m');
  await waitFor(() => expect(asked()?.brandId).toBe('kerdoual'));
  await user.keyboard('e');
  await waitFor(() => expect(save).toHaveBeenCalled());
  expect(engine.inputs('planning.centre-figures-sheet')).toEqual([{ ...asked(), language: 'en' }]);
  expect(save.mock.calls[0]?.[0]).toBe('floor-by-day-2026-11-01-2026-11-05.csv');
  await user.keyboard('t');
  const experiments = await screen.findByRole('tab', { name: 'Experiments' });
  expect(experiments.getAttribute('aria-selected')).toBe('true');
});
