import type { Session } from '@shared/contracts/http/auth.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push, pushRaw } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
let lea: Session;
let customer: Customer;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel');
  yanis = await hub.signIn('yanis.morel', hub.newId());
  lea = await hub.signIn('lea.fontaine', hub.newId());
  customer = make.someCustomer(hub.newId());
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
});
afterAll(() => hub.close());

const interactionRow = (id: string) =>
  hub.database.db.selectFrom('interactions').selectAll().where('id', '=', id).executeTakeFirst();
const record = (id: string, change: Parameters<typeof make.someInteraction>[1] = {}) =>
  mutation(hub, { kind: 'interaction.record', payload: make.someInteraction(id, change) });
const wrapUpOf = (interactionId: string, change: object = {}) =>
  mutation(hub, {
    kind: 'interaction.wrap-up',
    payload: {
      interactionId,
      customerId: customer.id,
      reasonCode: 'reclamation-livraison',
      dispositionCode: 'echange-accepte',
      notes: [{ at: '2026-11-05T11:51:00.000Z', text: 'Choisit l’échange.' }],
      caseId: null,
      speech: null,
      wrapUpEndedAt: '2026-11-05T11:53:00.000Z',
      ...change,
    },
  });

it.each(['agathe.perrot', 'hugo.delmas'])('[HUB-37] the desktop of %s sends too', async (login) => {
  const session = await hub.signIn(login, hub.newId());
  const since = new Date(hub.clock.now()).toISOString();
  const payload = { state: 'ready' as const, reason: null, since };
  const said = mutation(hub, { kind: 'advisor.state', payload });
  expect(await push(hub, session, [said])).toMatchObject([{ status: 'accepted' }]);
});

