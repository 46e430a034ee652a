import {
  callOrder,
  type Reach,
  rankOf,
  type WaitingContact,
} from '@shared/domain/campaign/next-contact.ts';
import { reachBy } from '@shared/domain/campaign/reach.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const now = Date.parse('2026-11-05T13:00:00Z');
const evenly: Reach = () => 0.3;
const contact = (id: string, rest: Partial<WaitingContact> = {}): WaitingContact => ({
  id,
  zone: 'Europe/Paris',
  promisedAt: null,
  expiresAt: null,
  notBefore: null,
  since: '2026-11-05T08:00:00Z',
  valueCents: 10_000,
  score: 0.5,
  ...rest,
});
const order = (all: readonly WaitingContact[], reach = evenly, at = now) =>
  callOrder(all, at, reach).map(({ contact: { id }, why }) => `${id} ${why}`);

describe('who is next', () => {
  it('[CAMP-8] the call that was promised for 14:10 comes first from 14:09 on, and not before', () => {
    const all = [
      contact('rich', { valueCents: 9_999_999, score: 1 }),
      contact('later', { promisedAt: '2026-11-05T13:10:00Z' }),
      contact('late', { promisedAt: '2026-11-05T12:50:00Z' }),
    ];
    expect(order(all)).toEqual(['late promised', 'rich worth']);
    const due = Date.parse('2026-11-05T13:09:00Z');
    expect(order(all, evenly, due)).toEqual(['late promised', 'later promised', 'rich worth']);
    expect(order(all, evenly, due - 1)).toEqual(['late promised', 'rich worth']);
  });

  it('[CAMP-9] what ends soon is called in time, what has ended never', () => {
    const all = [
      contact('cart over', { expiresAt: '2026-11-05T13:00:00Z' }),
      contact('offer', { expiresAt: '2026-11-09T13:00:00Z' }),
      contact('cart at four', { expiresAt: '2026-11-05T15:00:00Z' }),
      contact('cart at three', { expiresAt: '2026-11-05T14:00:00Z', valueCents: 0 }),
      contact('asleep', { notBefore: '2026-11-05T13:00:01Z' }),
    ];
    expect(order(all)).toEqual(['cart at three ending', 'cart at four ending', 'offer worth']);
  });

  it('[CAMP-9] worth is value, score and the chance of reaching her at the hour that it is where she lives', () => {
    const reach = (_day: number, hour: number) => (hour === 17 ? 0.4 : 0.1);
    const all = [
      contact('here', { valueCents: 20_000 }),
      contact('there', { zone: 'Indian/Reunion' }),
      contact('unsure', { score: 0.1, valueCents: 50_000 }),
    ];
    expect(order(all, reach)).toEqual(['there worth', 'here worth', 'unsure worth']);
  });

  it('[CAMP-10] nobody waits for ever, however little a call is worth', () => {
    const poor = contact('poor', { valueCents: 0, score: 0, since: '2026-08-01T08:00:00Z' });
    const rich = contact('rich', { valueCents: 100_000, score: 0.9 });
    expect(order([poor, rich])).toEqual(['rich worth', 'poor worth']);
    const later = Date.parse('2026-12-20T13:00:00Z');
    const fresh = { ...rich, since: '2026-12-20T08:00:00Z' };
    expect(order([poor, fresh], evenly, later)).toEqual(['poor worth', 'rich worth']);
  });

  it('[CAMP-11] [CAMP-8] in whatever order they come, it is one order, and a due promise leads it', () => {
    const some = fc.record({
      id: fc.uuid(),
      zone: fc.constantFrom('Europe/Paris', 'America/Martinique'),
      promisedAt: fc.option(fc.constantFrom('2026-11-05T12:00:00Z', '2026-11-05T18:00:00Z')),
      expiresAt: fc.option(fc.constantFrom('2026-11-05T13:30:00Z', '2026-11-08T12:00:00Z')),
      notBefore: fc.option(fc.constantFrom('2026-11-04T12:00:00Z', '2026-11-06T12:00:00Z')),
      since: fc.constantFrom('2026-11-01T12:00:00Z', '2026-11-05T12:00:00Z'),
      valueCents: fc.integer({ min: 0, max: 3 }),
      score: fc.constantFrom(0, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 12 }), (all) => {
        const one = order(all);
        expect(order(all.toReversed())).toEqual(one);
        expect(one).toHaveLength(all.filter((each) => rankOf(each, now, evenly)).length);
        const whys = one.map((each) => each.split(' ')[1]);
        expect(whys).toEqual(
          ['promised', 'ending', 'worth'].flatMap((why) => whys.filter((each) => each === why)),
        );
      }),
    );
  });
});

describe('the chance of reaching somebody', () => {
  it('[CAMP-12] is learned by hour, and one lucky call makes no rule', () => {
    const hours = [11, 18].flatMap((hour) =>
      [1, 2, 3, 4].map((weekday) => ({
        weekday,
        hour,
        attempts: 200,
        reached: hour === 18 ? 80 : 40,
      })),
    );
    const reach = reachBy([...hours, { weekday: 5, hour: 11, attempts: 1, reached: 1 }]);
    expect(reach(2, 18)).toBeCloseTo(0.4, 1);
    expect(reach(2, 11)).toBeCloseTo(0.2, 1);
    // A Friday at eleven that was tried once is near the other days at eleven.
    expect(reach(5, 11)).toBeLessThan(0.25);
    // An hour that was never tried is like the whole.
    expect(reach(2, 15)).toBeCloseTo(0.3, 1);
    expect(reachBy([])(1, 10)).toBeCloseTo(1 / 3);
  });
});
