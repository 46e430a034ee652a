import { decideCustomer } from '@api/modules/hooks/apply/decide-customer.ts';
import { type AppointmentFact, foldAppointment } from '@shared/domain/source/appointment-facts.ts';
import { type CartFact, foldCart } from '@shared/domain/source/cart-facts.ts';
import type { Dated } from '@shared/domain/source/facts.ts';
import {
  foldInteraction,
  type InteractionFact,
  type Told,
} from '@shared/domain/source/interaction-facts.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const told: Told = {
  startedAt: '2026-11-05T11:44:00.000Z',
  endedAt: null,
  zone: 'Europe/Paris',
  channel: 'form',
  direction: 'inbound',
  outcome: 'done',
  title: 'Formulaire',
  customerWords: null,
  summary: null,
  reasonCode: null,
  queue: null,
};
const instant = fc.integer({ min: 0, max: 5 }).map((hour) => `2026-11-05T1${hour}:00:00.000Z`);
const text = fc.constantFrom('a', 'b', 'c');
const change = fc.record({ title: text, summary: text, reasonCode: text }, { requiredKeys: [] });
const interactionFact: fc.Arbitrary<InteractionFact> = fc.oneof(
  fc.record({
    kind: fc.constant('happened' as const),
    told: text.map((title) => ({ ...told, title })),
  }),
  fc.record({ kind: fc.constant('corrected' as const), why: text, change }),
);
const appointmentFact: fc.Arbitrary<AppointmentFact> = fc.oneof(
  fc.record({ kind: fc.constant('dated' as const), dueAt: instant, subject: text }),
  fc.constant({ kind: 'cancelled' as const }),
);

/** The same facts in two orders, the second with repeats. */
const twoOrders = <Fact>(fact: fc.Arbitrary<Fact>) =>
  fc
    .array(fc.record({ at: instant, fact }), { maxLength: 7 })
    .map((facts) => facts.map((one, index) => ({ ...one, key: `m${index}` })))
    .chain((facts) =>
      fc.record({
        facts: fc.constant<readonly Dated<Fact>[]>(facts),
        other: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      }),
    );

it('[TIME-6] an interaction is the same whatever the order of what was said of it, with repeats', () => {
  fc.assert(
    fc.property(twoOrders(interactionFact), ({ facts, other }) => {
      expect(foldInteraction(other)).toEqual(foldInteraction(facts));
    }),
    { seed: 20_817 },
  );
});

it('[TIME-6] so is an appointment', () => {
  fc.assert(
    fc.property(twoOrders(appointmentFact), ({ facts, other }) => {
      expect(foldAppointment(other)).toEqual(foldAppointment(facts));
    }),
    { seed: 20_817 },
  );
});

const cartFact: fc.Arbitrary<CartFact> = fc.oneof(
  fc.record({
    kind: fc.constant('broken-off' as const),
    amountCents: fc.nat(3),
    lines: fc.constant([]),
    timeToLiveMinutes: fc.integer({ min: 1, max: 3 }),
  }),
  fc.constant({ kind: 'bought' as const }),
);

it('[CART-6] a cart is the same whatever the order of what was said of it, with repeats', () => {
  fc.assert(
    fc.property(twoOrders(cartFact), ({ facts, other }) => {
      expect(foldCart(other)).toEqual(foldCart(facts));
    }),
    { seed: 20_817 },
  );
});

it('[TIME-7] corrections without their interaction come to nothing yet; each step keeps what was before', () => {
  const late = {
    at: '2026-11-05T15:00:00.000Z',
    key: 'b',
    fact: { kind: 'corrected' as const, why: 'mal lu', change: { title: 'Retour' } },
  };
  expect(foldInteraction([late])).toBeNull();
  const first = { at: told.startedAt, key: 'a', fact: { kind: 'happened' as const, told } };
  expect(foldInteraction([late, first])).toEqual({
    told: { ...told, title: 'Retour' },
    steps: [{ at: late.at, key: 'b', why: 'mal lu', before: told }],
    contrary: new Set(),
  });
});

it('[TIME-5] a correction after which it would end before it began is not made', () => {
  const at = (hour: number) => `2026-11-05T${hour}:00:00.000Z`;
  const ended = { ...told, startedAt: at(12), endedAt: at(13) };
  const corrected = (key: string, hour: number, change: object) => ({
    at: at(hour),
    key,
    fact: { kind: 'corrected' as const, why: 'mal lu', change },
  });
  const facts = [
    { at: at(12), key: 'a', fact: { kind: 'happened' as const, told: ended } },
    corrected('b', 14, { startedAt: at(14), title: 'Non' }),
    corrected('c', 15, { startedAt: at(10), endedAt: at(11) }),
    corrected('d', 16, { endedAt: at(10).replace('10:', '09:') }),
  ];
  const found = foldInteraction(facts);
  expect(found?.told).toEqual({ ...ended, startedAt: at(10), endedAt: at(11) });
  expect([...(found?.contrary ?? [])]).toEqual(['b', 'd']);
  expect(found?.steps.map(({ key }) => key)).toEqual(['c']);
});

it('[HOOK-13] one who fits is the customer; beside a name only one of the same name', () => {
  const anne = { id: 'a', name: 'anne le gall' };
  const paul = { id: 'p', name: 'paul le gall' };
  expect(decideCustomer('', [anne])).toEqual({ customerId: 'a' });
  expect(decideCustomer('', [anne, paul])).toBe('ambiguous');
  expect(decideCustomer('paul le gall', [anne, paul])).toEqual({ customerId: 'p' });
  expect(decideCustomer('marie le gall', [anne, paul])).toBe('unknown');
  expect(decideCustomer('anne le gall', [anne, { ...anne, id: 'b' }])).toBe('ambiguous');
  expect(decideCustomer('', [])).toBe('unknown');
});
