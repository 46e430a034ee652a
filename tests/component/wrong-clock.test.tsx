import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';

const hour = 3_600_000;

it.each([
  ['fr', -2 * hour, /avance de 2\sh/u],
  ['fr', 3 * hour, /retarde de 3\sh/u],
  ['en', -2 * hour, /2\sh.* fast/u],
  ['en', 3 * hour, /3\sh.* slow/u],
] as const)(
  '[CLOCK-4] says which way her clock is wrong (%s, %i)',
  async (language, clockCorrectionMs, words) => {
    openApp({ language, slices: { session: { ...quiet.session, clockCorrectionMs } } });
    expect(await screen.findByText(words)).toBeDefined();
  },
);

it('[CLOCK-2] the times shown are counted by the hub’s clock', async () => {
  // Her clock is an hour fast: without the correction everything would be an hour older.
  const session = { ...quiet.session, clockCorrectionMs: -hour };
  const { services } = openApp({ now: ringNow + hour, slices: { session } });
  expect(services.clock.now()).toBe(ringNow);
  expect(screen.getByRole('heading', { level: 1, name: 'Jeudi 5 novembre' })).toBeDefined();
  expect(screen.getByText(/en ligne 1\sh\s52/u)).toBeDefined();
});

it('[CLOCK-4] a second more or less is told to nobody', () => {
  openApp({ slices: { session: { ...quiet.session, clockCorrectionMs: 3_000 } } });
  expect(screen.queryByText(/horloge/)).toBeNull();
});
