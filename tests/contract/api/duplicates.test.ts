import type { Session } from '@shared/contracts/http/auth.ts';
import { likenessesSchema } from '@shared/contracts/http/duplicates.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCard, get, listed, lookAtAll, post } from './cards-and-decisions.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let nadia: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
});
afterAll(() => hub.close());

const mobile = (last: number) => [
  { e164: `+3363998${String(4000 + last)}`, label: 'mobile' as const },
];
const pairsOf = async (id: string, query = '') =>
  (await listed(hub, nadia, query)).filter(({ one, other }) => [one.id, other.id].includes(id));

it('[IDENT-16] [IDENT-17] a push and a row of the database are compared with who shares a key', async () => {
  const anne = await addCard(hub, camille, { phones: mobile(1) });
  const stranger = await addCard(hub, camille, {
    firstName: 'Paul',
    lastName: 'Robin',
    phones: mobile(2),
  });
  const again = await addCard(hub, camille, { lastName: 'LEGALL', phones: mobile(1) });
  await lookAtAll(hub);
  const [pair, ...others] = await pairsOf(anne.id);
  expect(others).toEqual([]);
  expect(pair).toMatchObject({
    verdict: 'certain',
    for: ['same-name', 'same-mobile'],
    against: [],
  });
  expect([pair?.one.id, pair?.other.id].sort()).toEqual([anne.id, again.id].sort());
  expect(await pairsOf(stranger.id)).toEqual([]);
  const { database } = hub;
  await sql`update customers set emails = '{"anne.legall@exemple.fr"}' where id in (${anne.id}, ${stranger.id})`.execute(
    database.db,
  );
  await sql`update customers set first_name = 'Anne', last_name = 'Le Gall' where id = ${stranger.id}`.execute(
    database.db,
  );
  await lookAtAll(hub);
  expect((await pairsOf(stranger.id)).map(({ verdict }) => verdict)).toContain('certain');
  const ofOtherBrand = await pairsOf(anne.id, '&brandId=lorvane');
  expect(ofOtherBrand).toEqual([]);
});

const correct = (customerId: string, base: object, change: object) =>
  push(hub, camille, [
    mutation(hub, { kind: 'customer.change', payload: { customerId, base, change } }),
  ]);

it('[IDENT-18] a dismissed pair stays so after small changes, and comes back when it looks more alike', async () => {
  const place = {
    lines: ['3 rue du Port'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: null,
    country: 'FR',
  };
  const luc = { firstName: 'Luc', lastName: 'Kerbrat', address: place };
  const one = await addCard(hub, camille, luc);
  const other = await addCard(hub, camille, luc);
  await lookAtAll(hub);
  expect((await pairsOf(one.id))[0]?.verdict).toBe('probable');
  const said = await post(hub, nadia, `${routes.duplicates}/dismiss`, {
    oneId: other.id,
    otherId: one.id,
  });
  expect(said.statusCode).toBe(204);
  await correct(one.id, { firstName: 'Luc' }, { firstName: 'LUC' });
  await lookAtAll(hub);
  expect(await pairsOf(one.id)).toEqual([]);
  expect(await pairsOf(one.id, '&status=dismissed')).toHaveLength(1);
  await correct(one.id, { emails: [] }, { emails: ['luc.kerbrat@exemple.fr'] });
  await correct(other.id, { emails: [] }, { emails: ['Luc.Kerbrat@exemple.fr'] });
  await lookAtAll(hub);
  expect((await pairsOf(one.id))[0]?.verdict).toBe('certain');
});

it('[IDENT-19] a change that makes two unlike ends the proposal, a report does not end', async () => {
  const one = await addCard(hub, camille, {
    firstName: 'Zoé',
    lastName: 'Quéré',
    phones: mobile(3),
  });
  const other = await addCard(hub, camille, {
    firstName: 'Zoé',
    lastName: 'Quéré',
    phones: mobile(3),
  });
  await lookAtAll(hub);
  expect(await pairsOf(one.id)).toHaveLength(1);
  await correct(other.id, { phones: mobile(3) }, { phones: mobile(4) });
  await lookAtAll(hub);
  expect(await pairsOf(one.id)).toEqual([]);
  await post(hub, camille, `${routes.duplicates}/report`, { oneId: one.id, otherId: other.id });
  await correct(other.id, { phones: mobile(4) }, { phones: mobile(5) });
  await lookAtAll(hub);
  expect(await pairsOf(one.id)).toHaveLength(1);
});

it('[IDENT-20] an advisor reports, and sees whom else a card probably is', async () => {
  const one = await addCard(hub, camille, {
    firstName: 'Ivan',
    lastName: 'Moreau',
    phones: mobile(6),
  });
  const other = await addCard(hub, camille, {
    firstName: 'I.',
    lastName: 'Moreau',
    phones: mobile(6),
  });
  const distant = await addCard(hub, camille, { firstName: 'Ivana', lastName: 'Moro' });
  await lookAtAll(hub);
  const seen = async () => {
    const answer = await get(hub, camille, `${routes.customers}/${one.id}/likenesses`);
    return likenessesSchema.parse(answer.json()).likenesses;
  };
  expect(await seen()).toMatchObject([
    { customerId: other.id, name: 'I. Moreau', verdict: 'probable', reported: false },
  ]);
  const body = { oneId: one.id, otherId: other.id };
  expect((await post(hub, camille, `${routes.duplicates}/report`, body)).statusCode).toBe(204);
  expect((await seen())[0]?.reported).toBe(true);
  expect((await listed(hub, nadia))[0]?.reportedBy).toBe(camille.user.id);
  const unlike = { oneId: one.id, otherId: distant.id };
  expect((await post(hub, camille, `${routes.duplicates}/report`, unlike)).statusCode).toBe(204);
  const nobody = { oneId: one.id, otherId: hub.newId() };
  expect((await post(hub, camille, `${routes.duplicates}/report`, nobody)).statusCode).toBe(404);
  const decide = await hub.app.inject({ url: routes.duplicates, headers: bearer(camille) });
  expect(decide.statusCode).toBe(403);
});
