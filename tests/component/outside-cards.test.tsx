import type { OutsideView } from '@shared/contracts/http/connectors.ts';
import type { Result } from '@shared/kernel/result.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const sofa = {
  title: 'Canapé Belle-Île',
  detail: '',
  reference: 'W1',
  status: 'expédiée',
  at: at('2026-11-02T10:00:00'),
  amountCents: 129_000,
};
const view = (change: Partial<OutsideView> = {}): OutsideView => ({
  connectorId: id(91),
  name: 'Boutique',
  card: 'orders',
  behind: 'purchases',
  timeLimitMs: 800,
  title: null,
  rows: null,
  wrongRows: 0,
  wrongAt: null,
  at: null,
  keptUntil: null,
  fresh: false,
  failure: null,
  status: null,
  restsUntil: null,
  ...change,
});
const answered = { rows: [sofa], at: at('2026-11-05T10:42:00'), fresh: true };
const person = () => screen.findByRole('region', { name: 'Fiche du client' });
const card = async (name: string) => within(await person()).findByRole('region', { name });
const words = (element: HTMLElement) => element.textContent?.replaceAll(/\s/g, ' ');

/** Answers of systems that the test lets go one by one. */
const held = () => {
  const waiting = new Map<string, (view: Result<OutsideView>) => void>();
  const ask = ({ connectorId }: { readonly connectorId: string }) =>
    new Promise<Result<OutsideView>>((resolve) => waiting.set(connectorId, resolve));
  const tell = (told: OutsideView) =>
    act(async () => waiting.get(told.connectorId)?.({ ok: true, value: told }));
  return { ask, tell, waiting };
};
const listing = (cards: OutsideView[], known = true) => ({
  ok: true as const,
  value: { cards, known },
});

it('[CONN-12] the 360 stands without them; each comes by itself, a slow one delays no other', async () => {
  const { ask, tell, waiting } = held();
  const slow = view({ connectorId: id(92), name: 'Transport', card: 'appointments' });
  openApp({
    slices: talking,
    answers: { 'outside.list': () => listing([slow, view()]), 'outside.ask': ask },
  });
  expect(within(await card('Boutique')).getByText('En attente de Boutique')).toBeDefined();
  expect(within(await person()).getByRole('heading', { name: /Vasseur/ })).toBeDefined();
  await waitFor(() => expect(waiting.size).toBe(2));
  await tell({ ...view(), ...answered });
  expect(words(await card('Boutique'))).toBe('BoutiqueCanapé Belle-Îleexpédiée · 2 nov.1 290 €');
  expect(words(await card('Transport'))).toBe('TransportEn attente de Transport');
  await tell({ ...slow, rows: [], fresh: true });
  expect(words(await card('Transport'))).toBe('TransportRien');
});

it('[CONN-13] one that did not answer is named with its limit and its last answer, and asked again', async () => {
  const { ask, tell } = held();
  const { user, engine } = openApp({
    slices: talking,
    answers: { 'outside.list': () => listing([view()]), 'outside.ask': ask },
  });
  await card('Boutique');
  await tell(view({ ...answered, fresh: false, failure: 'timeout' }));
  const shown = await card('Boutique');
  expect(words(within(shown).getByRole('status'))).toBe(
    'Boutique n’a pas répondu en 800 ms, vu 10:42Réessayer',
  );
  expect(within(shown).getByText('Canapé Belle-Île')).toBeDefined();
  const retry = within(shown).getByRole('button', { name: 'Redemander à Boutique' });
  retry.focus();
  await user.keyboard('{Enter}');
  expect(engine.inputs('outside.ask').at(-1)).toMatchObject({ connectorId: id(91), again: true });
  await tell({ ...view(), ...answered, wrongRows: 2 });
  await waitFor(async () =>
    expect(within(await card('Boutique')).queryByRole('status')).toBeNull(),
  );
  expect(words(await card('Boutique'))).toContain('2 lignes illisibles, laissées de côté');
});

it('[CONN-13] in English too, and never seen', async () => {
  openApp({
    slices: talking,
    language: 'en',
    answers: {
      'outside.list': () => listing([view()]),
      'outside.ask': () => ({ ok: true, value: view({ failure: 'refused', status: 503 }) }),
    },
  });
  expect(await screen.findByText('Boutique refused (503), never seen')).toBeDefined();
});

it('[CONN-14] without the hub the kept answer stands with its date, and nobody is asked', async () => {
  const kept = view({ ...answered, at: at('2026-11-03T10:42:00'), failure: 'offline' });
  const { engine } = openApp({
    slices: talking,
    answers: { 'outside.list': () => listing([kept], false) },
  });
  const shown = await card('Boutique');
  expect(words(within(shown).getByRole('status'))).toContain(
    'Serveur injoignable, vu 3 nov. à 10:42',
  );
  expect(within(shown).getByText('Canapé Belle-Île')).toBeDefined();
  expect(engine.inputs('outside.ask')).toEqual([]);
});

it('[CONN-15] it stands behind the card that was chosen', async () => {
  openApp({
    slices: talking,
    answers: {
      'outside.list': () =>
        listing([
          view({ ...answered, behind: 'channels' }),
          view({ ...answered, connectorId: id(93), name: 'Dossiers', behind: 'cases' }),
        ]),
    },
  });
  await card('Boutique');
  const regions = within(await person())
    .getAllByRole('region')
    .map((one) => one.getAttribute('aria-label'));
  expect(regions.indexOf('Boutique')).toBe(regions.indexOf('Joindre par') + 1);
  expect(regions.indexOf('Dossiers')).toBeLessThan(regions.indexOf('Joindre par'));
});
