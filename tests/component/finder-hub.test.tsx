import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';

const other = '0191c0de-0000-7000-8000-00000000f001';
const hit = (customerId: string, name: string) => ({
  customerId,
  name,
  place: 'Brest',
  phone: '+33639984117',
  vip: false,
  brandIds: ['kerdoual'],
  because: null,
});
const here = {
  'customer.search': () => ({ ok: true as const, value: [hit(helene, 'Hélène Vasseur')] }),
};
const hubSays = (asked: boolean, ...hits: ReturnType<typeof hit>[]) => ({
  'customer.search-hub': () => ({ ok: true as const, value: { asked, hits } }),
});

it.each([
  ['fr', 'serveur central'],
  ['en', 'central server'],
] as const)(
  '[CACHE-16] whom only the hub knows stands after those here, marked (%s)',
  async (language, mark) => {
    const hub = hubSays(true, hit(helene, 'Hélène Vasseur'), hit(other, 'Hélène Vassal'));
    const { engine, user, services } = openApp({ language, answers: { ...here, ...hub } });
    await user.keyboard('{Control>}k{/Control}vass');
    const row = await screen.findByRole('option', { name: /Hélène Vassal/ });
    expect(within(row).getByText(mark)).toBeDefined();
    const rows = screen.getAllByRole('option').map((one) => one.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).not.toMatch(mark);
    expect(engine.inputs('customer.search-hub')).toEqual([{ text: 'vass', limit: 5 }]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: other });
    await waitFor(() => expect(engine.inputs('customer.open')).toEqual([{ customerId: other }]));
  },
);

it.each([
  ['fr', here, /^Seul ce poste a été cherché/],
  ['fr', {}, /^Personne de ce nom sur ce poste ; le serveur central n’a pas pu être interrogé/],
  ['en', here, /^Only this desktop was searched/],
  ['en', {}, /the central server could not be asked/],
] as const)(
  '[CACHE-16] it says in plain words that the hub was not asked (%s)',
  async (language, answers, words) => {
    const { user } = openApp({ language, answers: { ...answers, ...hubSays(false) } });
    await user.keyboard('{Control>}k{/Control}vass');
    expect(await screen.findByText(words)).toBeDefined();
  },
);

it('[CACHE-16] two letters are not asked of the hub', async () => {
  const { engine, user } = openApp({ answers: { ...here, ...hubSays(true) } });
  await user.keyboard('{Control>}k{/Control}va');
  await screen.findByRole('option', { name: /Hélène Vasseur/ });
  await user.keyboard('s');
  await screen.findByRole('option', { name: /Hélène Vasseur/ });
  expect(engine.inputs('customer.search-hub').map(({ text }) => text)).not.toContain('va');
});

it.each([
  ['offline', /le serveur central n’a pas pu être interrogé/],
  ['online', /ne la connaît pas non plus/],
] as const)(
  '[CACHE-16] a record that is nowhere says whether the hub was asked (%s)',
  async (hub, words) => {
    const { services, deliver } = openApp({ bundles: [] });
    deliver('sync', { ...quiet.sync, hub });
    services.screen.setState({ screen: 'customers', customerId: other });
    expect(await screen.findByText(words)).toBeDefined();
  },
);

it('[UI-41] rows stand under headings, are counted, and Ctrl with a digit takes one', async () => {
  const hub = hubSays(true, hit(other, 'Hélène Vassal'));
  const { user, services } = openApp({ answers: { ...here, ...hub } });
  await user.keyboard('{Control>}k{/Control}vass');
  const group = await screen.findByRole('group', { name: 'Au serveur central' });
  expect(within(group).getByRole('option', { name: /Hélène Vassal/ })).toBeDefined();
  expect(
    within(screen.getByRole('group', { name: 'Clients' })).getAllByRole('option'),
  ).toHaveLength(1);
  expect(screen.getByText('2 résultats')).toBeDefined();
  await user.keyboard('{Control>}2{/Control}');
  expect(services.screen.getState()).toMatchObject({ screen: 'customers', customerId: other });
});
