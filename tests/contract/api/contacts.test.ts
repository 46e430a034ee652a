import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCard, get, mergeCards, partCards, readCard } from './cards-and-decisions.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const switchboard = [{ e164: '+33199007399', label: 'work' as const }];
const contact = {
  function: 'Comptable',
  directLine: '+33199007398',
  since: '2024-01-01',
  until: null,
};
const put = (companyId: string, contactId: string, body: object, who = camille) =>
  hub.app.inject({
    method: 'PUT',
    url: `${routes.customers}/${companyId}/contacts/${contactId}`,
    headers: bearer(who),
    payload: body,
  });
const garageAndAnne = async () => {
  const garage = await addCard(hub, camille, {
    kind: 'company',
    companyName: 'Garage Petitjean',
    phones: switchboard,
  });
  const anne = await addCard(hub, camille);
  const contactId = hub.newId();
  const said = await put(garage.id, contactId, { ...contact, personId: anne.id });
  expect(said.statusCode).toBe(204);
  return { garage, anne, contactId };
};

it('[IDENT-33] both cards tell it, and a new name reaches the other', async () => {
  await hub.settle();
  const start = await get(hub, camille, `${routes.bootstrap}?limit=1&protocol=2`);
  const { garage, anne, contactId } = await garageAndAnne();
  const link = { ...contact, id: contactId };
  expect((await readCard(hub, camille, garage.id)).links).toEqual([
    { ...link, customerId: anne.id, as: 'contact', name: 'Anne Le Gall' },
  ]);
  expect((await readCard(hub, camille, anne.id)).links).toEqual([
    { ...link, customerId: garage.id, as: 'company', name: 'Garage Petitjean' },
  ]);
  let { cursor } = start.json();
  const changed = async (): Promise<string[]> => {
    await hub.settle();
    const answer = await get(hub, camille, `${routes.pull}?cursor=${cursor}&protocol=2`);
    const page = pullResponseSchema.parse(answer.json());
    cursor = page.cursor;
    return page.changes.flatMap(({ entity, id }) => (entity === 'customer' ? [id] : [])).sort();
  };
  expect(await changed()).toEqual([garage.id, anne.id].sort());
  await put(garage.id, contactId, { ...contact, personId: anne.id, until: '2026-10-31' });
  expect(await changed()).toEqual([garage.id, anne.id].sort());
  const payload = {
    customerId: anne.id,
    base: { lastName: 'Le Gall' },
    change: { lastName: 'Riou' },
  };
  await push(hub, camille, [mutation(hub, { kind: 'customer.change', payload })]);
  expect(await changed()).toEqual([garage.id, anne.id].sort());
  expect((await readCard(hub, camille, garage.id)).links?.[0]).toMatchObject({
    name: 'Anne Riou',
    until: '2026-10-31',
  });
});

it('[IDENT-33] a link follows a merging and comes back when they part', async () => {
  const { garage, anne } = await garageAndAnne();
  const again = await addCard(hub, camille);
  const mergeId = await mergeCards(hub, agathe, again.id, anne.id);
  expect((await readCard(hub, camille, garage.id)).links?.[0]?.customerId).toBe(again.id);
  await partCards(hub, agathe, mergeId);
  expect((await readCard(hub, camille, garage.id)).links?.[0]?.customerId).toBe(anne.id);
  expect((await readCard(hub, camille, again.id)).links).toBeUndefined();
});

it('[IDENT-34] written by who sees both, of a person and a company, and named to nobody else', async () => {
  const { garage, anne, contactId } = await garageAndAnne();
  const id = hub.newId();
  expect((await put(anne.id, id, { ...contact, personId: garage.id })).statusCode).toBe(400);
  expect((await put(garage.id, id, { ...contact, personId: hub.newId() })).statusCode).toBe(404);
  const url = `${routes.customers}/${garage.id}/contacts`;
  const remove = (one: string) =>
    hub.app.inject({ method: 'DELETE', url: `${url}/${one}`, headers: bearer(camille) });
  expect((await remove(id)).statusCode).toBe(404);
  const { db } = hub.database;
  await db
    .updateTable('customers')
    .set({ brand_ids: ['lorvane'] })
    .where('id', '=', anne.id)
    .execute();
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  await db
    .deleteFrom('user_brands')
    .where('user_id', '=', nadia.user.id)
    .where('brand_id', '!=', 'kerdoual')
    .execute();
  expect((await readCard(hub, nadia, garage.id)).links).toBeUndefined();
  expect((await put(garage.id, id, { ...contact, personId: anne.id }, nadia)).statusCode).toBe(404);
  expect((await remove(contactId)).statusCode).toBe(204);
  expect((await readCard(hub, camille, garage.id)).links).toBeUndefined();
});

it('[IDENT-35] a look-up of the switchboard brings who speaks there, and not who has left', async () => {
  const { garage, anne, contactId } = await garageAndAnne();
  const found = async () => {
    const number = encodeURIComponent(switchboard[0]?.e164 ?? '');
    const answer = await get(hub, camille, `${routes.lookUp}?number=${number}&protocol=2`);
    return answer.json().bundles.map(({ customer }: { customer: { id: string } }) => customer.id);
  };
  expect(await found()).toEqual(expect.arrayContaining([garage.id, anne.id]));
  await put(garage.id, contactId, { ...contact, personId: anne.id, until: '2026-10-31' });
  expect(await found()).not.toContain(anne.id);
});

it('[IDENT-43] a new person has her card with the contact, once however often it is told', async () => {
  const garage = await addCard(hub, camille, {
    kind: 'company',
    companyName: 'Garage Morvan',
    phones: switchboard,
  });
  const contactId = hub.newId();
  const person = { civility: 'mme', firstName: 'Odile', lastName: 'Morvan', email: 'o@exemple.fr' };
  for (const said of [contact, { ...contact, function: 'Gérante' }]) {
    expect((await put(garage.id, contactId, { ...said, person })).statusCode).toBe(204);
  }
  const [link, ...more] = (await readCard(hub, camille, garage.id)).links ?? [];
  expect(more).toEqual([]);
  expect(link).toMatchObject({ name: 'Odile Morvan', function: 'Gérante' });
  const card = await readCard(hub, camille, link?.customerId ?? '');
  expect(card).toMatchObject({ kind: 'person', emails: ['o@exemple.fr'] });
  expect(card.relations.map(({ brandId }) => brandId)).toEqual(['kerdoual']);
  const found = await hub.database.db
    .selectFrom('customers')
    .select('id')
    .where('last_name', '=', 'Morvan')
    .execute();
  expect(found).toHaveLength(1);
  const wrong = async (body: object) => (await put(garage.id, hub.newId(), body)).json();
  expect((await wrong(contact)).issues[0].path).toBe('body/personId');
  expect((await wrong({ ...contact, person, personId: card.id })).issues[0].path).toBe(
    'body/personId',
  );
  expect((await wrong({ ...contact, person, until: '2020-01-01' })).issues[0].path).toBe(
    'body/until',
  );
  expect((await wrong({ ...contact, person: { ...person, email: 'x' } })).issues[0].path).toBe(
    'body/person/email',
  );
});
