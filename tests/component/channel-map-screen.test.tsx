import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { sampleMap } from '../gallery/map-states.ts';
import { openApp } from './support/open-app.tsx';
import { camille } from './support/organisation.ts';
import { quiet } from './support/slices.ts';

const lead = { session: { ...quiet.session, user: { ...camille, role: 'team-lead' as const } } };
const plain = (element: Element) => (element.textContent ?? '').replaceAll(/\s/g, ' ');

it('[CHAN-18] a lead opens the map, by brand and period; few customers say no mean', async () => {
  const { engine, user } = openApp({
    slices: lead,
    answers: { 'measures.channel-map': () => ({ ok: true, value: sampleMap }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Parcours' }));
  expect(await screen.findByText(/628 ruptures sur 7.662 échanges/)).toBeDefined();
  const flows = screen.getByRole('table', { name: 'Ruptures entre canaux' });
  expect(plain(flows)).toContain('Chat → Téléphone198');
  expect(plain(flows)).toContain('Chat → Perdus de vue41');
  expect(screen.getByText(/Chat vers Téléphone/)).toBeDefined();
  const classes = screen.getByRole('table', { name: 'Façons d’être client' });
  const rows = within(classes).getAllByRole('row').map(plain);
  expect(rows[1]).toBe('Plusieurs canaux858 46 %278 €86 %9,4');
  expect(rows[4]).toBe('Trop peu d’échanges41 2 %trop peutrop peu–');
  await user.click(screen.getByRole('radio', { name: '12 mois' }));
  await waitFor(() => {
    const asked = engine.inputs('measures.channel-map').at(-1);
    const days = (Date.parse(asked?.to ?? '') - Date.parse(asked?.from ?? '')) / 86_400_000;
    expect([asked?.brandId, days]).toEqual([null, 365]);
  });
  await user.click(screen.getByRole('radio', { name: 'Maison Kerdoual' }));
  await waitFor(() =>
    expect(engine.inputs('measures.channel-map').at(-1)?.brandId).toBe('kerdoual'),
  );
});

it('[CHAN-18] without the hub it says so; an advisor has no map', async () => {
  const { user, deliver } = openApp({
    slices: lead,
    answers: {
      'measures.channel-map': () => ({ ok: false, error: { code: 'hub-unreachable' } }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Parcours' }));
  expect(await screen.findByText(/Cette vue vient du serveur/)).toBeDefined();
  deliver('session', { ...quiet.session, user: camille });
  expect(screen.queryByRole('button', { name: 'Parcours' })).toBeNull();
});
