import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { colleagues } from './support/colleagues.ts';
import { at, helene } from './support/helene.ts';
import { openApp } from './support/open-app.tsx';
import { talkingCall, talkingWork } from './support/slices.ts';

const [claire] = colleagues;
const claireStarred: Favourite = {
  kind: 'person',
  ref: claire?.userId ?? '',
  number: claire?.extension ?? '',
  name: 'Claire Nédélec',
};
const shop: Favourite = {
  kind: 'outside',
  ref: '+33199006122',
  number: '+33199006122',
  name: 'Boutique de Brest',
};
const recent = (number: string, customerId: string | null) => ({
  number,
  name: customerId === null ? null : 'Hélène Vasseur',
  customerId,
  brandId: 'kerdoual',
  direction: 'inbound' as const,
  outcome: 'answered' as const,
  failure: null,
  startedAt: at('2026-11-05T11:30:00'),
});
const answers = {
  'colleagues.list': () => ({
    ok: true as const,
    value: { colleagues: [...colleagues], known: true },
  }),
  'customer.recent': () => ({
    ok: true as const,
    value: [
      recent('+33639984117', helene),
      { ...recent('+33199006155', null), direction: 'outbound' as const },
    ],
  }),
};
const inTransfer = async (favourites: Favourite[], language: 'fr' | 'en' = 'fr') => {
  const slices = { calls: [talkingCall()], work: [talkingWork()], favourites };
  const app = openApp({ slices, answers, language });
  await app.user.keyboard('{F6}');
  await screen.findByRole('option', { name: /Sarah Klein/ });
  return app;
};
const options = () => screen.getAllByRole('option').map((one) => one.textContent ?? '');

it('[FAV-2] favourites stand first in the transfer panel, whatever their state', async () => {
  await inTransfer([claireStarred, shop]);
  expect(options().slice(0, 2).join()).toMatch(/Claire Nédélec/);
  expect(options().slice(0, 2).join()).toMatch(/Boutique de Brest.*01.99.00.61.22/);
  expect(screen.getByRole('group', { name: 'Favoris' })).toBeTruthy();
});

it('[FAV-1] Alt+F stars the chosen row, and the choice stays on it when it moves', async () => {
  const { engine, user, deliver } = await inTransfer([], 'en');
  await user.keyboard('claire{Alt>}f{/Alt}');
  const expected = { ...claireStarred, starred: true };
  expect(engine.inputs('favourites.set')).toEqual([expected]);
  deliver('favourites', [claireStarred]);
  await user.clear(screen.getByRole('combobox', { name: /queue or number/ }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Alt>}f{/Alt}');
  const second = engine.inputs('favourites.set')[1];
  if (second === undefined) throw new Error('nothing was starred');
  const { starred: _, ...favourite } = second;
  const place = () => options().findIndex((text) => text.includes(favourite.name ?? ''));
  const before = place();
  deliver('favourites', [favourite, claireStarred]);
  expect(place()).toBeLessThan(before);
  const list = within(screen.getByRole('listbox', { name: 'Whom the call goes to' }));
  expect(list.getByRole('option', { selected: true }).textContent).toContain(favourite.name);
});

it('[FAV-1] the pointer takes one out without calling it', async () => {
  const { engine } = await inTransfer([shop]);
  const row = screen.getByRole('option', { name: /Boutique de Brest/ });
  fireEvent.pointerDown(row.querySelector('[title="retirer des favoris"]') as Element);
  expect(engine.inputs('favourites.set')).toEqual([{ ...shop, starred: false }]);
  expect(engine.inputs('call.consult')).toEqual([]);
});

it('[FAV-2] [REDIAL-3] the search offers favourites first; Enter still means the last number', async () => {
  const { engine, user } = openApp({ slices: { favourites: [shop] }, answers });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  expect(options()[0]).toContain('Boutique de Brest');
  expect(options()[1]).toMatch(/reçu.*Hélène Vasseur.*Répondu.*11:30/);
  expect(options()[2]).toMatch(/appelé.*01.99.00.61.55/);
  await user.keyboard('{Enter}');
  expect(engine.inputs('call.dial')).toMatchObject([{ number: '+33639984117' }]);
});

it('[FAV-2] [FAV-6] a name typed finds favourites, then colleagues, and calls them', async () => {
  const { engine, user } = openApp({ slices: { favourites: [shop] }, answers });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  await user.keyboard('brest');
  await waitFor(() => expect(options()[0]).toContain('Boutique de Brest'));
  await user.clear(screen.getByRole('combobox'));
  await user.keyboard('nedelec');
  await waitFor(() => expect(options()[0]).toMatch(/Claire Nédélec.*SAV niveau 2 · 6013/));
  await user.keyboard('{Enter}');
  expect(engine.inputs('call.dial')).toEqual([
    { number: '6013', brandId: null, customerId: null, callbackId: null },
  ]);
});

it('[FAV-5] a last number is starred, but not a customer’s', async () => {
  const { engine, user } = openApp({ answers });
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  await user.keyboard('{Alt>}f{/Alt}');
  expect(engine.inputs('favourites.set')).toEqual([]);
  await user.keyboard('{ArrowDown}{Alt>}f{/Alt}');
  const number = '+33199006155';
  expect(engine.inputs('favourites.set')).toEqual([
    { kind: 'outside', ref: number, number, name: null, starred: true },
  ]);
});

it('[REDIAL-2] Shift+F2 calls the number she called last, and nobody in a talk', async () => {
  const { engine, user, deliver } = openApp({ answers });
  await user.keyboard('{Shift>}{F2}{/Shift}');
  await waitFor(() =>
    expect(engine.inputs('call.dial')).toEqual([
      { number: '+33199006155', brandId: 'kerdoual', customerId: null, callbackId: null },
    ]),
  );
  deliver('calls', [talkingCall()]);
  await user.keyboard('{Shift>}{F2}{/Shift}');
  expect(engine.inputs('call.dial')).toHaveLength(1);
});
