/** Who is to serve which queue, and what has to be ordered for it. */
import {
  type MemberOrder,
  ordersFor,
  type PresentMember,
  pauseReasonOf,
} from '@shared/domain/distribution/orders.ts';
import {
  type ServedQueue,
  type Server,
  type WantedMember,
  wantedMembers,
} from '@shared/domain/distribution/wanted.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const queue = (changes: Partial<ServedQueue> = {}): ServedQueue => ({
  queue: 'service',
  brandId: 'kerdoual',
  isDriven: true,
  principles: ['brand'],
  required: [],
  ...changes,
});
const server = (changes: Partial<Server> = {}): Server => ({
  userId: 'camille',
  extension: '6001',
  brandIds: ['kerdoual'],
  qualifications: [],
  ...changes,
});
const nothing = { moves: [], pauses: [] };
const english = (level: number) => ({ kind: 'language', code: 'en', level }) as const;
const heating = (level: number) => ({ kind: 'skill', code: 'chauffage', level }) as const;

describe('[QUEUE-12] who is to serve a queue', () => {
  it('[QUEUE-12] by brand, whoever serves that brand', () => {
    const [one, ...others] = wantedMembers(
      [queue()],
      [server(), server({ userId: 'lea', brandIds: ['lorvane'] })],
      nothing,
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ userId: 'camille', penalty: 0, why: [{ by: 'brand' }] });
  });

  it('[QUEUE-12] by several principles, whoever has all that is required; the better is asked earlier', () => {
    const asked = queue({
      principles: ['brand', 'language', 'skill'],
      required: [english(2), heating(1)],
    });
    const servers = [
      server({ userId: 'both', qualifications: [english(4), heating(3)] }),
      server({ userId: 'best', qualifications: [english(5), heating(5)] }),
      server({ userId: 'low', qualifications: [english(1), heating(5)] }),
      server({ userId: 'one', qualifications: [english(5)] }),
    ];
    const wanted = wantedMembers([asked], servers, nothing);
    expect(wanted.map(({ userId, penalty }) => [userId, penalty])).toEqual([
      ['both', 2],
      ['best', 0],
    ]);
    expect(wanted[0]?.why).toEqual([
      { by: 'brand' },
      { by: 'language', code: 'en', level: 4 },
      { by: 'skill', code: 'chauffage', level: 3 },
    ]);
  });

  it('[QUEUE-12] what is required by a principle that was not chosen does not count', () => {
    const asked = queue({ principles: ['brand'], required: [english(5)] });
    expect(wantedMembers([asked], [server()], nothing)).toHaveLength(1);
  });

  it('[QUEUE-12] without a principle nobody, and where it is not driven nobody at all', () => {
    const move = { userId: 'camille', queue: 'service', direction: 'in', penalty: 3 } as const;
    const moved = { moves: [move], pauses: [] };
    expect(wantedMembers([queue({ principles: [] })], [server()], nothing)).toEqual([]);
    expect(wantedMembers([queue({ principles: [] })], [server()], moved)).toMatchObject([
      { penalty: 3, why: [{ by: 'move' }] },
    ]);
    expect(wantedMembers([queue({ isDriven: false })], [server()], moved)).toEqual([]);
  });
});

it('[QUEUE-13] a move goes before the principles, the later before the earlier; a pause goes with its reason', () => {
  const move = { userId: 'camille', queue: 'service', penalty: 1 } as const;
  const out = { ...move, direction: 'out' } as const;
  const into = { ...move, direction: 'in' } as const;
  const wanted = (...moves: (typeof out | typeof into)[]) =>
    wantedMembers([queue()], [server()], { moves, pauses: [] });
  expect(wanted(out)).toEqual([]);
  expect(wanted(out, into)).toMatchObject([{ penalty: 1, why: [{ by: 'move' }] }]);
  const pauses = [
    { userId: 'camille', queue: null, reason: 'brief' },
    { userId: 'camille', queue: 'other', reason: 'formation' },
  ];
  expect(wantedMembers([queue()], [server()], { moves: [], pauses })[0]?.pause).toBe('brief');
});

