import type { Session } from '@shared/contracts/http/auth.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import {
  appointment,
  bought,
  brokenOff,
  corrected,
  happened,
  known,
  makeSource,
  placed,
  tell,
} from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
});
afterAll(() => hub.close());

const hour = fc.integer({ min: 10, max: 15 }).map((one) => `2026-11-27T${one}:00:00Z`);
const ref = fc.constantFrom('one', 'two');
const name = fc.constantFrom('Anna', 'Anaïs', 'Maud');
/** One number for everybody: a household of two references. */
const phones = fc.constantFrom(['0639980909'], []);
const mention = fc.oneof(
  fc.record({ phones }),
  fc.record({ ref, phones, firstName: name, lastName: fc.constant('Riou') }),
);
const event = fc.oneof(
  fc
    .tuple(ref, name, hour, mention)
    .map(([of, title, at, customer]) => happened(of, { title, customer }, at)),
  fc.tuple(ref, name, hour).map(([of, summary, at]) => corrected(of, { summary }, at)),
  fc
    .tuple(ref, name, hour)
    .map(([of, firstName, at]) =>
      known(of, { firstName, lastName: 'Riou', phones: ['0639980909'] }, at),
    ),
  fc
    .tuple(ref, hour, mention, fc.integer({ min: 1, max: 9 }))
    .map(([of, at, customer, euros]) => placed(of, { customer, amountCents: euros * 100 }, at)),
  fc
    .tuple(ref, hour, hour)
    .map(([of, dueAt, at]) =>
      appointment(
        'moved',
        of,
        { dueAt, subject: 'Visite', customer: { phones: ['0639980909'] } },
        at,
      ),
    ),
  fc.tuple(ref, hour).map(([of, at]) => appointment('cancelled', of, {}, at)),
  fc
    .tuple(ref, hour, mention, fc.integer({ min: 1, max: 9 }))
    .map(([of, at, customer, euros]) =>
      brokenOff(of, { customer, amountCents: euros * 100, timeToLiveMinutes: 44_640 }, at),
    ),
  fc.tuple(ref, hour).map(([of, at]) => bought(of, at)),
  fc.tuple(ref, hour).map(([cartRef, at]) => placed('three', { cartRef }, at)),
);

/** Everything that the source's words came to, with its own names instead of our ids. */
const stateOf = async (source: SourceWithSecret): Promise<unknown> => {
  const { rows } = await sql<{ state: unknown }>`
    with named as (select kind, external_id as ref, id from external_references
                   where source_id = ${source.id}),
    who as (select id, ref from named where kind = 'customer')
    select jsonb_build_object(
      'customers', (select jsonb_agg(jsonb_build_array(ref, first_name, last_name,
          (select array_agg(e164 order by e164) from customer_phones where customer_id = c.id))
          order by ref) from who join customers c using (id)),
      'interactions', (select jsonb_agg(jsonb_build_array(named.ref, who.ref, started_at, title,
          summary, corrected_at, (select jsonb_agg(jsonb_build_array(why, changed_at, state)
            order by changed_at, revision) from interaction_revisions where interaction_id = i.id))
          order by named.ref) from named join interactions i using (id)
          left join who on who.id = i.customer_id where named.kind = 'interaction'),
      'orders', (select jsonb_agg(jsonb_build_array(named.ref, who.ref, o.placed_at, o.amount_cents,
          i.customer_id is not distinct from o.customer_id, i.started_at, i.summary)
          order by named.ref) from named join orders o on o.id = named.id
          join interactions i on i.id = o.interaction_id
          left join who on who.id = o.customer_id where named.kind = 'order'),
      'appointments', (select jsonb_agg(jsonb_build_array(named.ref, who.ref, due_at, status)
          order by named.ref) from named join callbacks b using (id)
          left join who on who.id = b.customer_id where named.kind = 'appointment')
,
      'carts', (select jsonb_agg(jsonb_build_array(named.ref, who.ref, c.amount_cents, c.bought_at,
          c.not_called, c.broken_off_at, i.summary, i.customer_id is not distinct from c.customer_id,
          b.number, b.due_at, b.amount_cents, coalesce(b.status, 'cancelled'))
          order by named.ref) from named join carts c on c.id = named.id
          join interactions i on i.id = c.interaction_id
          left join callbacks b on b.id = c.callback_id and b.status = 'open'
          left join who on who.id = c.customer_id where named.kind = 'cart')
    ) as state`.execute(hub.database.db);
  return rows[0]?.state;
};

const forget = async (source: SourceWithSecret): Promise<void> => {
  await sql`
    truncate carts, external_facts, external_references, mentions, hook_events, orders,
      interactions, callbacks, customers, applied_mutations cascade`.execute(hub.database.db);
  await sql`delete from sources where id = ${source.id}`.execute(hub.database.db);
};

type Sent = { readonly id: string; readonly event: unknown };
const cameTo = async (sent: readonly Sent[]): Promise<unknown> => {
  const source = await makeSource(hub, agathe);
  for (const one of sent) {
    const answer = await tell(hub, source, one.event, one.id);
    expect(answer.statusCode, answer.body).toBe(200);
  }
  const state = await stateOf(source);
  await forget(source);
  return state;
};

it('[TIME-6] [CART-6] whatever the order in which events arrive, with repeats, the end state is the same', async () => {
  const orders = fc
    .array(event, { minLength: 2, maxLength: 9 })
    .map((events) => events.map((one, index) => ({ id: `m${index}`, event: one })))
    .chain((sent) =>
      fc.record({
        sent: fc.constant(sent),
        other: fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 }),
      }),
    );
  await fc.assert(
    fc.asyncProperty(orders, async ({ sent, other }) => {
      expect(await cameTo(other)).toEqual(await cameTo(sent));
    }),
    { numRuns: 40, seed: 20_817 },
  );
});
