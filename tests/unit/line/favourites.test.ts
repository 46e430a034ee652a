import { randomUUID } from 'node:crypto';
import { Favourites } from '@renderer/engine/shift/favourites.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { expect, it } from 'vitest';

const shop: Favourite = {
  kind: 'outside',
  ref: '+33199006122',
  number: '+33199006122',
  name: null,
};
const queue: Favourite = {
  kind: 'queue',
  ref: '+33199004110',
  number: '+33199004110',
  name: 'SAV',
};
const setting = (favourite: Favourite, starred: boolean): Mutation => ({
  id: randomUUID(),
  orderKey: 'favourites',
  madeAt: '2026-11-05T10:00:00.000Z',
  kind: 'favourite.set',
  payload: { ...favourite, starred, at: '2026-11-05T10:00:00.000Z' },
});

const start = async (kept: unknown = null) => {
  const world = {
    hub: null as readonly Favourite[] | null,
    kept,
    pending: [] as Mutation[],
    shown: [] as readonly Favourite[],
  };
  const favourites = new Favourites({
    hub: {
      ask: async () =>
        world.hub === null
          ? (fail('hub-unreachable') as never)
          : (succeed({ favourites: world.hub }) as never),
    },
    cache: {
      read: async () => world.kept,
      keep: async (_, value) => {
        world.kept = value;
      },
    },
    pending: () => world.pending,
    show: (shown) => {
      world.shown = shown;
    },
  });
  await favourites.open();
  return { world, favourites };
};

it('[FAV-3] a change made without the hub is seen at once, and after a restart', async () => {
  const { world, favourites } = await start({ favourites: [shop] });
  expect(world.shown).toEqual([shop]);
  const change = setting(queue, true);
  world.pending.push(change);
  favourites.note([change]);
  await favourites.refresh();
  expect(world.shown).toEqual([shop, queue]);
  const next = await start(world.kept);
  expect(next.world.shown).toEqual([shop, queue]);
});

it('[FAV-3] what the hub says counts, with her own waiting changes on top', async () => {
  const { world, favourites } = await start({ favourites: [shop] });
  world.pending.push(setting(shop, false));
  world.hub = [shop, queue];
  await favourites.refresh();
  expect(world.shown).toEqual([queue]);
  world.pending.length = 0;
  world.hub = [queue];
  await favourites.refresh();
  expect(world.shown).toEqual([queue]);
});
