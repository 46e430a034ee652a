import { randomUUID } from 'node:crypto';
import { keepQuiet, keptQuiet } from '@renderer/engine/advisor/kept-quiet.ts';
import type { EndedCall } from '@renderer/engine/calls/live-call.ts';
import { TurningAway } from '@renderer/engine/shift/turning-away.ts';
import type { IncomingHeaders } from '@renderer/engine/telephony/line.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { succeed } from '@shared/kernel/result.ts';
import { expect, it, vi } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples.ts';

const from = (number: string, rest: Partial<IncomingHeaders> = {}): IncomingHeaders => ({
  from: `<sip:${number}@trunk.example>;tag=1`,
  assertedIdentity: null,
  to: 'sip:6001@pbx',
  requestUri: 'sip:6001@pbx',
  called: [],
  brand: 'kerdoual',
  queue: null,
  callUid: null,
  autoAnswer: true,
  ...rest,
});
const known = sampleBundle();
const quietDesk = (doNotDisturb: LineSettings['doNotDisturb'] = 'busy') => {
  const desk = new DeskUnderFaults();
  const recorded: MutationBody[] = [];
  const away = new TurningAway({
    clock: { now: () => sampleNow },
    newId: randomUUID,
    advisorId: randomUUID(),
    advisor: () => desk.advisor,
    settings: () => ({ doNotDisturb, training: false }) as LineSettings,
    reference: () => sampleReference(),
    ownBrands: ['kerdoual'],
    byPhone: async (number) => (number === '+33639984117' ? [known] : []),
    comesBack: ({ callUid }) => callUid === 'parked',
    record: async (body) => {
      recorded.push(body);
      return succeed(null);
    },
  });
  const choose = (state: 'ready' | 'do-not-disturb') =>
    desk.advisor.take({ type: 'chosen', rest: { state, pauseReason: null } });
  return { desk, away, recorded, choose };
};

it('[DND-1] what comes in is answered busy, or unavailable where the line says so', () => {
  const { away, choose } = quietDesk();
  expect(away.turnsAway(from('+33639980001'))).toBeNull();
  choose('do-not-disturb');
  expect(away.turnsAway(from('+33639980001'))).toBe(486);
  choose('ready');
  expect(away.turnsAway(from('+33639980001'))).toBeNull();
  const other = quietDesk('unavailable');
  other.choose('do-not-disturb');
  expect(other.away.turnsAway(from('+33639980001'))).toBe(480);
});

it('[DND-4] a direct call is recorded once, with its customer, as not put through', async () => {
  const { away, recorded, choose } = quietDesk();
  choose('do-not-disturb');
  for (const callUid of ['a', 'a', 'a']) away.turnsAway(from('+33639984117', { callUid }));
  await vi.waitFor(() => expect(recorded).toHaveLength(1));
  expect(recorded[0]).toMatchObject({
    kind: 'interaction.record',
    payload: {
      customerId: known.customer.id,
      outcome: 'missed',
      brandId: 'kerdoual',
      call: { failure: 'do-not-disturb', customerNumber: '+33639984117' },
    },
  });
});

it('[DND-4] a call of a queue is left to the queue, and counted once', async () => {
  const { desk, away, recorded, choose } = quietDesk();
  choose('do-not-disturb');
  for (const callUid of ['q', 'q', 'r'])
    expect(away.turnsAway(from('+33639980002', { callUid, queue: 'kerdoual-service' }))).toBe(486);
  expect(desk.advisor.turnedAway('q')).toBe(false);
  // A direct one after them: when it is recorded, theirs would be too.
  away.turnsAway(from('+33639980003', { callUid: 'd' }));
  await vi.waitFor(() => expect(recorded.length).toBeGreaterThan(0));
  expect(recorded.map(({ payload }) => payload)).toMatchObject([
    { call: { customerNumber: '+33639980003' } },
  ]);
});

it('[DND-6] a customer whom she handed over, and nobody else, comes back to her', () => {
  const { away, choose } = quietDesk();
  choose('do-not-disturb');
  const origin = { number: '+33639984117' } as EndedCall['origin'];
  away.ended({ origin, transferredTo: 'Yanis Morel' } as EndedCall);
  away.ended({ origin: { ...origin, number: '+33639980001' }, transferredTo: null } as EndedCall);
  expect(away.turnsAway(from('+33639984117'))).toBeNull();
  expect(away.turnsAway(from('+33639980001'))).toBe(486);
});

it('[DND-5] what is kept is of this day only, and of this advisor', () => {
  const { desk, choose } = quietDesk();
  choose('do-not-disturb');
  expect(desk.quietSince).toBe(sampleNow);
  choose('ready');
  expect(desk.quietSince).toBeNull();
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  keepQuiet('camille', sampleNow);
  expect(keptQuiet('camille', sampleNow + 60_000)).toBe(sampleNow);
  expect(keptQuiet('camille', sampleNow + 24 * 3_600_000)).toBeNull();
  expect(keptQuiet('yanis', sampleNow)).toBeNull();
  keepQuiet('camille', null);
  expect(keptQuiet('camille', sampleNow)).toBeNull();
  vi.unstubAllGlobals();
});

it('[PARK-3] a call that she parked comes back to her, its number hidden or not', () => {
  const { away, choose } = quietDesk();
  choose('do-not-disturb');
  expect(away.turnsAway(from('anonymous', { callUid: 'parked' }))).toBeNull();
  expect(away.turnsAway(from('anonymous', { callUid: 'another' }))).toBe(486);
});
