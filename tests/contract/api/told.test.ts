import type { Session } from '@shared/contracts/http/auth.ts';
import { customerHistorySchema } from '@shared/contracts/http/customers.ts';
import { revisionsSchema } from '@shared/contracts/http/interactions.ts';
import { hookAnswerSchema, type SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer } from './mutations.ts';
import { appointment, corrected, happened, known, makeSource, placed, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let nadia: Session;
let camille: Session;
let shop: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  shop = await makeSource(hub, agathe);
});
afterAll(() => hub.close());

const says = async (event: unknown, status = 'applied', source = shop) => {
  const response = await tell(hub, source, event);
  const answer = hookAnswerSchema.parse(response.json());
  expect(answer.status, response.body).toBe(status);
  return answer;
};
const rowOf = (title: string) =>
  hub.database.db
    .selectFrom('interactions')
    .selectAll()
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
const read = async (url: string, session = nadia) =>
  (await hub.app.inject({ url, headers: bearer(session) })).json();
const create = async (change: Parameters<typeof someCustomer>[1]) => {
  const customer = someCustomer(hub.newId(), change);
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer.id;
};
const customerIdOf = async (title: string) => (await rowOf(title)).customer_id;

describe('time', () => {
  it('[TIME-1] says when and in which zone; the hub says when it heard', async () => {
    const before = new Date(hub.clock.now()).toISOString();
    await says({
      ...happened('zone', { title: 'À la Réunion' }, '2026-11-05T12:00'),
      zone: 'Indian/Reunion',
    });
    await says({
      ...happened('paris', { title: 'À Paris' }, '2026-11-05T12:00'),
      recordedAt: '2001-01-01T00:00:00Z',
    });
    const [there, here] = [await rowOf('À la Réunion'), await rowOf('À Paris')];
    expect(there).toMatchObject({ started_at: '2026-11-05T08:00:00.000Z', zone: 'Indian/Reunion' });
    expect(here).toMatchObject({ started_at: '2026-11-05T11:00:00.000Z', zone: 'Europe/Paris' });
    expect(here.recorded_at >= before).toBe(true);
  });

  it('[TIME-5] nonsense of clocks is set aside with its field', async () => {
    const at = (ms: number) => new Date(hub.clock.now() + ms).toISOString();
    const cases: [unknown, string][] = [
      [happened('a', {}, at(6 * 60_000)), 'time-ahead'],
      [happened('b', { endedAt: at(3_600_000) }), 'time-ahead'],
      [corrected('c', { startedAt: at(3_600_000) }, at(0)), 'time-ahead'],
      [happened('d', {}, '1969-12-31T23:00:00Z'), 'time-too-old'],
      [happened('e', { endedAt: '2026-11-05T11:00' }, '2026-11-05T11:01'), 'ends-before-start'],
    ];
    await says(happened('short', { endedAt: '2026-11-05T12:50' }));
    cases.push([corrected('short', { endedAt: '2026-11-05T12:00' }, at(0)), 'ends-before-start']);
    for (const [event, reason] of cases) {
      expect((await says(event, 'quarantined')).reason, JSON.stringify(event)).toBe(reason);
    }
    await says(happened('f', { title: 'Un peu en avance' }, at(4 * 60_000)));
  });

  it('[TIME-7] a correction keeps what was before, whichever came first, and says why', async () => {
    await says(corrected('w', { summary: 'Deux' }, '2026-11-06T10:00+01:00', 'second'));
    await says(
      corrected('w', { summary: 'Un', title: 'Attendu' }, '2026-11-06T09:00+01:00', 'premier'),
    );
    await says(happened('w', { title: 'Erreur', summary: 'Zéro' }));
    const row = await rowOf('Attendu');
    expect(row).toMatchObject({ summary: 'Deux', corrected_at: '2026-11-06T09:00:00.000Z' });
    const { revisions } = revisionsSchema.parse(await read(`/v1/interactions/${row.id}/revisions`));
    expect(revisions).toMatchObject([
      {
        why: 'premier',
        sourceId: shop.id,
        changedBy: null,
        before: { title: 'Erreur', summary: 'Zéro' },
      },
      { why: 'second', before: { title: 'Attendu', summary: 'Un' } },
    ]);
    expect((await read(`/v1/interactions/${hub.newId()}/revisions`)).code).toBe('not-found');
  });

  it('[TIME-9] a correction changes what it names; what people added stays', async () => {
    await says(happened('k', { title: 'Appel suivi', reasonCode: 'livraison' }));
    const { id } = await rowOf('Appel suivi');
    await hub.database.db
      .updateTable('interactions')
      .set({ reason_code: 'sav', notes: '[{"at":"2026-11-05T12:00:00Z","text":"vu"}]' })
      .where('id', '=', id)
      .execute();
    await says(corrected('k', { summary: 'Résumé' }, '2026-11-06T10:00+01:00'));
    expect(await rowOf('Appel suivi')).toMatchObject({
      summary: 'Résumé',
      reason_code: 'sav',
      notes: [{ text: 'vu' }],
    });
  });
});

