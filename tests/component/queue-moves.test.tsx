/** A lead moves the advisor she looks at from queue to queue, and decides what queues are to achieve. */
import type { Distribution } from '@shared/contracts/http/distribution.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { succeed } from '@shared/kernel/result.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { floor, floorAt, queueTargets, samirsCall, samirsQueues } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';

const user = { ...managing.session.user, role: 'team-lead' as const };
const leading = { ...managing, session: { ...managing.session, user } };

beforeAll(() => {
  for (const [name, value] of [
    ['clientHeight', 630],
    ['clientWidth', 1_000],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, name, { get: () => value, configurable: true });
});

const openSamir = async (queues: Distribution = samirsQueues()) => {
  const [team] = floor().teams;
  const seats = [...floor().seats].map(
    ([id, seat]) =>
      [
        id,
        seat.name === 'Samir Ouali' ? { ...seat, brandIds: ['solvenne', 'kerdoual'] } : seat,
      ] as const,
  );
  const board = floor({ seats: new Map(seats) });
  const app = openApp({
    slices: leading,
    now: floorAt,
    answers: {
      'lead.watch': () => succeed(board),
      'lead.seat': () => succeed(samirsCall),
      'lead.distribution': () => succeed(queues),
      'lead.move': (given: object) => succeed({ ...given, id: 'x' }),
      'lead.queue-pause': (given: object) => succeed({ ...given, id: 'x' }),
      'lead.end-move': () => succeed(null),
      'lead.thresholds': () =>
        succeed({ teamId: team?.id, version: 1, thresholds: usualThresholds }),
      'lead.queue-targets': () => succeed(queueTargets),
      'lead.decide-queue-target': (given: object) => succeed(given),
    } as never,
  });
  await app.user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await app.user.click(await screen.findByRole('option', { name: /^Samir Ouali/ }));
  return { ...app, panel: await screen.findByRole('complementary', { name: 'Samir Ouali' }) };
};
const samirId = [...floor().seats.values()].find(({ name }) => name === 'Samir Ouali')?.userId;
const inMinutes = (minutes: number) => new Date(floorAt + minutes * 60_000).toISOString();

it('[QUEUE-21] by keys alone somebody is put into a queue for a time, with a reason', async () => {
  const { user: hands, engine, panel } = await openSamir();
  await within(panel).findByText('Service clients, Contrats et factures');
  await hands.keyboard('d');
  const reason = await within(panel).findByLabelText('Motif, inscrit au journal');
  expect(reason).toBe(document.activeElement);
  await hands.selectOptions(within(panel).getByLabelText('File'), 'Modifications de vol');
  within(panel).getByText(/^Samir Ouali ne sert pas/);
  await hands.selectOptions(within(panel).getByLabelText('Jusqu’à quand'), 'Pendant 2 heures');
  await hands.type(reason, '{Enter}');
  expect(engine.inputs('lead.move')).toEqual([]);
  await hands.type(reason, 'Vols annulés{Enter}');
  expect(engine.inputs('lead.move')).toEqual([
    {
      userId: samirId,
      queue: 'lorvane-service',
      direction: 'in',
      penalty: 0,
      reason: 'Vols annulés',
      until: inMinutes(120),
    },
  ]);
  await waitFor(() => expect(within(panel).queryByLabelText('File')).toBeNull());
});

it('[QUEUE-21] a pause may be in all of her queues, and until a time of day, tomorrow once it is past', async () => {
  const { user: hands, engine, panel } = await openSamir();
  await hands.click(await within(panel).findByRole('button', { name: /^Déplacer de file/ }));
  await hands.selectOptions(await within(panel).findByLabelText('Que faire'), 'Mettre en pause');
  await hands.selectOptions(within(panel).getByLabelText('File'), 'Toutes ses files');
  await hands.selectOptions(
    within(panel).getByLabelText('Jusqu’à quand'),
    'Jusqu’à une heure précise',
  );
  await hands.type(within(panel).getByLabelText('Motif, inscrit au journal'), 'Entretien');
  const time = within(panel).getByLabelText('Heure de fin');
  const at = new Date(floorAt - 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  await hands.type(time, `${two(at.getHours())}:${two(at.getMinutes())}`);
  await hands.click(within(panel).getByRole('button', { name: /^Mettre en pause/ }));
  const next = new Date(floorAt - 60_000);
  next.setDate(next.getDate() + 1);
  next.setSeconds(0, 0);
  expect(engine.inputs('lead.queue-pause')).toEqual([
    { userId: samirId, queue: null, reason: 'Entretien', until: next.toISOString() },
  ]);
});

it('[QUEUE-21] what is in force is said with its end and reason, and is ended', async () => {
  const { user: hands, engine, panel } = await openSamir();
  await within(panel).findByText('Dans Service clients');
  within(panel).getByText('jusqu’à 12:38, Pic du matin après l’envoi du catalogue');
  await hands.click(within(panel).getByRole('button', { name: 'Mettre fin : Service clients' }));
  const [move] = samirsQueues().moves;
  expect(engine.inputs('lead.end-move')).toEqual([{ what: 'moves', id: move?.id }]);
});

it('[QUEUE-21] Escape leaves the form and then the advisor; without a driven queue it is said why', async () => {
  const queues = samirsQueues().queues.map((one) => ({
    ...one,
    rule: { ...one.rule, isDriven: false },
  }));
  const { user: hands, panel } = await openSamir(samirsQueues({ queues, moves: [] }));
  await within(panel).findByText('Service clients, Contrats et factures');
  await hands.keyboard('d');
  await within(panel).findByText(/^Aucune de vos files n’est pilotée/);
  await hands.keyboard('{Escape}');
  await waitFor(() => expect(within(panel).queryByText(/^Aucune de vos files/)).toBeNull());
  screen.getByRole('complementary', { name: 'Samir Ouali' });
  await hands.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
});

it('[QUEUE-20] what a queue is to achieve is decided beside the floor', async () => {
  const { user: hands, engine } = await openSamir();
  await hands.keyboard('u');
  const section = await screen.findByRole('region', { name: 'Cibles des files' });
  await hands.selectOptions(await within(section).findByLabelText('File'), 'Contrats et factures');
  const inTime = within(section).getByLabelText('Pris à temps si l’attente ne dépasse pas');
  await hands.clear(inTime);
  await hands.type(inTime, '30');
  await hands.type(within(section).getByLabelText('Taux de prise visé'), '90');
  await hands.click(within(section).getByRole('button', { name: 'Enregistrer la cible' }));
  expect(engine.inputs('lead.decide-queue-target')).toEqual([
    {
      queue: 'solvenne-service',
      version: 0,
      target: { targetS: 30, shortS: 5, answeredShare: 90, waitS: null },
    },
  ]);
});
