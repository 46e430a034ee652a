import { followingColumns } from '@api/db/follow-merges.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { mergesSchema } from '@shared/contracts/http/duplicates.ts';
import { intakeMediaType } from '@shared/contracts/http/intake.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCard, get, mergeCards, partCards, post, readCard } from './cards-and-decisions.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { happened, known, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const mobile = (e164: string) => ({ e164, label: 'mobile' as const });
const here = mobile('+33639981001');
const there = mobile('+33639981002');
const send = (...bodies: Parameters<typeof mutation>[1][]) =>
  push(
    hub,
    camille,
    bodies.map((body) => mutation(hub, body)),
  );
const bundleOf = async (id: string) =>
  (await get(hub, camille, `${routes.lookUp}?id=${id}`)).json().bundles[0];
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();

const twoCards = async () => {
  const one = await addCard(hub, camille, { phones: [here], emails: ['anne@exemple.fr'] });
  const other = await addCard(hub, camille, {
    firstName: 'Annie',
    phones: [there, here],
    emails: [],
  });
  return [one.id, other.id] as const;
};
const recorded = async (customerId: string, change = {}) => {
  const payload = make.someInteraction(hub.newId(), { customerId, ...change });
  const [answer] = await send({ kind: 'interaction.record', payload });
  expect(answer?.status).toBe('accepted');
  return payload.id;
};

describe('merging', () => {
  it('[IDENT-21] all of both is one', async () => {
    const [one, other] = await twoCards();
    const calls = [await recorded(one), await recorded(other)];
    const [file, promise] = [
      make.someCase(hub.newId(), other),
      make.someCallback(hub.newId(), other),
    ];
    await send({ kind: 'case.open', payload: file }, { kind: 'callback.create', payload: promise });
    const change = { base: { lastName: 'Le Gall' }, change: { lastName: 'Legall' } };
    await send({ kind: 'customer.change', payload: { customerId: other, ...change } });
    await mergeCards(hub, agathe, one, other);
    const bundle = await bundleOf(one);
    expect(bundle.customer.phones).toEqual([here, there]);
    expect(bundle.customer.emails).toEqual(['anne@exemple.fr']);
    expect(idsOf(bundle.interactions)).toEqual([...calls].sort());
    expect(idsOf(bundle.cases)).toEqual([file.id]);
    expect(idsOf(bundle.callbacks)).toEqual([promise.id]);
    const history = await get(hub, agathe, `${routes.customers}/${one}/history`);
    const fields = history.json().changes.map(({ field }: { field: string }) => field);
    for (const field of ['lastName', 'merged', 'merged-into', 'phones'])
      expect(fields).toContain(field);
  });

  it('[IDENT-22] fields as chosen, or the newest confirmed, and never nothing', async () => {
    const [one, other] = await twoCards();
    const address = {
      lines: ['3 rue du Port'],
      postcode: '29200',
      commune: 'Brest',
      inseeCode: null,
      country: 'FR',
    };
    hub.clock.advance(1000);
    await send({
      kind: 'customer.change',
      payload: {
        customerId: other,
        base: { address: null, civility: 'mme', language: 'fr' },
        change: { address, civility: 'none', language: 'en' },
      },
    });
    await mergeCards(hub, agathe, one, other, { firstName: 'absorbed', phones: 'survivor' });
    expect(await readCard(hub, camille, one)).toMatchObject({
      firstName: 'Annie',
      phones: [here],
      address,
      language: 'en',
      civility: 'mme',
    });
  });

  it('[IDENT-23] an opposition holds although the other card consented later', async () => {
    const [one, other] = await twoCards();
    const said = (customerId: string, status: 'given' | 'opposed', givenAt: string) => ({
      kind: 'consent.record' as const,
      payload: { ...make.someConsent(hub.newId(), customerId), status, givenAt },
    });
    await send(
      said(one, 'given', '2026-06-01T08:00:00.000Z'),
      said(other, 'opposed', '2025-01-01T08:00:00.000Z'),
    );
    const mergeId = await mergeCards(hub, agathe, one, other);
    const consents = (await bundleOf(one)).consents as { status: string; givenAt: string }[];
    expect(consents).toHaveLength(3);
    const latest = consents.reduce((a, b) => (a.givenAt > b.givenAt ? a : b));
    expect(latest.status).toBe('opposed');
    await partCards(hub, agathe, mergeId);
    expect((await bundleOf(one)).consents).toMatchObject([{ status: 'given' }]);
    expect((await bundleOf(other)).consents).toMatchObject([{ status: 'opposed' }]);
  });
});

describe('the other id', () => {
  it('[IDENT-24] is read, looked up and written as the card that shows it, once', async () => {
    const [one, other] = await twoCards();
    await mergeCards(hub, agathe, one, other);
    expect((await readCard(hub, camille, other)).id).toBe(one);
    expect((await bundleOf(other)).customer.id).toBe(one);
    const call = await recorded(other);
    const late = mutation(hub, {
      kind: 'case.open',
      payload: make.someCase(hub.newId(), other),
    });
    await push(hub, camille, [late]);
    await push(hub, camille, [late]);
    const taken = make.someInteraction(hub.newId(), { customerId: other, channel: 'email' });
    const answer = await hub.app.inject({
      method: 'POST',
      url: routes.intake,
      headers: { ...bearer(agathe), 'content-type': intakeMediaType },
      payload: JSON.stringify(taken),
    });
    expect(answer.json()).toMatchObject({ taken: 1, refused: [] });
    const loose = await recorded(null as never);
    const wrapUp = {
      interactionId: loose,
      customerId: other,
      reasonCode: 'conseil',
      dispositionCode: 'renseigne',
    };
    const rest = {
      notes: [],
      caseId: null,
      speech: null,
      wrapUpEndedAt: '2026-11-05T12:00:00.000Z',
    };
    const [wrapped] = await send({ kind: 'interaction.wrap-up', payload: { ...wrapUp, ...rest } });
    expect(wrapped?.status).toBe('accepted');
    const bundle = await bundleOf(one);
    expect(idsOf(bundle.interactions)).toEqual([call, taken.id, loose].sort());
    expect(bundle.cases).toHaveLength(1);
    expect(bundle.cases[0].customerId).toBe(one);
  });

  it('[IDENT-24] a source that knows her by its own name reaches the card that shows her', async () => {
    const shop = await makeSource(hub, agathe, { brandIds: ['kerdoual', 'lorvane'] });
    const ref = hub.newId();
    const named = { firstName: 'Nolwenn', lastName: 'Kerbrat', phones: ['+33639981077'] };
    await tell(hub, shop, known(ref, named));
    const { customers } = (await get(hub, agathe, `${routes.customers}?name=Nolwenn`)).json();
    const other: string = customers[0].id;
    const one = (await addCard(hub, camille, { lastName: 'Kerbrat' })).id;
    await mergeCards(hub, agathe, one, other);
    const order = { customer: { ref, emails: ['nolwenn@exemple.fr'] }, title: 'Sa demande' };
    const told = await tell(hub, shop, happened(hub.newId(), { ...order, brandId: 'lorvane' }));
    expect(told.json().status).toBe('applied');
    const bundle = await bundleOf(one);
    expect(bundle.interactions).toMatchObject([{ title: 'Sa demande', customerId: one }]);
    expect(bundle.customer.emails).toContain('nolwenn@exemple.fr');
    const { brand_ids } = await hub.database.db
      .selectFrom('customers')
      .select('brand_ids')
      .where('id', '=', other)
      .executeTakeFirstOrThrow();
    expect(brand_ids).toEqual([]);
  });

  it('[IDENT-25] a correction for it adds and takes off what it meant', async () => {
    const [one, other] = await twoCards();
    await mergeCards(hub, agathe, one, other, { firstName: 'survivor' });
    const added = mobile('+33639981003');
    const [answer] = await send({
      kind: 'customer.change',
      payload: {
        customerId: other,
        base: { phones: [there, here] },
        change: { phones: [here, added] },
      },
    });
    expect(answer?.status).toBe('accepted');
    expect((await readCard(hub, camille, one)).phones).toEqual([here, added]);
    const [clash] = await send({
      kind: 'customer.change',
      payload: { customerId: other, base: { firstName: 'Annie' }, change: { firstName: 'Anna' } },
    });
    expect(clash).toMatchObject({ status: 'superseded', current: { id: one, firstName: 'Anne' } });
  });
});

describe('parting', () => {
  it('[IDENT-27] what came later stays, unless it names only the other', async () => {
    const [one, other] = await twoCards();
    const file = make.someCase(hub.newId(), other);
    await send({ kind: 'case.open', payload: file });
    const mergeId = await mergeCards(hub, agathe, one, other);
    const from = (customerNumber: string) => ({
      call: {
        callUid: null,
        customerNumber,
        numberHidden: false,
        calledNumber: null,
        answeredAt: null,
        endedBy: null,
        failure: null,
        sipStatus: null,
        heldMs: 0,
        transferredTo: null,
        training: false,
      },
    });
    const hers = [await recorded(one), await recorded(one, from(here.e164))];
    const others = [
      await recorded(one, from(there.e164)),
      await recorded(one, { caseId: file.id }),
      await recorded(other),
    ];
    const createdAt = new Date(hub.clock.now()).toISOString();
    const promise = make.someCallback(hub.newId(), one, { number: there.e164, createdAt });
    await send({ kind: 'callback.create', payload: promise });
    await partCards(hub, agathe, mergeId);
    expect(idsOf((await bundleOf(one)).interactions)).toEqual([...hers].sort());
    const parted = await bundleOf(other);
    expect(idsOf(parted.interactions)).toEqual([...others].sort());
    expect(idsOf(parted.callbacks)).toEqual([promise.id]);
    expect(parted.customer.partedFrom).toBe(one);
  });

  it('[IDENT-28] corrections of the combined card stay with the survivor', async () => {
    const [one, other] = await twoCards();
    const mergeId = await mergeCards(hub, agathe, one, other, { firstName: 'absorbed' });
    const added = mobile('+33639981004');
    const base = { firstName: 'Annie', phones: [here, there] };
    const change = { firstName: 'Annick', phones: [there, added] };
    await send({ kind: 'customer.change', payload: { customerId: one, base, change } });
    await partCards(hub, agathe, mergeId);
    expect(await readCard(hub, camille, one)).toMatchObject({
      firstName: 'Annick',
      phones: [added],
    });
    expect(await readCard(hub, camille, other)).toMatchObject({
      firstName: 'Annie',
      phones: [there, here],
    });
  });
});

it('[IDENT-30] once however often, by those who see every brand, with a trace', async () => {
  const [one, other] = await twoCards();
  const payload = { id: hub.newId(), survivorId: one, absorbedId: other };
  const merge = (who: Session, body: object = payload) => post(hub, who, routes.merges, body);
  expect((await merge(camille)).statusCode).toBe(403);
  const [first, second] = await Promise.all([merge(agathe), merge(agathe)]);
  expect([first?.json(), second?.json()]).toEqual([first?.json(), first?.json()]);
  const again = await merge(agathe, { ...payload, id: hub.newId() });
  expect(again.json().code).toBe('customers-already-one');
  const { database } = hub;
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  await database.db
    .deleteFrom('user_brands')
    .where('user_id', '=', nadia.user.id)
    .where('brand_id', '!=', 'kerdoual')
    .execute();
  const relation = { ...make.someCustomer(one).relations[0], brandId: 'lorvane' };
  const relations = [...make.someCustomer(one).relations, relation] as never;
  const both = [await addCard(hub, camille, { relations }), await addCard(hub, camille)];
  const [wide, narrow] = both.map(({ id }) => id);
  const refused = await merge(nadia, { id: hub.newId(), survivorId: narrow, absorbedId: wide });
  expect(refused.json().code).toBe('role-not-allowed');
  const url = `${routes.merges}/${payload.id}/undo`;
  expect((await post(hub, nadia, url)).json()).toEqual((await post(hub, agathe, url)).json());
  const { merges } = mergesSchema.parse((await get(hub, agathe, routes.merges)).json());
  expect(merges.find(({ id }) => id === payload.id)).toMatchObject({
    survivor: { id: one, name: 'Anne Le Gall' },
    mergedBy: agathe.user.id,
    undoneAt: expect.any(String),
  });
  const audit = await database.db.selectFrom('audit_log').select(['action', 'entity_id']).execute();
  expect(audit).toContainEqual({ action: 'merged', entity_id: one });
  expect(audit).toContainEqual({ action: 'parted', entity_id: other });
});

it('[IDENT-31] erasing reaches the cards that were merged away', async () => {
  const [one, other] = await twoCards();
  await mergeCards(hub, agathe, one, other);
  const { db } = hub.database;
  await db.deleteFrom('customers').where('id', '=', one).execute();
  const left = await db
    .selectFrom('customers')
    .select('id')
    .where('id', 'in', [one, other])
    .execute();
  expect(left).toEqual([]);
});

it('[IDENT-32] each table that names a customer follows, by itself', async () => {
  const following = await followingColumns(hub.database.db);
  const names = following.map(({ table, column }) => `${table}.${column}`);
  for (const table of ['interactions', 'cases', 'consents', 'callbacks']) {
    expect(names).toContain(`${table}.customer_id`);
  }
  expect(names.filter((name) => /^customer_(phones|relations|history)\./.test(name))).toEqual([]);
});