describe('each mutation takes effect once', () => {
  it('[HUB-1] the same mutation sent again gets the same answer and has no second effect', async () => {
    const one = record(hub.newId());
    const [first] = await push(hub, camille, [one]);
    const [second] = await push(hub, camille, [one]);
    expect(first?.status).toBe('accepted');
    expect(second).toEqual(first);
  });

  it('[HUB-2] an interaction recorded twice under two mutations is one row, the first', async () => {
    const id = hub.newId();
    const answers = await push(hub, camille, [
      record(id, { title: 'un' }),
      record(id, { title: 'deux' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['accepted', 'accepted']);
    expect((await interactionRow(id))?.title).toBe('un');
  });

  it('[HUB-1] two pushes of one batch at the same time have one effect', async () => {
    const batch = [record(hub.newId()), record(hub.newId())];
    const [one, other] = await Promise.all([
      pushRaw(hub, camille, batch),
      pushRaw(hub, camille, batch),
    ]);
    expect(one.json()).toEqual(other.json());
  });

  it('[HUB-1] a mutation id of somebody else answers nothing of hers', async () => {
    const hers = record(hub.newId());
    await push(hub, camille, [hers]);
    expect((await push(hub, yanis, [hers]))[0]).toMatchObject({ status: 'rejected' });
  });
});

describe('a poison mutation', () => {
  it('[HUB-3] is rejected with a code and blocks nothing before or after it', async () => {
    const [before, after] = [hub.newId(), hub.newId()];
    const answers = await push(hub, camille, [
      record(before),
      mutation(hub, { kind: 'interaction.record', payload: { id: 'no' } }),
      mutation(hub, { kind: 'no.such', payload: null }),
      record(hub.newId(), { title: 'a\u0000b' }),
      record(after),
    ]);
    expect(answers.map((answer) => answer.code ?? answer.status)).toEqual([
      'accepted',
      'mutation-malformed',
      'mutation-kind-unknown',
      'mutation-malformed',
      'accepted',
    ]);
    expect(await interactionRow(before)).toBeDefined();
    expect(await interactionRow(after)).toBeDefined();
  });

  it('[HUB-4] answers come one for each mutation in the order sent', async () => {
    const batch = Array.from({ length: 20 }, () => record(hub.newId()));
    const answers = await push(hub, camille, batch);
    expect(answers.map((answer) => answer.id)).toEqual(batch.map((one) => one.id));
  });
});

describe('what the hub cannot do now', () => {
  it('[HUB-5] is deferred with all that follows it in its order, and later succeeds', async () => {
    const [id, held, other] = [hub.newId(), hub.newId(), hub.newId()];
    const me = { orderKey: 'me' };
    const state = { state: 'pause', reason: null, since: '2026-11-05T11:44:00.000Z' };
    const recording = { kind: 'interaction.record', payload: make.someInteraction(held) };
    const opening = { kind: 'case.open', payload: make.someCase(other, customer.id) };
    const batch = [
      mutation(hub, { kind: 'advisor.state', payload: state }, me),
      record(id),
      wrapUpOf(id),
      mutation(hub, recording, me),
      mutation(hub, opening, me),
    ];
    const { db } = hub.database;
    await db.schema.alterTable('advisor_states').renameTo('elsewhere').execute();
    const away = await push(hub, camille, batch);
    await db.schema.alterTable('elsewhere').renameTo('advisor_states').execute();
    const statuses = away.map((answer) => answer.status);
    expect(statuses).toEqual(['deferred', 'accepted', 'accepted', 'deferred', 'deferred']);
    expect(await interactionRow(held)).toBeUndefined();
    const back = await push(hub, camille, batch);
    expect(back.every((answer) => answer.status === 'accepted')).toBe(true);
    expect(await interactionRow(held)).toBeDefined();
  });
});

describe('wrap-up', () => {
  it('[HUB-6] adds to the interaction and keeps the earlier state as a revision', async () => {
    const id = hub.newId();
    const note = { at: '2026-11-05T11:47:00.000Z', text: 'Préfère avant samedi.' };
    const answers = await push(hub, camille, [record(id, { notes: [note] }), wrapUpOf(id)]);
    expect(answers.map((answer) => answer.status)).toEqual(['accepted', 'accepted']);
    const row = await interactionRow(id);
    expect(row?.disposition_code).toBe('echange-accepte');
    expect(row?.customer_id).toBe(customer.id);
    expect(row?.notes.map((line) => line.text)).toEqual([
      'Préfère avant samedi.',
      'Choisit l’échange.',
    ]);
    const revisions = await hub.database.db
      .selectFrom('interaction_revisions')
      .selectAll()
      .where('interaction_id', '=', id)
      .execute();
    expect(revisions).toHaveLength(1);
    expect(revisions[0]?.state).toMatchObject({ dispositionCode: null, notes: [note] });
  });

  it('[HUB-7] of an interaction the hub does not know is refused', async () => {
    expect((await push(hub, camille, [wrapUpOf(hub.newId())]))[0]?.code).toBe(
      'interaction-unknown',
    );
  });

  it('[HUB-8] of an answered call needs what its brand asks for', async () => {
    const [one, two] = [hub.newId(), hub.newId()];
    const answers = await push(hub, camille, [
      record(one),
      wrapUpOf(one, { dispositionCode: null }),
      wrapUpOf(one, { reasonCode: null }),
      record(two, { outcome: 'missed' }),
      wrapUpOf(two, { reasonCode: null, dispositionCode: null }),
    ]);
    expect(answers.map((answer) => answer.code ?? answer.status)).toEqual([
      'accepted',
      'disposition-missing',
      'reason-missing',
      'accepted',
      'accepted',
    ]);
  });
});

describe('customers', () => {
  const change = (base: object, wanted: object) =>
    mutation(hub, {
      kind: 'customer.change',
      payload: { customerId: customer.id, base, change: wanted },
    });

  it('[HUB-9] fields that nobody else changed are merged, with their history', async () => {
    const [first] = await push(hub, camille, [
      change({ firstName: 'Anne' }, { firstName: 'Annie' }),
    ]);
    expect(first?.status).toBe('accepted');
    const [second] = await push(hub, yanis, [
      change({ firstName: 'Anne', emails: customer.emails }, { emails: ['annie@exemple.fr'] }),
    ]);
    expect(second?.status).toBe('accepted');
    const history = await hub.database.db
      .selectFrom('customer_history')
      .selectAll()
      .where('customer_id', '=', customer.id)
      .orderBy('version')
      .execute();
    expect(history.map((entry) => [entry.field, entry.old_value, entry.changed_by])).toEqual([
      ['created', null, camille.user.id],
      ['firstName', 'Anne', camille.user.id],
      ['emails', customer.emails, yanis.user.id],
    ]);
  });

  it('[HUB-10] a field that somebody else changed answers superseded with the row, the others still merge', async () => {
    const [answer] = await push(hub, yanis, [
      change(
        { firstName: 'Anne', lastName: 'Le Gall' },
        { firstName: 'Anna', lastName: 'Le Goff' },
      ),
    ]);
    expect(answer).toMatchObject({ status: 'superseded', code: 'version-superseded' });
    expect(answer?.current).toMatchObject({ firstName: 'Annie', lastName: 'Le Goff' });
  });

  it('[SETTLE-2] who else changed a field, and when, is told with the row', async () => {
    const [answer] = await push(hub, yanis, [
      change({ firstName: 'Anne', lastName: 'Riou' }, { firstName: 'Anna', lastName: 'Rio' }),
    ]);
    expect(answer?.others).toEqual([
      { field: 'firstName', by: 'person', name: 'Camille Roussel', at: expect.any(String) },
      { field: 'lastName', by: 'person', name: 'Yanis Morel', at: expect.any(String) },
    ]);
  });

  it('[SETTLE-1] what two add to one list at the same time is all there, once, and nobody is asked', async () => {
    const base = ['seule@exemple.fr'];
    const own = make.someCustomer(hub.newId(), { emails: base });
    await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: own })]);
    const mails = async (session: Session, emails: string[]) => {
      const payload = { customerId: own.id, base: { emails: base }, change: { emails } };
      return (await push(hub, session, [mutation(hub, { kind: 'customer.change', payload })]))[0];
    };
    expect((await mails(camille, [...base, 'a@exemple.fr']))?.status).toBe('accepted');
    expect((await mails(yanis, [...base, 'b@exemple.fr', 'a@exemple.fr']))?.status).toBe(
      'accepted',
    );
    const asked = await mails(yanis, ['c@exemple.fr']);
    expect(asked?.status).toBe('superseded');
    expect(asked?.current).toMatchObject({ emails: [...base, 'a@exemple.fr', 'b@exemple.fr'] });
  });

  it('[HUB-11] an advisor writes only for her brands', async () => {
    const id = hub.newId();
    const solvenne = {
      ...customer.relations[0],
      brandId: 'solvenne',
    } as Customer['relations'][number];
    await push(hub, camille, [
      mutation(hub, {
        kind: 'customer.create',
        payload: make.someCustomer(id, { relations: [solvenne] }),
      }),
    ]);
    const answers = await push(hub, lea, [
      record(hub.newId(), { brandId: 'solvenne' }),
      record(hub.newId(), { customerId: id }),
      record(hub.newId(), { advisorId: camille.user.id }),
      mutation(hub, {
        kind: 'customer.change',
        payload: { customerId: id, base: {}, change: { firstName: 'X' } },
      }),
      mutation(hub, {
        kind: 'customer.create',
        payload: make.someCustomer(hub.newId(), { relations: [solvenne] }),
      }),
      mutation(hub, { kind: 'case.open', payload: make.someCase(hub.newId(), id) }),
      mutation(hub, { kind: 'consent.record', payload: make.someConsent(hub.newId(), id) }),
      mutation(hub, { kind: 'callback.create', payload: make.someCallback(hub.newId(), id) }),
    ]);
    expect(answers.map((answer) => answer.code)).toEqual([
      'role-not-allowed',
      'customer-unknown',
      'role-not-allowed',
      'customer-unknown',
      'role-not-allowed',
      'customer-unknown',
      'customer-unknown',
      'customer-unknown',
    ]);
  });

  it('[HUB-12] consents that many desktops record at once are all taken at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const consents = Array.from({ length: 4 }, () =>
          mutation(hub, {
            kind: 'consent.record',
            payload: make.someConsent(hub.newId(), customer.id),
          }),
        );
        return (await pushRaw(hub, camille, consents, hub.newId())).json().answers;
      }),
    );
    expect(new Set(answers.flat().map(({ status }) => status))).toEqual(new Set(['accepted']));
  });

  it('[HUB-12] a consent is kept with its proof and who recorded it', async () => {
    const consent = make.someConsent(hub.newId(), customer.id);
    await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: consent })]);
    const row = await hub.database.db
      .selectFrom('consents')
      .selectAll()
      .where('id', '=', consent.id)
      .executeTakeFirst();
    expect(row).toMatchObject({ proof: consent.proof, recorded_by: camille.user.id });
  });
});

