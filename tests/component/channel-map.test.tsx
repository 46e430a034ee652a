import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, heleneBundle, interaction } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const person = () => screen.findByRole('region', { name: 'Fiche du client' });

it('[CHAN-10] channels stand in the order she wants them, with what is allowed beside', async () => {
  openApp({ slices: talking });
  const table = within(await person()).getByRole('region', { name: 'Joindre par' });
  const rows = within(table).getAllByRole('listitem');
  const marks = rows.flatMap((row) => {
    const mark = within(row).queryByRole('button', { name: /Affinité/ });
    return mark === null ? [] : [Number(/: (\d+) sur 100/.exec(mark.textContent ?? '')?.[1])];
  });
  expect(marks.length).toBeGreaterThan(3);
  expect(marks).toEqual([...marks].sort((a, b) => b - a));
  const store = rows.find((row) => row.textContent?.includes('Boutique'));
  expect(store && within(store).queryByRole('button', { name: /preuve/ })).toBeNull();
  expect(rows.some((row) => row.textContent?.includes('opposition'))).toBe(true);
});

it('[CHAN-1] a click on the number says what it is made of', async () => {
  const { user } = openApp({ slices: talking });
  await user.click(within(await person()).getByRole('button', { name: /Affinité E-mail/ }));
  expect(await screen.findByText(/Choisi ou suivi 3 fois/)).toBeDefined();
  expect(screen.getByText(/A échoué 1 fois sur 3/)).toBeDefined();
});

it('[CHAN-11] the risk of leaving stands there with its heaviest reason and opens the others', async () => {
  const { user } = openApp({ slices: talking });
  const risk = within(await person()).getByRole('button', { name: /Risque de départ/ });
  expect(risk.textContent).toMatch(/2 canaux ont échoué en 17\sh/);
  await user.click(risk);
  expect(await screen.findByText(/réclamation ouverte depuis/)).toBeDefined();
});

it('[CHAN-11] without a reason nothing is said of it', async () => {
  const calm = {
    ...heleneBundle,
    cases: [],
    interactions: [interaction({ channel: 'phone', startedAt: at('2026-11-01T10:00:00') })],
  };
  openApp({ slices: talking, bundles: [calm] });
  expect(within(await person()).queryByText(/Risque|surveiller/)).toBeNull();
});

it('[CHAN-5] her class is said with the number it was read from, in English too', async () => {
  openApp({ slices: talking, language: 'en' });
  const table = await screen.findByRole('region', { name: 'Reach by' });
  expect(table.textContent).toMatch(/Several channels: \d in \d exchanges/);
});
