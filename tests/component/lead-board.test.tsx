/** The live floor as a team lead works it. */

import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { floor, floorAt, forecasts, leading } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

// Only what is seen is drawn: here the window has a height.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    get: () => 630,
    configurable: true,
  });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
    get: () => 1_000,
    configurable: true,
  });
});

const openFloor = async (board = floor(), more: object = {}) => {
  const app = openApp({
    slices: leading,
    now: floorAt,
    answers: { 'lead.watch': () => succeed(board), ...more } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: 'Plateau' }));
  return app;
};
const drawn = () =>
  within(screen.getByRole('listbox', { name: 'Conseillers' })).getAllByRole('option');
const seats = () => drawn().map(plain);
const seat = (name: string) => screen.getByRole('option', { name: new RegExp(`^${name}`) });

it('[LEAD-15] a seat shows its state, its time, the brand of its call and why it is wanted', async () => {
  const { user } = await openFloor();
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  expect(plain(seat('Adèle Morin'))).toBe('Adèle MorinMKEn ligne4:02');
  expect(plain(seat('David Lopes'))).toBe('David LopesDéjeuner6:10');
  within(seat('Camille Roussel')).getByLabelText('client VIP');
  within(seat('Maëlle Le Bris')).getByLabelText('poste muet');
  await user.click(seat('Maud Renard'));
  const maud = await screen.findByRole('complementary', { name: 'Maud Renard' });
  within(maud).getByText(/^Téléphone non inscrit depuis/);
  await user.click(seat('Samir Ouali'));
  const samir = await screen.findByRole('complementary', { name: 'Samir Ouali' });
  within(samir).getByText('« Le client veut parler à un responsable. »');
  within(samir).getByText('même étape depuis 3:10');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

it('[LEAD-14] is worked by keyboard', async () => {
  const { user } = await openFloor();
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  expect(seats()[0]).toMatch(/^Adèle/);
  await user.keyboard('t');
  await waitFor(() => expect(seats()[0]).toMatch(/^Samir/));
  await user.keyboard('n');
  await screen.findByRole('complementary', { name: 'Samir Ouali' });
  await user.keyboard('n');
  await screen.findByRole('complementary', { name: 'Maud Renard' });
  await user.keyboard('t');
  await user.keyboard('{ArrowRight}');
  await screen.findByRole('complementary', { name: 'Nina Costa' });
  await user.type(screen.getByRole('searchbox', { name: 'Trouver un nom' }), 'emile');
  await waitFor(() => expect(seats()).toHaveLength(1));
  expect(seats()[0]).toMatch(/^Émile/);
  await user.type(screen.getByRole('searchbox', { name: 'Trouver un nom' }), 'xx');
  await screen.findByText('Personne ne correspond');
});

it('[LEAD-14] a brand narrows it to its calls and to who could take them', async () => {
  const { user } = await openFloor();
  await user.selectOptions(await screen.findByLabelText('Marque'), 'lorvane');
  await waitFor(() => expect(screen.queryByText('Adèle Morin')).toBeNull());
  seat('Bastien Roy');
  seat('Sarah Klein');
});

it('[LEAD-7] follows what the hub says, and stands still with the time of its truth when it is silent', async () => {
  const { engine } = await openFloor();
  await screen.findByText('En direct');
  const sarah = [...floor().seats.values()].find(({ name }) => name === 'Sarah Klein');
  if (sarah?.now == null) throw new Error('no such seat');
  const pause = { ...sarah, now: { ...sarah.now, state: 'pause' as const, reason: 'meeting' } };
  const at = new Date(floorAt).toISOString();
  act(() => engine.tellBoard({ of: 'hub', message: { type: 'moves', at, seats: [pause] } }));
  await waitFor(() => expect(plain(seat('Sarah Klein'))).toContain('Réunion'));
  act(() => engine.tellBoard({ of: 'status', status: 'lost' }));
  await screen.findByText('Figé depuis');
  seat('Sarah Klein');
});

it('[QUEUE-19] says of a queue who was put ahead and why, and names nobody', async () => {
  await openFloor();
  const row = await screen.findByRole('rowheader', { name: /Service clients/ });
  expect(plain(row)).toContain('Place 1 : VIP, réponse promise avant 12:06');
  expect(plain(row)).toContain('Place 3 : d’abord à qui lui a parlé la dernière fois');
});

it('[LEAD-8] says that the switch is away, and shows no queue as if it were not', async () => {
  const sources = { switch: 'away' as const, switchSince: new Date(floorAt).toISOString() };
  await openFloor(floor({ sources }));
  await screen.findByText(/^Le standard ne répond plus/);
  const row = screen.getByRole('rowheader', { name: /Service clients/ }).closest('tr');
  expect(plain(row as HTMLElement)).not.toContain('2:14');
});

it('[LEAD-21] thresholds are decided beside the floor, and what cannot be is said', async () => {
  const [team] = floor().teams;
  const kept = { teamId: team?.id, version: 3, thresholds: usualThresholds };
  const { user, engine } = await openFloor(floor(), {
    'lead.thresholds': () => succeed(kept),
    'lead.set-thresholds': (given: unknown) => succeed(given),
  });
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  await user.keyboard('u');
  const held = await screen.findByLabelText('En garde');
  await user.clear(held);
  await user.type(held, '5');
  await screen.findByText('De 10 à 1800.');
  await user.clear(held);
  await user.type(held, '45');
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(engine.inputs('lead.set-thresholds')).toEqual([
    { ...kept, thresholds: { ...usualThresholds, heldS: 45 } },
  ]);
  await waitFor(() => expect(screen.queryByLabelText('En garde')).toBeNull());
});

it('[LEAD-5] shows the floor to leads alone', async () => {
  openApp({ slices: managing });
  await screen.findByRole('button', { name: 'Prévision' });
  expect(screen.queryByRole('button', { name: 'Plateau' })).toBeNull();
});

it('[LEAD-18] of two thousand advisors only those that are seen are drawn', async () => {
  const [one] = [...floor().seats.values()];
  if (one === undefined) throw new Error('nobody');
  const many = Array.from({ length: 2_000 }, (_, place) => ({
    ...one,
    userId: `00000000-0000-4000-8000-9${String(place).padStart(11, '0')}`,
    name: `Conseiller ${String(place).padStart(4, '0')}`,
  }));
  await openFloor(floor({ seats: new Map(many.map((seat) => [seat.userId, seat])) }));
  await screen.findByText('Conseiller 0000');
  expect(drawn().length).toBeGreaterThan(20);
  expect(drawn().length).toBeLessThan(120);
});

it('[LEAD-7] says when the hub was not heard yet', async () => {
  const { engine } = await openFloor(floor(), { 'lead.watch': () => fail('hub-unreachable') });
  act(() => engine.tellBoard({ of: 'status', status: 'lost' }));
  await screen.findByText('Le plateau revient dès que le hub répond. Les appels continuent.');
});

it('[LEAD-22] with two teams each advisor and each queue goes by her own team’s thresholds', async () => {
  const [rennes] = floor().teams;
  const lille = { id: '00000000-0000-4000-8000-00000000abcd', name: 'Lille', site: null };
  const people = new Map(
    [...floor().seats].map(([userId, one]) => [
      userId,
      one.name === 'Adèle Morin'
        ? { ...one, teamId: lille.id, brandIds: ['lorvane'] }
        : { ...one, brandIds: ['kerdoual', 'solvenne'] },
    ]),
  );
  const thresholds = {
    [rennes?.id ?? '']: usualThresholds,
    [lille.id]: { ...usualThresholds, talkS: 60, waitS: 20, answeredShare: 99 },
  };
  const { user } = await openFloor(
    floor({ seats: people, thresholds, teams: [rennes as never, lille] }),
    {
      'lead.thresholds': () =>
        succeed({ teamId: lille.id, version: 1, thresholds: usualThresholds }),
    },
  );
  await screen.findByRole('heading', { name: 'Plateau' });
  await user.keyboard('t');
  // Four minutes against one: the first of those beyond a threshold.
  const over = () => seats().filter((text) => /4:02|12:31|3:52|1:46/.test(text));
  expect(over()[0]).toContain('Adèle Morin');
  const goal = (queue: RegExp) =>
    screen.getByRole('rowheader', { name: queue }).closest('tr')?.className ?? '';
  // 94 of a hundred are too few for Lille, 86 enough for Rennes.
  expect(goal(/Modifications de vol/)).toContain('over');
  expect(goal(/Contrats et factures/)).not.toContain('over');
  await user.selectOptions(screen.getByLabelText('Équipe'), 'Lille');
  await waitFor(() => expect(goal(/Contrats et factures/)).toContain('over'));
  await user.keyboard('{Escape}');
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('u');
  await screen.findByRole('heading', { name: 'Seuils, Lille' });
});

it('[LEAD-23] says how many each queue needs beside who serves it, and the most that all need together', async () => {
  await openFloor(floor(), {
    'lead.queue-forecasts': () => succeed({ at: new Date(floorAt).toISOString(), forecasts }),
  });
  const row = async (name: RegExp) =>
    plain((await screen.findByRole('rowheader', { name })).closest('tr') as Element);
  await screen.findByText('9 / 12');
  expect(await row(/Contrats et factures/)).toContain('8 / 8');
  const bars = screen.getAllByRole('img', { name: /appels attendus en deux heures/ });
  expect(bars).toHaveLength(3);
  expect(bars[0]?.getAttribute('aria-label')).toMatch(/12 conseillers à 11:45$/);
  expect(bars[0]?.children).toHaveLength(16);
  screen.getByText('postés, il en faut 25 à 11:45');
});

it('[LEAD-23] the floor waits for no forecast, and of too few days says so', async () => {
  const { queues } = floor();
  await openFloor(floor(), {
    'lead.queue-forecasts': () =>
      succeed({
        at: new Date(floorAt).toISOString(),
        forecasts: queues.map(({ name }) => ({ queue: name, quarters: [] })),
      }),
  });
  expect(await screen.findAllByText('trop peu de jours')).toHaveLength(3);
  expect(screen.queryByText(/il en faut/)).toBeNull();
});
