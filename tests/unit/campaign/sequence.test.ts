/** Sequences, step after step, whatever happens in between. */

import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import { localDateOf, minuteOfDayOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import { writingRefusal } from '@shared/domain/campaign/may-write.ts';
import {
  decentFrom,
  dueAfter,
  nextTurn,
  reminderDue,
  type Sequence,
  type SequenceFacts,
  sequenceSchema,
} from '@shared/domain/campaign/sequence.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PARIS = 'Europe/Paris';
const at = (iso: string): number => Date.parse(iso);
const step = (id: string, kind: string, rest: object = {}) => ({ id, kind, ...rest });
const sequence = (...steps: object[]): Sequence => sequenceSchema.parse({ steps });
const whole = sequence(
  step('lettre', 'letter'),
  step('relance', 'sms', { afterDays: 5, when: 'no-answer' }),
  step('appel', 'call', { afterDays: 3, days: 'working' }),
  step('doc', 'documentation', { afterDays: 1 }),
  step('visite', 'appointment'),
  step('rappel', 'reminder', { afterDays: 1, channel: 'sms' }),
  step('regret', 'letter', { afterDays: 2, when: 'not-reached' }),
);
const monday = at('2026-09-07T09:00:00Z');
const facts = (rest: Partial<SequenceFacts> = {}): SequenceFacts => ({
  zone: PARIS,
  addedAtMs: monday,
  state: 'waiting',
  overBecause: null,
  overAtMs: monday,
  answeredAtMs: null,
  done: new Map(),
  ...rest,
});

describe('a sequence', () => {
  it('[SEQ-1] has one call, names of its own, and each step where it makes sense', () => {
    const problems = (...steps: object[]): string[] =>
      (sequenceSchema.safeParse({ steps }).error?.issues ?? []).map(({ message }) => message);
    expect(sequenceSchema.parse({}).steps.map(({ kind }) => kind)).toEqual(['call']);
    expect(problems(step('a', 'letter'))).toEqual(['a sequence has one call']);
    expect(problems(step('a', 'call'), step('a', 'letter'))).toEqual(['two steps are called "a"']);
    expect(problems(step('d', 'documentation'), step('a', 'call'))).toEqual([
      'documentation comes after the call',
    ]);
    expect(problems(step('a', 'call'), step('r', 'reminder'))).toEqual([
      'a reminder comes after an appointment',
    ]);
  });

  it('[SEQ-2] counts calendar days and working days, without holidays', () => {
    const due = (from: string, afterDays: number, days: 'calendar' | 'working') =>
      new Date(dueAfter(at(from), { afterDays, days }, PARIS)).toISOString();
    expect(due('2026-07-10T08:30:00Z', 0, 'working')).toBe('2026-07-10T08:30:00.000Z');
    expect(due('2026-07-10T08:30:00Z', 3, 'calendar')).toBe('2026-07-12T22:00:00.000Z');
    // Friday; Monday, then Tuesday 14 July is a holiday.
    expect(due('2026-07-10T08:30:00Z', 2, 'working')).toBe('2026-07-14T22:00:00.000Z');
  });

  it('[SEQ-3] goes through its steps in their order, and calls after those before the call', () => {
    expect(nextTurn(whole, facts())).toMatchObject({
      do: 'send',
      step: { id: 'lettre' },
      dueMs: monday,
    });
    const sent = new Map([['lettre', monday]]);
    const second = nextTurn(whole, facts({ done: sent }));
    expect(second).toMatchObject({ step: { id: 'relance' }, dueMs: at('2026-09-11T22:00:00Z') });
    const both = new Map([...sent, ['relance', at('2026-09-12T08:00:00Z')]]);
    expect(nextTurn(whole, facts({ done: both }))).toEqual({
      do: 'call',
      fromMs: at('2026-09-15T22:00:00Z'),
    });
  });

  it('[SEQ-5] leaves out what waits for no answer, and ends with whatever says no', () => {
    const sent = new Map([['lettre', monday]]);
    const answered = facts({ done: sent, answeredAtMs: monday + 1000 });
    expect(nextTurn(whole, answered)).toMatchObject({ do: 'call' });
    for (const overBecause of [
      'refusal',
      'opposition',
      'consent',
      'wrong-number',
      'close',
      'no-number',
    ])
      expect(nextTurn(whole, facts({ state: 'over', overBecause }))).toEqual({ do: 'end' });
    expect(nextTurn(whole, facts({ state: 'control' }))).toEqual({ do: 'end' });
  });

  it('[SEQ-11] sends documentation after a call that asks for it, and regrets whom nobody reached', () => {
    const over = (overBecause: string, done = new Map<string, number>()) =>
      nextTurn(whole, facts({ state: 'over', overBecause, done }));
    expect(over('documentation')).toMatchObject({
      step: { id: 'doc' },
      dueMs: at('2026-09-07T22:00:00Z'),
    });
    expect(over('documentation', new Map([['doc', monday]]))).toEqual({ do: 'end' });
    expect(over('success')).toEqual({ do: 'end' });
    expect(over('attempts')).toMatchObject({ step: { id: 'regret' } });
  });

  it('[SEQ-3] never does a step twice, before its time, or after the end, whatever happens', () => {
    const ends = fc.constantFrom(
      null,
      'success',
      'documentation',
      'attempts',
      'refusal',
      'opposition',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ hours: fc.integer({ min: 1, max: 200 }), end: ends, answers: fc.boolean() }),
          { maxLength: 40 },
        ),
        (events) => {
          let nowMs = monday;
          let now = facts();
          const done = new Map<string, number>();
          let isOver = false;
          for (const { hours, end, answers } of events) {
            nowMs += hours * 3_600_000;
            const turn = nextTurn(whole, now);
            if (turn.do === 'send' && turn.dueMs <= nowMs) {
              expect(done.has(turn.step.id)).toBe(false);
              const places = [...done.keys()].map((id) =>
                whole.steps.findIndex((one) => one.id === id),
              );
              const place = whole.steps.findIndex(({ id }) => id === turn.step.id);
              for (const before of places) expect(before).toBeLessThan(place);
              done.set(turn.step.id, nowMs);
            }
            if (isOver && now.overBecause !== null && /refusal|opposition/.test(now.overBecause))
              expect(turn.do).toBe('end');
            if (end !== null && !isOver && turn.do === 'call') {
              isOver = true;
              now = { ...now, state: 'over', overBecause: end, overAtMs: nowMs };
            }
            now = { ...now, done: new Map(done), answeredAtMs: answers ? nowMs : now.answeredAtMs };
          }
        },
      ),
    );
  });

  it('[SEQ-4] lets messages arrive at decent hours only, in any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }),
        fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'),
        (ms, zone) => {
          const fromMs = decentFrom(ms, zone);
          const date = localDateOf(fromMs, zone);
          const minute = minuteOfDayOf(fromMs, zone);
          expect(fromMs).toBeGreaterThanOrEqual(ms);
          expect(fromMs - ms).toBeLessThan(5 * 86_400_000);
          expect(weekdayOf(date)).toBeLessThan(7);
          expect(isFrenchHoliday(date)).toBe(false);
          expect(minute >= 540 && minute < 1140).toBe(true);
          expect(decentFrom(fromMs, zone)).toBe(fromMs);
        },
      ),
    );
  });

  it('[SEQ-12] reminds at 10:00 so many days before, later when it was booked later, and never too late', () => {
    const visit = at('2026-09-10T07:30:00Z');
    const due = (nowIso: string, afterDays = 1) => {
      const dueMs = reminderDue(visit, { afterDays }, PARIS, at(nowIso));
      return dueMs === null ? null : new Date(dueMs).toISOString();
    };
    expect(due('2026-09-01T08:00:00Z')).toBe('2026-09-09T08:00:00.000Z');
    expect(due('2026-09-09T12:00:00Z')).toBe('2026-09-09T12:00:00.000Z');
    expect(due('2026-09-09T20:00:00Z')).toBe('2026-09-10T07:00:00.000Z');
    expect(due('2026-09-10T07:30:00Z')).toBeNull();
  });

  it('[SEQ-10] writes by no channel that she opposed, and sells only to who consented or bought', () => {
    const consent = (
      channel: Consent['channel'],
      status: Consent['status'],
      until: string | null = null,
    ) =>
      ({
        id: 'x',
        customerId: 'y',
        brandId: 'b',
        channel,
        status,
        purpose: 'commercial',
        givenAt: '2026-01-01T00:00:00.000Z',
        until,
        proof: '',
      }) as unknown as Consent;
    const asked = (rest: Partial<Parameters<typeof writingRefusal>[0]>) =>
      writingRefusal({
        channel: 'sms',
        purpose: 'commercial',
        brandId: 'b',
        consents: [],
        hasBought: false,
        nowMs: monday,
        ...rest,
      });
    expect(asked({})).toBe('no-consent');
    expect(asked({ hasBought: true })).toBeNull();
    expect(asked({ purpose: 'service' })).toBeNull();
    expect(asked({ channel: 'post' })).toBeNull();
    expect(asked({ consents: [consent('sms', 'given')] })).toBeNull();
    expect(asked({ consents: [consent('email', 'given')] })).toBe('no-consent');
    expect(asked({ consents: [consent('sms', 'given', '2026-02-01T00:00:00.000Z')] })).toBe(
      'no-consent',
    );
    for (const channel of ['post', 'email', 'sms'] as const)
      for (const purpose of ['commercial', 'service'] as const)
        expect(
          asked({ channel, purpose, hasBought: true, consents: [consent(channel, 'opposed')] }),
        ).toBe('channel-opposed');
  });
});
