/** The many customers around the few whom the demo tells of: ten interactions each on average. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { hourMs } from './calendar.ts';
import { consentsOf } from './consents-of.ts';
import { historyOf } from './episodes/history.ts';
import { nameId } from './name-id.ts';
import { customerAt, type Telling } from './people/person.ts';
import { type Random, randomOf, timedId } from './random.ts';

/** Most people write seldom, a few all the time: a hundred interactions for ten customers. */
const perTen = [1, 2, 3, 4, 6, 8, 10, 14, 19, 33] as const;

const interactionCount = (seed: number, index: number): number => {
  const turn = randomOf(`${seed}:ten:${Math.floor(index / 10)}`).between(0, 9);
  return perTen[(index * 3 + turn) % 10] ?? 10;
};

/** One customer in a hundred waits for a callback of anyone's in the coming days. */
const callbackOf = (random: Random, customer: Customer, nowMs: number): readonly Callback[] => {
  const [relation] = customer.relations;
  const [phone] = customer.phones;
  if (relation === undefined || phone === undefined || !random.chance(0.01)) return [];
  return [
    {
      id: timedId(random, nowMs),
      kind: 'callback',
      customerId: customer.id,
      customerName: customer.companyName ?? `${customer.firstName} ${customer.lastName}`,
      brandId: relation.brandId,
      number: phone.e164,
      dueAt: new Date(nowMs + random.between(3, 120) * hourMs).toISOString(),
      advisorId: null,
      reason: random.pick([
        'Suite à donner à sa demande',
        'Délai promis à confirmer',
        'Attend un devis',
      ]),
      status: 'open',
      createdBy: null,
      createdAt: new Date(nowMs - random.between(2, 48) * hourMs).toISOString(),
      interactionId: null,
    },
  ];
};

/** « canapé Belle-Île, 1 290 € »: what the site took in, as its shop would tell it. */
const orderWords = /^(.+), ([\d\s\u202f\u00a0]+) €$/;

const ordersOf = (
  customer: CustomerBundle['customer'],
  interactions: CustomerBundle['interactions'],
): CustomerBundle['purchases'] =>
  interactions.flatMap(({ id, channel, summary, brandId, startedAt }) => {
    const [, words, euros] = orderWords.exec(summary ?? '') ?? [];
    if (channel !== 'web' || words === undefined || euros === undefined) return [];
    return [
      {
        id: nameId(`order:${id}`),
        kind: 'order' as const,
        customerId: customer.id,
        brandId,
        reference: `W${id.slice(-6).toUpperCase()}`,
        at: startedAt,
        until: null,
        amountCents: Number(euros.replaceAll(/\D/g, '')) * 100,
        words,
        bought: true,
      },
    ];
  });

/** The n-th customer with everything of hers, the same in every telling of a seed and a moment. */
export const bundleAt = (telling: Telling, index: number): CustomerBundle => {
  const { seed, nowMs } = telling;
  const customer = customerAt(telling, index);
  const random = randomOf(`${seed}:history:${index}`);
  let opened = 0;
  const nextReference = () => `D${index.toString(36).toUpperCase()}-${++opened}`;
  const count = interactionCount(seed, index);
  const history = historyOf(random, customer, count, nowMs, { nextReference });
  return {
    customer,
    ...history,
    consents: [...consentsOf(random, customer, nowMs)],
    callbacks: [...callbackOf(random, customer, nowMs)],
    grants: [],
    purchases: ordersOf(customer, history.interactions),
  };
};
