import { isExpired } from '@shared/domain/desktop/expiry.ts';
import { idleMsOf, shouldLock } from '@shared/domain/desktop/lock.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const minute = 60_000;
const hour = 60 * minute;
const now = 100 * hour;
const nobody = {
  now,
  systemIdleMs: null,
  inputAt: now - 20 * minute,
  callEndedAt: 0,
  liveCalls: 0,
};

it('[DEVICE-9] nobody there for as long as the house allows locks, a call or her keys elsewhere do not', () => {
  const rules = { lockAfterMinutes: 15 };
  expect(shouldLock(nobody, rules)).toBe(true);
  expect(shouldLock({ ...nobody, systemIdleMs: 14 * minute }, rules)).toBe(false);
  expect(shouldLock({ ...nobody, systemIdleMs: 16 * minute }, rules)).toBe(true);
  expect(shouldLock({ ...nobody, callEndedAt: now - 14 * minute }, rules)).toBe(false);
  expect(shouldLock({ ...nobody, liveCalls: 1 }, rules)).toBe(false);
  expect(shouldLock(nobody, { lockAfterMinutes: 21 })).toBe(false);
  expect(shouldLock(nobody, { lockAfterMinutes: null })).toBe(false);
});

it('[DEVICE-9] whatever the clocks say, idleness is never negative and never more than the system’s', () => {
  const time = fc.integer({ min: 0, max: 1_000 * hour });
  fc.assert(
    fc.property(time, time, time, time, (at, inputAt, callEndedAt, systemIdleMs) => {
      const idle = idleMsOf({ now: at, inputAt, callEndedAt, systemIdleMs, liveCalls: 0 });
      expect(idle).toBeGreaterThanOrEqual(0);
      expect(idle).toBeLessThanOrEqual(systemIdleMs);
    }),
  );
});

it('[DEVICE-15] the copy ends after the hours set, and a clock set back gains nothing', () => {
  const heard = { atMs: now, latestMs: now, expiresAfterHours: 72 };
  expect(isExpired(null, now)).toBe(false);
  expect(isExpired(heard, now + 71 * hour)).toBe(false);
  expect(isExpired(heard, now + 72 * hour)).toBe(true);
  expect(isExpired({ ...heard, latestMs: now + 72 * hour }, now - 500 * hour)).toBe(true);
});
