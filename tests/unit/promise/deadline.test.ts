import { type DeadlineContact, deadlineOf, timeLeft } from '@shared/domain/deadline/deadline.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heleneBundle, interaction } from '../../component/support/helene.ts';
import { kerdoualRules } from '../../support/kerdoual-rules.ts';

const [vip] = heleneBundle.customer.relations;
if (vip === undefined) throw new Error('the fixture has a relation');
const now = Date.parse('2026-11-05T10:00:00.000Z');
const mail = interaction({
  channel: 'email',
  startedAt: '2026-11-04T17:42:00.000Z',
  outcome: 'unanswered',
});
const chat = interaction({
  channel: 'chat',
  startedAt: '2026-11-05T09:34:00.000Z',
  outcome: 'abandoned',
});
const due = (contacts: readonly DeadlineContact[], relation: typeof vip | undefined = vip) =>
  deadlineOf(contacts, relation, kerdoualRules, now);

it('[PROM-4] a VIP is to be reached within four open hours of the first thing nobody answered', () => {
  const deadline = due([chat, mail]);
  expect(deadline).toMatchObject({
    interactionId: mail.id,
    channel: 'email',
    // 18 minutes that evening, three and a half hours until noon, the last 12 minutes after lunch.
    dueAt: '2026-11-05T13:12:00.000Z',
    escalateAt: '2026-11-05T12:12:00.000Z',
    vip: true,
  });
  expect(deadline && timeLeft(deadline, 'open', kerdoualRules, now)).toEqual({
    leftMs: 192 * 60_000,
    used: (18 + 120) / 240,
  });
});

it('[PROM-4] anyone has the promise to anyone, and nobody what was not promised', () => {
  expect(due([mail], { ...vip, vip: false })?.dueAt).toBe('2026-11-06T17:42:00.000Z');
  const rules = { ...kerdoualRules, promises: [] };
  expect(deadlineOf([mail], vip, rules, now)).toBeNull();
  expect(deadlineOf([{ ...mail, brandId: 'lorvane' }], vip, kerdoualRules, now)).toBeNull();
});

it('[PROM-5] a talk or a written answer of hers keeps it; a machine or another failure does not', () => {
  const later = { startedAt: '2026-11-05T09:50:00.000Z' };
  const talk = interaction({ channel: 'phone', outcome: 'answered', ...later });
  expect(due([mail, chat, talk])).toBeNull();
  const sms = interaction({ channel: 'sms', direction: 'outbound', outcome: 'done', ...later });
  expect(due([mail, sms])?.interactionId).toBe(mail.id);
  expect(due([mail, { ...sms, advisorId: vip.brandId }])).toBeNull();
  const missed = interaction({
    channel: 'phone',
    direction: 'outbound',
    outcome: 'no-answer',
    ...later,
  });
  expect(due([mail, missed])?.interactionId).toBe(mail.id);
  expect(due([chat, { ...talk, startedAt: '2026-11-05T08:00:00.000Z' }])?.interactionId).toBe(
    chat.id,
  );
});

it('[PROM-6] the order of arrival changes no deadline', () => {
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const contacts = fc.array(
    fc
      .record({
        channel: fc.constantFrom('phone' as const, 'email' as const, 'chat' as const),
        direction: fc.constantFrom('inbound' as const, 'outbound' as const),
        outcome: fc.constantFrom('answered' as const, 'missed' as const, 'unanswered' as const),
        minutes: fc.integer({ min: -30, max: 5_000 }),
      })
      .map(({ minutes, ...more }) => interaction({ ...more, startedAt: at(minutes) })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(contacts, (all) => {
      expect(due([...all].reverse())).toEqual(due(all));
    }),
  );
});
