import { fail, succeed } from '@shared/kernel/result.ts';
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { sampleMap } from '../gallery/map-states.ts';
import { states } from '../gallery/states.ts';
import { listing } from './support/duplicates.ts';
import { openApp } from './support/open-app.tsx';
import { quiet } from './support/slices.ts';

const away = { ...quiet.sync, hub: 'offline' as const };

it.each([
  ['fr', 'duplicates', /^Le serveur ne répond pas/, 'Doublons'],
  ['en', 'duplicates', /^The server does not answer/, 'Duplicates'],
  ['fr', 'channel-map', /^Serveur injoignable/, 'Où un échange casse, et où il reprend'],
  ['en', 'channel-map', /^Hub unreachable/, 'Where an exchange breaks, and where it goes on'],
  ['fr', 'imports', /^Les imports se font en ligne/, 'Imports précédents'],
  ['en', 'imports', /^Imports are made online/, 'Earlier imports'],
] as const)(
  '[UI-46] the hub is away, and back (%s, %s)',
  async (language, name, words, heading) => {
    let isThere = false;
    const from = <Value,>(value: Value) =>
      isThere ? succeed(value) : fail('hub-unreachable' as const);
    const { services, deliver } = openApp({
      language,
      slices: { ...states['admin']?.slices, sync: away },
      answers: {
        'duplicates.list': () => from(listing),
        'measures.channel-map': () => from(sampleMap),
        'imports.list': () => from({ imports: [] }),
      },
    });
    act(() => services.screen.setState({ screen: name }));
    const main = within(await screen.findByRole('main'));
    expect(await main.findByText(words)).toBeDefined();
    expect(services.screen.getState().failure).toBeNull();
    isThere = true;
    deliver('sync', quiet.sync);
    expect(await screen.findByRole('heading', { name: heading })).toBeDefined();
    expect(screen.queryByText(words)).toBeNull();
  },
);

it.each([
  ['fr', 'Marque'],
  ['en', 'Brand'],
] as const)('[UI-47] twelve brands are chosen from a list (%s)', async (language, label) => {
  const { user, engine } = openApp({
    language,
    slices: states['long-map']?.slices ?? {},
    answers: { 'measures.channel-map': () => succeed(sampleMap) },
  });
  await user.click(
    screen.getByRole('button', { name: language === 'fr' ? 'Parcours' : 'Journeys' }),
  );
  const list = await screen.findByRole('combobox', { name: label });
  expect(within(list).getAllByRole('option')).toHaveLength(13);
  await user.selectOptions(list, 'brand-7');
  expect(engine.inputs('measures.channel-map').at(-1)).toMatchObject({ brandId: 'brand-7' });
});
