import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { callbacks, ringNow } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';

const inMinutes = (minutes: number) => new Date(ringNow + minutes * 60_000).toISOString();
const cartFor = (minutes: number, customerName: string) => {
  const [promise] = callbacks;
  if (promise === undefined) throw new Error('a callback');
  return {
    ...promise,
    id: crypto.randomUUID(),
    kind: 'cart' as const,
    customerName,
    advisorId: null,
    dueAt: inMinutes(-20),
    reason: '2 × Chaise Ouessant',
    amountCents: 12_990,
    expiresAt: inMinutes(minutes),
  };
};
const listed = (...value: ReturnType<typeof cartFor>[]) => ({
  'callbacks.list': () => ({ ok: true as const, value }),
});

describe('carts to call', () => {
  it.each([
    ['fr', 'À rappeler', /panier de 129,90\s€ · 2 × Chaise Ouessant/u, /encore 3\sh/u],
    ['en', 'To call back', /cart of €129\.90 · 2 × Chaise Ouessant/u, /3\sh left/u],
  ] as const)(
    '[CART-7] in %s the list shows worth and time left',
    async (language, name, words, left) => {
      openApp({ language, answers: listed(cartFor(180, 'Anne Le Gall')) });
      const list = await screen.findByRole('list', { name });
      expect(within(list).getByText(words)).toBeDefined();
      expect(within(list).getByText(left)).toBeDefined();
      expect(within(list).queryByText(/en retard|late/)).toBeNull();
    },
  );

  it('[CART-7] a promise for now comes before a cart that has time', async () => {
    const [promise] = callbacks;
    const later = cartFor(180, 'Anne Le Gall');
    const value = [later, cartFor(1, 'Paul Riou'), ...(promise === undefined ? [] : [promise])];
    openApp({ answers: { 'callbacks.list': () => ({ ok: true as const, value }) } });
    const list = await screen.findByRole('list', { name: 'À rappeler' });
    const names = within(list)
      .getAllByRole('listitem')
      .map((row) => row.querySelector('b')?.textContent);
    expect(names).toEqual(['Paul Riou', promise?.customerName, 'Anne Le Gall']);
  });

  it.each([
    [0, ['Anne Le Gall', 'Paul Riou']],
    [3, ['Paul Riou']],
  ])(
    '[CART-3] what is over is not shown after %d minutes, without a word of the hub',
    async (later, names) => {
      const answers = listed(cartFor(2, 'Anne Le Gall'), cartFor(180, 'Paul Riou'));
      openApp({ answers, now: ringNow + later * 60_000 });
      const list = await screen.findByRole('list', { name: 'À rappeler' });
      const shown = within(list).getAllByRole('listitem');
      expect(shown.map((row) => row.querySelector('b')?.textContent)).toEqual(names);
    },
  );
});
