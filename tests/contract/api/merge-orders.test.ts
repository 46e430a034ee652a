/** Random forests of mergings, undone in random order, against PostgreSQL. */
import type { Session } from '@shared/contracts/http/auth.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCard, mergeCards, partCards } from './cards-and-decisions.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
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

const cardsAtOnce = 5;
const number = (at: number) => ({ e164: `+3363998200${at}`, label: 'mobile' as const });

/** Cards that overlap in numbers, differ in the rest, and each have one of everything. */
const makeCards = async (): Promise<string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < cardsAtOnce; at += 1) {
    const card = await addCard(hub, camille, {
      firstName: `Prénom${'abcde'[at]}`,
      civility: at % 2 === 0 ? 'mme' : 'none',
      phones: [number(at), number((at + 1) % cardsAtOnce)],
      emails: [`boite${at}@exemple.fr`],
    });
    const { id } = card;
    const consent = {
      ...make.someConsent(hub.newId(), id),
      givenAt: `2026-0${at + 1}-01T08:00:00.000Z`,
    };
    await push(hub, camille, [
      mutation(hub, {
        kind: 'interaction.record',
        payload: make.someInteraction(hub.newId(), { customerId: id }),
      }),
      mutation(hub, { kind: 'case.open', payload: make.someCase(hub.newId(), id) }),
      mutation(hub, { kind: 'callback.create', payload: make.someCallback(hub.newId(), id) }),
      mutation(hub, {
        kind: 'consent.record',
        payload: { ...consent, status: at % 2 === 0 ? 'opposed' : 'given' },
      }),
    ]);
    ids.push(id);
  }
  return ids;
};

/** Every row of these customers, but for versions and what says that they were parted. */
const rowsOf = async (ids: readonly string[]) => {
  const read = (query: string) =>
    sql
      .raw<Record<string, unknown>>(query.replaceAll('?', `('${ids.join("','")}')`))
      .execute(hub.database.db);
  const { rows: customers } = await read('select * from customers where id in ? order by id');
  const tables = [
    'customer_phones',
    'customer_relations',
    'interactions',
    'cases',
    'callbacks',
    'consents',
  ];
  const rest: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await read(
      `select to_jsonb(t) as row from ${table} t where customer_id in ? order by to_jsonb(t)::text`,
    );
    rest[table] = rows;
  }
  const own = customers.map(({ version: _v, updated_at: _u, parted_from: _p, ...row }) => row);
  return { own, ...rest };
};

const plan = fc.record({
  merges: fc.array(
    fc.record({
      into: fc.nat(cardsAtOnce - 1),
      from: fc.nat(cardsAtOnce - 1),
      name: fc.constantFrom('survivor', 'absorbed'),
      phones: fc.constantFrom('survivor', 'absorbed', 'both'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
});

it('[IDENT-26] merged in any chain and parted in any order, every row is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ merges, order }) => {
      const ids = await makeCards();
      const before = await rowsOf(ids);
      const done: string[] = [];
      for (const { into, from, name, phones } of merges) {
        const [survivor = '', absorbed = ''] = [ids[into], ids[from]];
        const choices = { firstName: name, phones };
        const made = await mergeCards(hub, agathe, survivor, absorbed, choices).catch(
          ({ message }: Error) => ({ message }),
        );
        // Cards that are one already are refused as such, and nothing else is.
        if (typeof made === 'string') done.push(made);
        else expect(made.message).toBe('customers-already-one');
      }
      for (const pick of order.slice(0, done.length)) {
        const [mergeId] = done.splice(pick % done.length, 1);
        if (mergeId !== undefined) await partCards(hub, agathe, mergeId);
      }
      expect(done).toEqual([]);
      expect(await rowsOf(ids)).toEqual(before);
      const left = await hub.database.db.selectFrom('customer_own').select('customer_id').execute();
      expect(left.filter(({ customer_id }) => ids.includes(customer_id))).toEqual([]);
    }),
    { numRuns: 25, seed: 20_817 },
  );
});
