import { isZone } from '@shared/domain/calendar/zoned-time.ts';
import { endOfWhen, instantOfWhen, whenSchema, zoneSchema } from '@shared/domain/time/when.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const paris = (text: string) => instantOfWhen(text, 'Europe/Paris');

it('[TIME-2] an offset is that instant, whatever the zone; without one it is the clock of the zone', () => {
  expect(paris('2026-07-01T12:00:00+05:30')).toBe('2026-07-01T06:30:00.000Z');
  expect(paris('2026-07-01T12:00:00Z')).toBe('2026-07-01T12:00:00.000Z');
  expect(paris('2026-07-01T12:00')).toBe('2026-07-01T10:00:00.000Z');
  expect(paris('2026-01-01T12:00:00.1234567')).toBe('2026-01-01T11:00:00.123Z');
  expect(instantOfWhen('2026-07-01T12:00:00', 'Indian/Reunion')).toBe('2026-07-01T08:00:00.000Z');
  expect(instantOfWhen('2026-07-01T12:00:00', 'America/Martinique')).toBe(
    '2026-07-01T16:00:00.000Z',
  );
  expect(instantOfWhen('2026-07-01T00:30:00', 'Pacific/Noumea')).toBe('2026-06-30T13:30:00.000Z');
});

it('[TIME-3] in the gap of spring the clock before it counts, of the double hour of autumn the first', () => {
  expect(paris('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
  expect(paris('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
  expect(paris('2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00.000Z');
  expect(paris('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
  expect(paris('2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
  // A call of twenty minutes over the change, and one that ended before it.
  const end = (text: string, startedAt: string) => endOfWhen(text, 'Europe/Paris', startedAt);
  expect(end('2026-10-25T02:10', '2026-10-25T00:50:00.000Z')).toBe('2026-10-25T01:10:00.000Z');
  expect(end('2026-10-25T02:10', '2026-10-25T00:00:00.000Z')).toBe('2026-10-25T00:10:00.000Z');
  expect(end('2026-10-25T02:10', '2026-10-25T01:20:00.000Z')).toBe('2026-10-25T00:10:00.000Z');
  expect(end('2026-10-25T02:10+02:00', '2026-10-25T00:50:00.000Z')).toBe(
    '2026-10-25T00:10:00.000Z',
  );
  // Half an hour of summer time.
  expect(instantOfWhen('2026-10-04T02:15:00', 'Australia/Lord_Howe')).toBe(
    '2026-10-03T15:45:00.000Z',
  );
});

it('[TIME-2] every instant comes back from the clock of its zone, but for the second of a double hour', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'];
  const from = Date.UTC(2000, 0, 1);
  const shown = (zone: string, atMs: number) =>
    new Date(atMs).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 40 * 365 * 86_400 }),
      (zone, second) => {
        const atMs = from + second * 1000;
        const back = Date.parse(instantOfWhen(shown(zone, atMs), zone) ?? '');
        expect(shown(zone, back)).toBe(shown(zone, atMs));
        expect(back).toBeLessThanOrEqual(atMs);
      },
    ),
    { numRuns: 300, seed: 20_817 },
  );
});

it('[TIME-4] what is no time or no zone is none', () => {
  const wrong = [
    '2026-02-30T10:00:00',
    '2026-11-31T10:00:00Z',
    '2026-11-05T24:00:00',
    '2026-11-05T10:60:00',
    '2026-11-05T10:00:60',
    '2026-13-05T10:00:00',
    '2026-11-05',
    '05/11/2026 10:00',
    '2026-11-05T10:00:00+25:00',
    '',
  ];
  for (const text of wrong) {
    expect(paris(text), text).toBeNull();
    expect(whenSchema.safeParse(text).success, text).toBe(false);
  }
  for (const zone of ['Europe/Paname', '+02:00', '', 'x'.repeat(61)]) {
    expect(zoneSchema.safeParse(zone).success, zone).toBe(false);
  }
  expect(isZone('America/Cayenne')).toBe(true);
});