const wish = (changes: Partial<WantedMember> = {}): WantedMember => ({
  queue: 'service',
  userId: 'camille',
  extension: '6001',
  penalty: 0,
  why: [],
  pause: null,
  ...changes,
});
const present = (changes: Partial<PresentMember> = {}): PresentMember => ({
  extension: '6001',
  penalty: 0,
  isPaused: false,
  pauseReason: '',
  isFixed: false,
  ...changes,
});
const ours = { driven: ['service'], known: new Set(['6001', '6002']) };

describe('[QUEUE-14] what is ordered', () => {
  it.each<[string, WantedMember[], PresentMember[], string[]]>([
    ['nothing where all is well', [wish()], [present()], []],
    ['that she joins', [wish({ penalty: 2 })], [], ['join 6001']],
    ['that she joins and is paused', [wish({ pause: 'brief' })], [], ['join 6001', 'pause 6001']],
    ['that she leaves', [], [present()], ['leave 6001']],
    ['nothing of who is written into the switch', [], [present({ isFixed: true })], []],
    ['nothing of who is not known here', [], [present({ extension: '9999' })], []],
    ['that she is asked later', [wish({ penalty: 4 })], [present()], ['penalty 6001']],
    ['that she is paused', [wish({ pause: 'brief' })], [present()], ['pause 6001']],
    [
      'nothing of a pause of the same reason',
      [wish({ pause: 'brief' })],
      [present({ isPaused: true, pauseReason: pauseReasonOf('brief') })],
      [],
    ],
    [
      'that a pause of ours ends',
      [wish()],
      [present({ isPaused: true, pauseReason: pauseReasonOf('brief') })],
      ['resume 6001'],
    ],
    [
      'nothing of a pause that was made elsewhere',
      [wish()],
      [present({ isPaused: true, pauseReason: 'repas' })],
      [],
    ],
  ])('[QUEUE-14] %s', (_what, wanted, there, orders) => {
    const told = ordersFor(wanted, new Map([['service', there]]), ours);
    expect(told.map(({ order, extension }) => `${order} ${extension}`)).toEqual(orders);
  });

  it('[QUEUE-14] nothing in a queue that is not driven, or that the switch does not have', () => {
    const there = new Map([['other', [present()]]]);
    expect(ordersFor([wish()], there, ours)).toEqual([]);
    expect(ordersFor([wish({ queue: 'other' })], there, ours)).toEqual([]);
  });

  const extension = fc.constantFrom('6001', '6002', '9999');
  const presents = fc.uniqueArray(
    fc.record({
      extension,
      penalty: fc.nat(3),
      isPaused: fc.boolean(),
      pauseReason: fc.constantFrom('', 'repas', pauseReasonOf('brief')),
      isFixed: fc.boolean(),
    }),
    { selector: (one) => one.extension },
  );
  const wishes = fc.uniqueArray(
    fc.record({
      queue: fc.constant('service'),
      userId: extension,
      extension: fc.constantFrom('6001', '6002'),
      penalty: fc.nat(3),
      why: fc.constant([]),
      pause: fc.constantFrom(null, 'brief', 'formation'),
    }),
    { selector: (one) => one.extension },
  );

  const after = (members: readonly PresentMember[], order: MemberOrder): PresentMember[] => {
    const others = members.filter((one) => one.extension !== order.extension);
    const own = members.find((one) => one.extension === order.extension);
    if (order.order === 'leave') return others;
    const base = own ?? present({ extension: order.extension });
    if (order.order === 'join' || order.order === 'penalty')
      return [...others, { ...base, penalty: order.penalty }];
    if (order.order === 'pause')
      return [...others, { ...base, isPaused: true, pauseReason: order.reason }];
    return [...others, { ...base, isPaused: false, pauseReason: '' }];
  };

  it('[QUEUE-14] once it is carried out nothing more is ordered, and others are as they were', () => {
    fc.assert(
      fc.property(wishes, presents, (wanted, there) => {
        const orders = ordersFor(wanted, new Map([['service', there]]), ours);
        const then = orders.reduce<PresentMember[]>(after, there);
        expect(ordersFor(wanted, new Map([['service', then]]), ours)).toEqual([]);
        const alien = (members: readonly PresentMember[]) =>
          members.filter((one) => one.extension === '9999');
        expect(alien(then)).toEqual(alien(there));
      }),
    );
  });
});
