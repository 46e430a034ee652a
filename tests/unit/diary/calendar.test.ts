/** Diaries out as calendars, and calendars in as busy times. */
import { readCalendar } from '@api/modules/diaries/calendar/read-calendar.ts';
import { writeCalendar } from '@api/modules/diaries/calendar/write-calendar.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PARIS = 'Europe/Paris';
const at = (iso: string): number => Date.parse(iso);
const year = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2027-01-01T00:00:00Z') };
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:a@x',
  'DTSTAMP:20260101T000000Z',
  ...lines,
  'END:VEVENT',
];
const read = (...lines: string[]) => readCalendar(calendar(...lines), year, PARIS);
const starts = (...lines: string[]): string[] =>
  read(...lines).busy.map(({ fromMs }) => new Date(fromMs).toISOString());

const appointment = (startsAt: string, rest: Partial<Appointment> = {}): Appointment => ({
  id: '0191c0de-0000-7000-8000-000000000001',
  representativeId: '0191c0de-0000-7000-8000-000000000002',
  customerId: '0191c0de-0000-7000-8000-000000000003',
  customerName: 'Hélène Vasseur',
  brandId: 'kerdoual',
  campaignId: null,
  startsAt,
  endsAt: new Date(at(startsAt) + 3_600_000).toISOString(),
  place: {
    lines: ['3, rue du Port; bât. B'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '29019',
    country: 'FR',
  },
  note: '',
  status: 'booked',
  sequence: 0,
  bookedBy: null,
  moves: 0,
  bookedAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-02T00:00:00.000Z',
  ...rest,
});

describe('out', () => {
  it('[DIARY-20] has a lasting UID, the number of its change, and CANCELLED of what is off', () => {
    const text = writeCalendar('Paul Kerven', PARIS, [
      appointment('2026-07-01T07:00:00.000Z', { sequence: 3 }),
      appointment('2026-12-01T08:00:00.000Z', {
        status: 'cancelled',
        id: '0191c0de-0000-7000-8000-000000000009',
      }),
    ]);
    expect(text).toContain('UID:0191c0de-0000-7000-8000-000000000001@parlance');
    expect(text).toContain('SEQUENCE:3');
    expect(text.match(/STATUS:\w+/g)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(text).toContain('LOCATION:3\\, rue du Port\\; bât. B\\, 29200 Brest');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('[DIARY-20] says the hours of his clock with the rules of his time zone, summer and winter', () => {
    const text = writeCalendar('Paul', PARIS, [
      appointment('2026-07-01T07:00:00.000Z'),
      appointment('2026-12-01T08:00:00.000Z'),
    ]);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Paris');
    expect(text.match(/DTSTART;TZID=Europe\/Paris:\d{8}T\d{6}/g)).toEqual([
      'DTSTART;TZID=Europe/Paris:20260701T090000',
      'DTSTART;TZID=Europe/Paris:20261201T090000',
    ]);
  });

  it('[DIARY-20] read again is at the same instants, in any zone of France', () => {
    const zones = [
      PARIS,
      'Indian/Reunion',
      'America/Martinique',
      'Pacific/Noumea',
      'America/Miquelon',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: year.fromMs / 60_000, max: year.toMs / 60_000 - 60 }),
        (zone, minute) => {
          const startsAt = new Date(minute * 60_000).toISOString();
          const { busy } = readCalendar(
            writeCalendar('x', zone, [appointment(startsAt)]),
            year,
            zone,
          );
          // An hour that comes twice in autumn is written as its first.
          const isTwice = zone === PARIS && startsAt.startsWith('2026-10-25T01');
          if (!isTwice)
            expect(busy.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([startsAt]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('in', () => {
  it('[DIARY-22] has repetitions at the hour of the clock, without what is excepted, and what was moved', () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Paris:20260323T090000',
      'DTEND;TZID=Europe/Paris:20260323T100000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Paris:20260406T090000',
    );
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/Paris:20260413T090000',
      'DTSTART;TZID=Europe/Paris:20260414T150000',
      'DTEND;TZID=Europe/Paris:20260414T160000',
    );
    expect(starts(...weekly, ...moved)).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-04-14T13:00:00.000Z',
    ]);
  });

  it('[DIARY-22] reads zones that the file describes, UTC, whole days and times without a zone', () => {
    const romance = [
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010325T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    expect(
      starts(
        ...romance,
        ...event('DTSTART;TZID=Romance Standard Time:20260701T090000', 'DURATION:PT1H'),
      ),
    ).toEqual(['2026-07-01T07:00:00.000Z']);
    expect(starts(...event('DTSTART:20260701T090000Z', 'DTEND:20260701T093000Z'))).toEqual([
      '2026-07-01T09:00:00.000Z',
    ]);
    expect(starts(...event('DTSTART:20260701T090000', 'DTEND:20260701T093000'))).toEqual([
      '2026-07-01T07:00:00.000Z',
    ]);
    const [day] = read(...event('DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260703')).busy;
    expect(day).toMatchObject({
      fromMs: at('2026-07-01T00:00:00+02:00'),
      toMs: at('2026-07-03T00:00:00+02:00'),
    });
    const [alone] = read(...event('DTSTART;VALUE=DATE:20261025')).busy;
    expect(alone).toMatchObject({ toMs: at('2026-10-26T00:00:00+01:00') });
  });

  it('[DIARY-22] leaves out what is cancelled, free, or of no length, and a series without an end goes to the end of the period', () => {
    const hours = ['DTSTART:20260701T090000Z', 'DTEND:20260701T093000Z'];
    expect(starts(...event(...hours, 'STATUS:CANCELLED'))).toEqual([]);
    expect(starts(...event(...hours, 'TRANSP:TRANSPARENT'))).toEqual([]);
    expect(starts(...event('DTSTART:20260701T090000Z'))).toEqual([]);
    const daily = starts(
      ...event('DTSTART:20101231T090000Z', 'DTEND:20101231T093000Z', 'RRULE:FREQ=DAILY'),
    );
    expect(daily).toHaveLength(365);
  });

  it('[DIARY-23] says what cannot be read and where, and keeps the rest', () => {
    const good = event('DTSTART:20260701T090000Z', 'DTEND:20260701T093000Z');
    const mixed = read(
      ...event('DTSTART;TZID=Nowhere:20260701T090000', 'DURATION:PT1H'),
      ...event('SUMMARY:x'),
      ...good,
    );
    expect(mixed.busy).toHaveLength(1);
    expect(mixed.events).toBe(3);
    expect(mixed.problems).toEqual([
      'event 1: the time zone "Nowhere" is not described in the file',
      'event 2: DTSTART is missing',
    ]);
    expect(readCalendar('nom;prénom\n', year, PARIS).problems).toEqual([
      'line 1: no BEGIN:VCALENDAR, this is no calendar',
    ]);
    expect(
      readCalendar(calendar('BEGIN:VEVENT', 'quatre mots sans rien', 'END:VEVENT'), year, PARIS)
        .problems,
    ).toEqual(['line 5: not of the form NAME:value']);
    expect(readCalendar(calendar(...good).slice(0, 120), year, PARIS).problems).toHaveLength(1);
  });

  it('[DIARY-23] ends, whatever it is given', () => {
    const source = calendar(
      ...event('DTSTART;TZID=Europe/Paris:20260323T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
    );
    fc.assert(
      fc.property(fc.nat(source.length), fc.string({ maxLength: 20 }), (place, noise) => {
        const { problems, events } = readCalendar(
          source.slice(0, place) + noise + source.slice(place),
          year,
          PARIS,
        );
        expect(problems.length + events).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