describe('cases and callbacks', () => {
  it('[HUB-13] two cases opened offline under one reference get two', async () => {
    const reference = 'R-90001';
    const [one, two] = [hub.newId(), hub.newId()];
    const open = (id: string) =>
      mutation(hub, { kind: 'case.open', payload: make.someCase(id, customer.id, { reference }) });
    const answers = await push(hub, camille, [open(one), open(two)]);
    expect(answers.map((answer) => answer.status)).toEqual(['accepted', 'accepted']);
    expect(answers[0]?.current).toBeUndefined();
    expect(answers[1]?.current).toMatchObject({
      id: two,
      reference: expect.stringMatching(/^R-3\d{4}$/),
    });
  });

  it('[HUB-14] a case that someone moved on later answers superseded with the row', async () => {
    const given = make.someCase(hub.newId(), customer.id);
    const advance = (status: string, at: string) =>
      mutation(hub, { kind: 'case.advance', payload: { caseId: given.id, status, at } });
    const answers = await push(hub, camille, [
      mutation(hub, { kind: 'case.open', payload: given }),
      advance('resolved', '2026-11-06T10:00:00.000Z'),
      advance('waiting', '2026-11-05T18:00:00.000Z'),
      mutation(hub, {
        kind: 'case.advance',
        payload: { caseId: hub.newId(), status: 'closed', at: given.openedAt },
      }),
    ]);
    expect(answers.map((answer) => answer.code ?? answer.status)).toEqual([
      'accepted',
      'accepted',
      'version-superseded',
      'case-unknown',
    ]);
    expect(answers[2]?.current).toMatchObject({ status: 'resolved' });
  });

  it('[SETTLE-6] sent again under its id it has its old answer, as a new mutation it takes effect', async () => {
    const kase = make.someCase(hub.newId(), customer.id);
    const refused = record(hub.newId(), { customerId: customer.id, caseId: kase.id });
    const status = async (...sent: (typeof refused)[]) =>
      (await push(hub, camille, sent)).map((answer) => answer.code ?? answer.status);
    expect(await status(refused)).toEqual(['case-unknown']);
    expect(await status(mutation(hub, { kind: 'case.open', payload: kase }))).toEqual(['accepted']);
    expect(await status(refused, { ...refused, id: hub.newId() })).toEqual([
      'case-unknown',
      'accepted',
    ]);
  });

  it('[HUB-15] a callback is taken once; who comes later learns how it stands', async () => {
    const callback = make.someCallback(hub.newId(), customer.id);
    const close = () =>
      mutation(hub, {
        kind: 'callback.close',
        payload: { callbackId: callback.id, status: 'done', interactionId: null },
      });
    const mine = await push(hub, camille, [
      mutation(hub, { kind: 'callback.create', payload: callback }),
      close(),
    ]);
    expect(mine.map((answer) => answer.status)).toEqual(['accepted', 'accepted']);
    const [late] = await push(hub, yanis, [close()]);
    expect(late).toMatchObject({
      status: 'rejected',
      code: 'callback-taken',
      current: { status: 'done' },
    });
  });
});
