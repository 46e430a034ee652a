import { appetencesOf, type Contact } from '@shared/domain/channel-map/appetence.ts';
import { channelClassOf } from '@shared/domain/channel-map/channel-class.ts';
import { leavingRiskOf } from '@shared/domain/channel-map/leaving-risk.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import type { Outcome } from '@shared/domain/interaction/interaction.ts';
import { breakPointsOf } from '@shared/domain/thread/break-point.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { id } from '../../component/support/organisation.ts';

const now = Date.parse('2026-11-05T10:44:00.000Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let made = 0;

const contact = (
  channel: Channel,
  agoMs: number,
  more: Partial<Contact> & { readonly advisorId?: string | null } = {},
): Contact & { readonly advisorId: string | null } => ({
  id: id(70_000 + made++),
  channel,
  direction: 'inbound',
  outcome: 'done',
  brandId: 'kerdoual',
  threadId: null,
  endedAt: null,
  advisorId: null,
  startedAt: new Date(now - agoMs).toISOString(),
  ...more,
});

const score = (contacts: readonly Contact[], channel: Channel): number | undefined =>
  appetencesOf(contacts, now).find((one) => one.channel === channel)?.score;

it('[CHAN-1] the channel chosen more, later and with more success is liked more', () => {
  const often = [1, 5, 9, 20].map((days) => contact('email', days * dayMs));
  const once = contact('phone', 5 * dayMs);
  expect(score([...often, once], 'email')).toBeGreaterThan(score([...often, once], 'phone') ?? 101);
  const failing = often.map((one) => ({ ...one, outcome: 'unanswered' as const }));
  expect(score(failing, 'email')).toBeLessThan(score(often, 'email') ?? 0);
  const long = often.map((one) => ({
    ...one,
    startedAt: new Date(Date.parse(one.startedAt) - 300 * dayMs).toISOString(),
  }));
  expect(score(long, 'email')).toBeLessThan(score(often, 'email') ?? 0);
  expect(score(often, 'sms')).toBeUndefined();
});

it('[CHAN-2] what the brand sent in vain is no liking, what she took is half of one', () => {
  const sent = { direction: 'outbound' as const };
  expect(
    score([contact('sms', dayMs, { ...sent, outcome: 'undelivered' })], 'sms'),
  ).toBeUndefined();
  const taken = [contact('sms', dayMs, sent), contact('email', dayMs)];
  expect(score(taken, 'sms')).toBeLessThan(score(taken, 'email') ?? 0);
});

const outcomes: readonly Outcome[] = ['done', 'answered', 'abandoned', 'unanswered', 'missed'];
const anyContact = fc
  .record({
    channel: fc.constantFrom<Channel>('phone', 'email', 'chat', 'store', 'sms'),
    agoMs: fc.integer({ min: -3 * dayMs, max: 900 * dayMs }),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    outcome: fc.constantFrom(...outcomes),
  })
  .map(({ channel, agoMs, ...more }) => contact(channel, agoMs, more));

it('[CHAN-3] any order of arrival gives the same map, and the future counts nothing', () => {
  fc.assert(
    fc.property(
      fc.array(anyContact, { maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      (all, keys) => {
        const keyed = all.map((one) => ({ one, key: keys.next().value as number }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
        // Sums of fractions differ in their last digits by order; what is shown does not.
        const shown = (contacts: readonly Contact[]) =>
          appetencesOf(contacts, now).map(({ channel, score: points, yearDelta, failures }) => ({
            channel,
            points,
            yearDelta,
            failures,
          }));
        const known = all.filter(({ startedAt }) => Date.parse(startedAt) <= now);
        const byChannel = (rows: ReturnType<typeof shown>) =>
          [...rows].sort((a, b) => a.channel.localeCompare(b.channel));
        expect(byChannel(shown(shuffled))).toEqual(byChannel(shown(all)));
        expect(shown(known)).toEqual(shown(all));
        for (const { points } of shown(all)) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
        }
        expect(breakPointsOf(shuffled)).toEqual(breakPointsOf(all));
      },
    ),
  );
});

it('[CHAN-4] the year before is compared as it was then', () => {
  const old = contact('store', 400 * dayMs);
  const [store, email] = ['store', 'email'].map((channel) =>
    appetencesOf([old, contact('email', dayMs)], now).find((one) => one.channel === channel),
  );
  expect(store?.yearDelta).toBeLessThan(0);
  expect(email?.yearDelta).toBeNull();
});

it('[CHAN-5] classes are read from her own choices of two years, with their number', () => {
  const kindOf = (contacts: Parameters<typeof channelClassOf>[0]) => channelClassOf(contacts, now);
  const times = (channel: Channel, count: number, more = {}) =>
    Array.from({ length: count }, (_, at) => contact(channel, (at + 1) * dayMs, more));
  expect(kindOf(times('email', 2))).toEqual({ kind: 'too-few', of: 2 });
  expect(kindOf(times('email', 10))).toEqual({ kind: 'single-channel', channel: 'email', of: 10 });
  expect(kindOf([...times('email', 3), ...times('phone', 3)])).toEqual({
    kind: 'multichannel',
    channels: 2,
    of: 6,
  });
  expect(kindOf([...times('store', 4), ...times('phone', 2)])).toMatchObject({
    kind: 'attached-to-place',
    channel: 'store',
    times: 4,
  });
  const advisorId = id(7);
  const served = times('phone', 5, { advisorId, outcome: 'answered' });
  expect(kindOf([...served, ...times('email', 3)])).toMatchObject({
    kind: 'attached-to-person',
    advisorId,
    of: 5,
  });
  expect(kindOf([...times('email', 10, { startedAt: '2020-01-01T00:00:00.000Z' })])).toEqual({
    kind: 'too-few',
    of: 0,
  });
});

it('[CHAN-6] what failed and was taken up elsewhere within a day is a break, with its delay', () => {
  const chat = contact('chat', 10 * 60_000, {
    outcome: 'abandoned',
    endedAt: new Date(now - 4 * 60_000).toISOString(),
  });
  const call = contact('phone', 0);
  expect(breakPointsOf([call, chat])).toEqual([
    expect.objectContaining({
      from: 'chat',
      to: 'phone',
      fromId: chat.id,
      toId: call.id,
      afterMs: 4 * 60_000,
    }),
  ]);
  expect(breakPointsOf([contact('phone', 0), { ...chat, outcome: 'answered' }])).toEqual([]);
  const late = contact('chat', 30 * hourMs, { outcome: 'abandoned' });
  expect(breakPointsOf([late, call])).toEqual([]);
});

const calm = { cases: [], consents: [] };

it('[CHAN-7] two channels that failed are a high risk, each reason with its points', () => {
  const interactions = [
    contact('email', 17 * hourMs, { outcome: 'unanswered' }),
    contact('chat', hourMs, { outcome: 'abandoned' }),
  ];
  const risk = leavingRiskOf({ ...calm, interactions }, 'kerdoual', now);
  expect(risk.level).toBe('high');
  expect(risk.reasons[0]).toMatchObject({ kind: 'channels-failed', channels: ['email', 'chat'] });
  expect(risk.points).toBe(risk.reasons.reduce((sum, { points }) => sum + points, 0));
  expect(leavingRiskOf({ ...calm, interactions: [] }, 'kerdoual', now)).toEqual({
    level: 'none',
    points: 0,
    reasons: [],
  });
});

it('[CHAN-7] a long complaint, a fresh opposition and an unusual silence are reasons too', () => {
  const cases = [
    {
      brandId: 'kerdoual',
      kind: 'complaint' as const,
      status: 'open' as const,
      openedAt: new Date(now - 9 * dayMs).toISOString(),
    },
  ];
  const consents = [
    {
      brandId: 'kerdoual',
      channel: 'email' as const,
      status: 'opposed' as const,
      givenAt: new Date(now - 2 * dayMs).toISOString(),
    },
  ];
  const interactions = [100, 110, 120, 130, 140].map((days) => contact('email', days * dayMs));
  const kinds = leavingRiskOf({ interactions, cases, consents }, 'kerdoual', now).reasons.map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['silent', 'complaint-open', 'opposed']);
});

it('[CHAN-8] a talk that worked ends the failures before it', () => {
  const failed = contact('chat', 5 * hourMs, { outcome: 'abandoned' });
  const talked = contact('phone', hourMs, { outcome: 'answered' });
  const risk = leavingRiskOf({ ...calm, interactions: [talked, failed] }, 'kerdoual', now);
  expect(risk.reasons).toEqual([]);
});

it('[CHAN-9] what another brand failed at is no risk here', () => {
  const interactions = [
    contact('email', 17 * hourMs, { outcome: 'unanswered', brandId: 'lorvane' }),
    contact('chat', hourMs, { outcome: 'abandoned', brandId: 'lorvane' }),
  ];
  expect(leavingRiskOf({ ...calm, interactions }, 'kerdoual', now).level).toBe('none');
  expect(leavingRiskOf({ ...calm, interactions }, 'lorvane', now).level).toBe('high');
});
