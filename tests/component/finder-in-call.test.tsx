import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, helene, heleneBundle } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { talkingCall, talkingWork } from './support/slices.ts';

const talking = { calls: [talkingCall()], work: [talkingWork()] };
const other = id(7100);
const hit = (customerId: string, name: string, brandIds: readonly string[]) => ({
  customerId,
  name,
  place: 'Brest',
  phone: '+33639984117',
  vip: false,
  brandIds: [...brandIds],
  because: null,
});
const purchase = (number: number, reference: string, words: string) => ({
  id: id(number),
  kind: 'order' as const,
  customerId: helene,
  brandId: 'kerdoual',
  reference,
  at: at('2026-10-12T21:10:00'),
  until: null,
  amountCents: 129_000,
  words,
  bought: false,
});
const withOrders = {
  ...heleneBundle,
  purchases: [
    purchase(7201, '4471 2086', 'Canapé Belle-Île lin'),
    purchase(7202, '4471 3320', 'Table Groix'),
  ],
};
const finds = {
  'customer.search': () => ({
    ok: true as const,
    value: [
      hit(other, 'Sophie Belleville', ['solvenne']),
      hit(helene, 'Hélène Vasseur', ['kerdoual']),
    ],
  }),
  'customer.open': () => ({
    ok: true as const,
    value: { bundle: heleneBundle, freshAt: at('2026-11-05T11:43:00') },
  }),
};
const found = () => within(screen.getByRole('search'));
const options = () =>
  within(found().getByRole('listbox'))
    .getAllByRole('option')
    .map((one) => one.textContent ?? '');
const chip = async (name: string) => {
  const bar = await screen.findByRole('toolbar', { name: /^(Resserrer à|Narrow to)$/ });
  return within(bar).findByRole('button', { name });
};
const isOn = async (name: string) => (await chip(name)).getAttribute('aria-pressed');

describe('in a call', () => {
  const inCall = { slices: talking, bundles: [withOrders], answers: finds };

  it.each([
    ['fr', 'Dans cet appel', 'Commande 4471 2086'],
    ['en', 'In this call', 'Order 4471 2086'],
  ] as const)(
    '[UI-42] what belongs to the call stands first under a heading of its own (%s)',
    async (language, heading, order) => {
      const { user } = openApp({ ...inCall, language });
      await user.keyboard('{Control>}k{/Control}bel');
      const group = within(await screen.findByRole('group', { name: heading }));
      const rows = group.getAllByRole('option').map((one) => one.textContent ?? '');
      expect(rows).toHaveLength(2);
      expect(rows[0]).toContain(order);
      expect(rows[1]).toContain('Hélène Vasseur');
      expect(options()[0]).toBe(rows[0]);
      expect(options()[2]).toContain('Sophie Belleville');
    },
  );

  it('[UI-42] a case is found by a piece of its number, and its card comes into view', async () => {
    const { user, services, engine } = openApp(inCall);
    await user.keyboard('{Control>}k{/Control}r-208');
    const [first] = await screen.findAllByRole('option', { name: /R-20817/ });
    expect(first?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Enter}');
    const card = screen.getByRole('article', { name: 'Pied avant gauche cassé à la livraison' });
    await waitFor(() => expect(document.activeElement).toBe(card));
    expect(services.screen.getState()).toMatchObject({ screen: 'work', soughtId: null });
    expect(engine.inputs('call.dial')).toEqual([]);
  });

  it('[UI-42] a whole telephone number is called, whatever the call has in it', async () => {
    const { user, engine } = openApp(inCall);
    await user.keyboard('{Control>}k{/Control}0199009986');
    const [first] = await screen.findAllByRole('option', { name: /Appeler le/ });
    expect(first?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.inputs('call.dial')).toHaveLength(1));
  });
});

it.each([
  ['fr', 'Tout', 'Clients'],
  ['en', 'All', 'Customers'],
] as const)(
  '[UI-43] Tab narrows to one heading after the other, and back (%s)',
  async (language, all, customers) => {
    const { user } = openApp({
      language,
      slices: talking,
      bundles: [withOrders],
      answers: finds,
    });
    await user.keyboard('{Control>}k{/Control}bel');
    await chip(customers);
    await user.keyboard('{Tab}');
    expect(options()).toHaveLength(2);
    await user.keyboard('{Tab}');
    expect(await isOn(customers)).toBe('true');
    expect(options()).toEqual([expect.stringContaining('Sophie Belleville')]);
    await user.keyboard('{Shift>}{Tab}{Tab}{/Shift}');
    expect(await isOn(all)).toBe('true');
    expect(options()).toHaveLength(3);
  },
);

it('[UI-43] a brand narrows too, Enter takes what is shown, Esc leaves', async () => {
  const { user, services } = openApp({ answers: finds });
  await user.keyboard('{Control>}k{/Control}bel');
  await chip('Maison Kerdoual');
  await user.keyboard('{Tab}{Tab}');
  expect(options()).toEqual([expect.stringContaining('Hélène Vasseur')]);
  await user.keyboard('{Enter}');
  expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: helene });
  await user.keyboard('{Control>}k{/Control}bel');
  await waitFor(() => expect(options()).toHaveLength(2));
  await user.keyboard('{Tab}{Escape}');
  expect(found().queryByRole('option')).toBeNull();
});

it.each([
  ['fr', 'Fiche lue à côté : Sophie Belleville', 'Réclamation ouverte'],
  ['en', 'Record read beside: Sophie Belleville', 'Complaint, open'],
] as const)(
  '[UI-44] Alt+Enter reads her beside the results, and that is kept as seen (%s)',
  async (language, label, open) => {
    const { user, engine, services } = openApp({ language, answers: finds });
    await user.keyboard('{Control>}k{/Control}bel');
    await screen.findAllByRole('option');
    expect(engine.inputs('customer.view')).toEqual([]);
    await user.keyboard('{Alt>}{Enter}{/Alt}');
    const pane = within(await screen.findByRole('region', { name: label }));
    expect(await pane.findByText('06 39 98 41 17')).toBeDefined();
    expect(pane.getByText(open)).toBeDefined();
    expect(pane.getByText('Bonjour, il y a quelqu’un ?')).toBeDefined();
    expect(engine.inputs('customer.view')).toEqual([{ customerId: other, viewing: true }]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: label })).toBeNull();
    expect(engine.inputs('customer.view').at(-1)).toEqual({ customerId: other, viewing: false });
    expect(options()).toHaveLength(2);
    expect(services.screen.getState().customerId).toBeNull();
  },
);

it('[UI-44] the customer on the screen behind is kept up to date again afterwards', async () => {
  const { user, engine, services } = openApp({ answers: finds });
  services.screen.setState({ screen: 'customers', customerId: helene });
  await screen.findByRole('heading', { name: /Hélène Vasseur/ });
  await user.keyboard('{Control>}k{/Control}bel');
  await screen.findAllByRole('option');
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  await screen.findByRole('region', { name: 'Fiche lue à côté : Sophie Belleville' });
  await user.keyboard('{Escape}');
  expect(engine.inputs('customer.open').map(({ customerId }) => customerId)).toEqual([
    helene,
    other,
    helene,
  ]);
});
