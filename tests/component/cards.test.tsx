import type { Purchase } from '@shared/domain/purchase/purchase.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, helene, heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id, reference } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const person = () => screen.findByRole('region', { name: 'Fiche du client' });

const purchase = (number: number, change: Partial<Purchase>): Purchase => ({
  id: id(7700 + number),
  kind: 'order',
  customerId: helene,
  brandId: 'kerdoual',
  reference: `W${number}`,
  at: at('2026-10-12T21:10:00'),
  until: null,
  amountCents: 129_000,
  words: 'Canapé Belle-Île',
  bought: true,
  ...change,
});
const bundle = {
  ...heleneBundle,
  purchases: [
    purchase(1, {}),
    purchase(2, {
      kind: 'cart',
      bought: false,
      words: 'Table Groix',
      amountCents: 64_000,
      at: at('2026-11-02T22:05:00'),
    }),
    purchase(3, { kind: 'cart', words: 'Lampe achetée' }),
    purchase(4, { brandId: 'solvenne', words: 'Autre marque' }),
  ],
};

it('[C360-17] orders and baskets stand with day and amount, newest first, bought baskets once', async () => {
  openApp({ slices: talking, bundles: [bundle] });
  const list = within(await person()).getByRole('region', { name: 'Commandes et panier' });
  const lines = within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replaceAll(/\s/g, ' '));
  expect(lines).toEqual([
    'Table Groixau panier depuis le 2 nov.640 €',
    'Canapé Belle-Îlecommandé le 12 oct.1 290 €',
  ]);
});

it('[C360-19] the cards stand as they were arranged for her role at this brand', async () => {
  const [rules] = reference.rules;
  if (rules === undefined) throw new Error('the fixture has rules');
  const arranged = (role: 'advisor' | 'team-lead' | null) => ({
    ...reference,
    rules: [{ ...rules, cards: [{ role, cards: ['purchases' as const, 'cases' as const] }] }],
  });
  const { deliver } = openApp({
    slices: { ...talking, reference: arranged('advisor') },
    bundles: [bundle],
  });
  const column = await person();
  const order = [...column.querySelectorAll('[aria-label]')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(order.indexOf('Commandes et panier')).toBeLessThan(
    order.indexOf(heleneBundle.cases[0]?.title ?? ''),
  );
  expect(within(column).queryByRole('region', { name: 'Joindre par' })).toBeNull();
  // Another role's arrangement is not hers: all cards stand in their usual order.
  deliver('reference', arranged('team-lead'));
  expect(within(column).getByRole('region', { name: 'Joindre par' })).toBeDefined();
  deliver('reference', arranged(null));
  expect(within(column).queryByRole('region', { name: 'Joindre par' })).toBeNull();
});

it('[C360-20] who else has the record on screen is named; leaving says so', async () => {
  const { engine, services } = openApp({
    slices: talking,
    answers: {
      'customer.view': () => ({
        ok: true,
        value: {
          others: [{ userId: id(8), name: 'Yanis Morel', since: at('2026-11-05T11:40:00') }],
        },
      }),
    },
  });
  const line = await screen.findByText(/Yanis Morel a aussi cette fiche à l’écran, depuis 11:40/);
  expect(line.getAttribute('role')).toBe('status');
  act(() => services.screen.setState({ screen: 'day' }));
  await waitFor(() =>
    expect(engine.inputs('customer.view').at(-1)).toEqual({ customerId: helene, viewing: false }),
  );
});

it('[C360-22] the commune opens the map with her department filled', async () => {
  const { user } = openApp({ slices: talking });
  await user.click(within(await person()).getByRole('button', { name: 'Brest' }));
  expect(await screen.findByText('Finistère (29)')).toBeDefined();
  const map = screen.getByRole('img', { name: 'Carte : Finistère (29)', hidden: true });
  expect(map.querySelectorAll('path')).toHaveLength(96);
  expect(map.querySelectorAll('[class*="own"]')).toHaveLength(1);
});
