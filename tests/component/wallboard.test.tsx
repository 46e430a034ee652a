/** The wallboard: read from five metres, old when it is old, and about nobody. */
import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { createTranslator } from '@renderer/platform/i18n/translator.ts';
import { createServices } from '@renderer/platform/store/services.tsx';
import { WallPage } from '@renderer/wall/wall-page.tsx';
import { fail, succeed } from '@shared/kernel/result.ts';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FakeEngine } from './support/fake-engine.ts';
import { floor, floorAt } from './support/lead-board.ts';
import { openApp } from './support/open-app.tsx';
import { managing } from './support/planning.ts';
import { slicesWith } from './support/slices.ts';

afterEach(cleanup);
const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const openWall = (board: ReturnType<typeof floor> | null = floor()) => {
  const engine = new FakeEngine(slicesWith(managing), [], {
    'lead.watch': () => (board === null ? fail('hub-unreachable') : succeed(board)),
  } as never);
  const time = { now: floorAt };
  const services = createServices(engine, { now: () => time.now }, () => undefined);
  render(<WallPage services={services} translator={createTranslator({ fr, en }, 'fr')} />);
  return { engine, time };
};

it('[LEAD-19] shows four figures, the queues beyond a threshold first, the campaigns, and no name', async () => {
  openWall();
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  const text = plain(document.body);
  expect(text).toContain('7en attente');
  expect(text).toContain('2:14la plus longue, seuil 1:30');
  expect(text).toContain('Bilan isolation 74 / 120');
  const rows = screen.getAllByRole('rowheader').map(plain);
  expect(rows[0]).toContain('Service clients');
  for (const { name } of floor().seats.values()) expect(text).not.toContain(name);
});

it('[LEAD-20] is grey and says since when after ten seconds without news, not before', async () => {
  const { engine, time } = openWall();
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  act(() => engine.tellBoard({ of: 'status', status: 'lost' }));
  time.now = floorAt + 9_000;
  const late = () => screen.queryByText(/^Figé depuis/);
  await waitFor(() => expect(plain(document.body)).toContain('2:23'));
  expect(late()).toBeNull();
  time.now = floorAt + 10_000;
  await screen.findByText('Figé depuis 11:48:07');
  // What waits does not go on waiting on a board that is old.
  expect(plain(document.body)).toContain('2:14');
});

it('[LEAD-20] says what it waits for while nothing was heard', async () => {
  openWall(null);
  await screen.findByText('Le bandeau s’ouvre dès que le hub répond à un responsable d’équipe.');
});

it('[LEAD-19] F11 opens it from the floor', async () => {
  const { user, desktop } = openApp({
    slices: {
      ...managing,
      session: {
        ...managing.session,
        user: { ...managing.session.user, role: 'team-lead' as const },
      },
    },
    now: floorAt,
    answers: { 'lead.watch': () => succeed(floor()) } as never,
  });
  await user.click(await screen.findByRole('button', { name: 'Plateau' }));
  await screen.findByRole('heading', { name: 'Plateau Rennes' });
  await user.keyboard('{F11}');
  expect(desktop.walls).toBe(1);
});
