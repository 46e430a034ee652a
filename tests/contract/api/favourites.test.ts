import type { Session } from '@shared/contracts/http/auth.ts';
import { favouritesSchema } from '@shared/contracts/http/favourites.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(() => hub.close());

const outside = (number: string, name: string | null = null): Favourite => ({
  kind: 'outside',
  ref: number,
  number,
  name,
});
const set = async (favourite: Favourite, starred: boolean, at: string, who = camille) => {
  const payload = { ...favourite, starred, at };
  const answers = await push(hub, who, [mutation(hub, { kind: 'favourite.set', payload })]);
  expect(answers.map(({ status }) => status)).toEqual(['accepted']);
};
const list = async (who = camille): Promise<Favourite[]> => {
  const answer = await hub.app.inject({ url: routes.favourites, headers: bearer(who) });
  expect(answer.statusCode).toBe(200);
  return favouritesSchema.parse(answer.json()).favourites;
};
const at = (minute: number) => `2026-11-05T10:${String(minute).padStart(2, '0')}:00.000Z`;

it('[FAV-3] each has her own, the oldest star first, and the later change of two counts', async () => {
  const [shop, depot] = [outside('+33199006122', 'Boutique de Brest'), outside('+33199006130')];
  await set(shop, true, at(1));
  await set(depot, true, at(2));
  expect(await list()).toEqual([shop, depot]);
  expect(await list(yanis)).toEqual([]);
  await set(shop, false, at(5));
  // Made before, and sent by a desktop that was away.
  await set(shop, true, at(4));
  expect(await list()).toEqual([depot]);
  await set(shop, true, at(6));
  expect(await list()).toEqual([depot, shop]);
});

it('[FAV-4] a colleague has today’s name and extension, and goes with the account', async () => {
  const person = { kind: 'person', ref: yanis.user.id, number: '9999', name: 'Y.' } as const;
  await set(person, true, at(1));
  const [found] = await list();
  expect(found).toMatchObject({ ref: yanis.user.id, name: 'Yanis Morel', number: '6002' });
  await hub.database.db
    .updateTable('users')
    .set({ active: false })
    .where('id', '=', yanis.user.id)
    .execute();
  expect((await list()).some(({ kind }) => kind === 'person')).toBe(false);
});