describe('who is meant', () => {
  it('[HOOK-13] by reference, by number in any form, by address; beside a name only the same name', async () => {
    const anne = await create({
      phones: [{ e164: '+33639980101', label: 'mobile' }],
      emails: ['anne@exemple.fr'],
    });
    await says(known('C1', { lastName: 'Le Gall', firstName: 'Anne', phones: ['06 39 98 01 01'] }));
    await says(happened('r1', { title: 'Par référence', customer: { ref: 'C1' } }));
    await says(happened('r2', { title: 'Par numéro', customer: { phones: ['0639980101'] } }));
    await says(happened('r3', { title: 'Par adresse', customer: { emails: ['ANNE@exemple.fr'] } }));
    for (const title of ['Par référence', 'Par numéro', 'Par adresse']) {
      expect(await customerIdOf(title), title).toBe(anne);
    }
    const other = { phones: ['0639980101'], lastName: 'Kerbrat' };
    await says(happened('r4', { title: 'Autre nom', customer: other }));
    expect(await customerIdOf('Autre nom')).toBeNull();
    const elsewhere = await makeSource(hub, agathe, { brandIds: ['lorvane'] });
    const foreign = happened('r5', {
      title: 'Autre marque',
      brandId: 'lorvane',
      customer: { phones: ['0639980101'] },
    });
    await says(foreign, 'applied', elsewhere);
    expect(await customerIdOf('Autre marque')).toBeNull();
  });

  it('[HOOK-14] two names of one source are two customers; one with a reference and a name is made', async () => {
    const contact = { phones: ['0639980202'], firstName: 'Jean', lastName: 'Prigent' };
    await says(known('J1', contact));
    await says(known('J2', contact));
    const rows = await hub.database.db
      .selectFrom('customers')
      .innerJoin('customer_relations', 'customer_id', 'customers.id')
      .select(['last_name', 'brand_id', 'segment'])
      .where('last_name', '=', 'Prigent')
      .execute();
    expect(rows).toEqual(
      [1, 2].map(() => ({ last_name: 'Prigent', brand_id: 'kerdoual', segment: 'new' })),
    );
    await says(happened('n', { title: 'Sans nom', customer: { ref: 'J3' } }));
    expect(await customerIdOf('Sans nom')).toBeNull();
    const twice = { phones: [{ e164: '+33639980203', label: 'mobile' as const }] };
    await create(twice);
    await create(twice);
    const both = known('A1', { phones: ['0639980203'], firstName: 'Anne', lastName: 'Le Gall' });
    expect((await says(both, 'quarantined')).reason).toBe('customer-ambiguous');
  });

  it('[HOOK-15] an interaction finds its customer when he becomes known, and loses him among several', async () => {
    const customer = { phones: ['0639980303'] };
    await says(happened('l1', { title: 'Inconnu', customer }));
    await says(placed('W-1', { customer }));
    expect(await customerIdOf('Inconnu')).toBeNull();
    await says(known('L1', { ...customer, firstName: 'Loïc', lastName: 'Le Bihan' }));
    const loic = await customerIdOf('Inconnu');
    expect(loic).not.toBeNull();
    const order = await hub.database.db
      .selectFrom('orders')
      .select('customer_id')
      .where('reference', '=', 'W-1')
      .executeTakeFirst();
    expect(order?.customer_id).toBe(loic);
    await says(known('L2', { ...customer, firstName: 'Maud', lastName: 'Le Bihan' }));
    expect(await customerIdOf('Inconnu')).toBeNull();
  });

  it('[HOOK-16] [TIME-8] fields are what was said last; the history says by which source and since when', async () => {
    await says(
      known(
        'H1',
        { firstName: 'Ana', lastName: 'Morvan', phones: ['0639980404'] },
        '2026-11-05T10:00Z',
      ),
    );
    await says(known('H1', { firstName: 'Anaïs', phones: ['0639980405'] }, '2026-11-05T12:00Z'));
    await says(known('H1', { firstName: 'Anna', lastName: 'Morvan-Le Goff' }, '2026-11-05T11:00Z'));
    const row = await hub.database.db
      .selectFrom('customers')
      .select(['id', 'first_name', 'last_name'])
      .where('last_name', 'like', 'Morvan%')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ first_name: 'Anaïs', last_name: 'Morvan-Le Goff' });
    const phones = await hub.database.db
      .selectFrom('customer_phones')
      .select('e164')
      .where('customer_id', '=', row.id)
      .orderBy('position')
      .execute();
    expect(phones.map(({ e164 }) => e164)).toEqual(['+33639980404', '+33639980405']);
    const payload = someConsent(hub.newId(), row.id);
    await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload })]);
    const both = await makeSource(hub, agathe, { brandIds: ['kerdoual', 'lorvane'] });
    const contact = { lastName: 'Morvan-Le Goff', firstName: 'Anaïs', phones: ['0639980404'] };
    await says(known('X9', contact), 'applied', both);
    const elsewhere = known('X9', {});
    await says({ ...elsewhere, data: { ...elsewhere.data, brandId: 'lorvane' } }, 'applied', both);
    const { changes } = customerHistorySchema.parse(await read(`/v1/customers/${row.id}/history`));
    const fields = new Set(changes.map(({ field }) => field));
    for (const field of ['created', 'firstName', 'phones', 'relations', 'consent:kerdoual:phone']) {
      expect(fields, field).toContain(field);
    }
    expect(changes.find(({ to }) => to === 'Anaïs')).toMatchObject({
      from: 'Ana',
      sourceId: shop.id,
      changedBy: null,
      happenedAt: '2026-11-05T12:00:00.000Z',
    });
    expect(changes.find(({ field }) => field.startsWith('consent'))).toMatchObject({
      changedBy: camille.user.id,
      to: { status: 'given' },
    });
  });

  it('[HOOK-13] the name of one who was merged into another means that other one', async () => {
    const contact = (lastName: string, number: string) => ({ lastName, phones: [number] });
    await says(known('G1', contact('Gestin', '0639980606')));
    await says(known('G2', contact('Gestin-Roy', '0639980607')));
    const idOf = async (name: string) =>
      (
        await hub.database.db
          .selectFrom('customers')
          .select('id')
          .where('last_name', '=', name)
          .executeTakeFirstOrThrow()
      ).id;
    const [survivorId, absorbedId] = [await idOf('Gestin'), await idOf('Gestin-Roy')];
    const merged = await hub.app.inject({
      method: 'POST',
      url: routes.merges,
      headers: bearer(agathe),
      payload: { id: hub.newId(), survivorId, absorbedId },
    });
    expect(merged.statusCode, merged.body).toBeLessThan(300);
    await says(happened('g', { title: 'Après la fusion', customer: { ref: 'G2' } }));
    expect(await customerIdOf('Après la fusion')).toBe(survivorId);
    await says(known('G2', { phones: ['0639980608'] }));
    const phones = await hub.database.db
      .selectFrom('customer_phones')
      .select('e164')
      .where('customer_id', '=', survivorId)
      .execute();
    expect(phones.map(({ e164 }) => e164)).toContain('+33639980608');
  });

  it('[HOOK-17] an order is in the time line; an appointment is a call that moves and is cancelled', async () => {
    await says(
      placed('W-2', {
        amountCents: 8_950,
        lines: [{ label: 'Chaise', quantity: 1, amountCents: 8_950 }],
      }),
    );
    expect(await rowOf('Commande W-2')).toMatchObject({ channel: 'web', summary: '89,50 €' });
    await says(placed('W-2', { amountCents: 9_950 }, '2026-11-05T14:00:00+01:00'));
    expect(await rowOf('Commande W-2')).toMatchObject({ summary: '99,50 €' });
    const due = (dueAt: string) => ({
      dueAt,
      subject: 'Visite du conseiller',
      customer: { phones: ['0639980505'] },
    });
    const row = () =>
      hub.database.db
        .selectFrom('callbacks')
        .select(['kind', 'due_at', 'status', 'number'])
        .where('reason', '=', 'Visite du conseiller')
        .execute();
    await says(appointment('moved', 'R1', due('2026-12-02T09:00+01:00'), '2026-11-06T10:00Z'));
    await says(appointment('set', 'R1', due('2026-12-01T09:00+01:00'), '2026-11-05T10:00Z'));
    const moved = {
      kind: 'appointment',
      due_at: '2026-12-02T08:00:00.000Z',
      number: '+33639980505',
    };
    expect(await row()).toEqual([{ ...moved, status: 'open' }]);
    await says(appointment('cancelled', 'R1', {}, '2026-11-07T10:00Z'));
    expect(await row()).toEqual([{ ...moved, status: 'cancelled' }]);
  });
});
