import {
  channelsOf,
  everything,
  type TimelineRow,
  timelineRows,
} from '@renderer/features/timeline/timeline-rows.ts';
import { expect, it } from 'vitest';
import { at, heleneBundle, interaction, ringNow } from '../../component/support/helene.ts';

const { interactions } = heleneBundle;
const current = {
  channel: 'phone',
  direction: 'inbound',
  startedAt: at('2026-11-05T11:44:00'),
  brandId: 'kerdoual',
  threadId: null,
} as const;

const words = (row: TimelineRow): string => {
  if (row.type === 'head') return `- ${row.head.kind}`;
  if (row.type === 'break') return `${row.from}>${row.to} ${row.afterMs / 60_000}`;
  return row.type === 'current' ? 'current' : row.interaction.channel;
};

it('[C360-8] newest first under heads of days, all channels, the call on top', () => {
  expect(timelineRows(interactions, everything, ringNow, current).map(words)).toEqual([
    '- today',
    'current',
    'chat>phone 4',
    'chat',
    'email>chat 1012',
    '- yesterday',
    'email',
    '- day',
    'representative',
    'sms',
    '- month',
    'web',
    'email',
    'email',
    'store',
    '- month',
    'catalogue',
  ]);
});

it('[C360-10] a failed exchange taken up on another channel within a day is a break', () => {
  const failed = interaction({
    channel: 'chat',
    startedAt: at('2026-11-03T10:00:00'),
    outcome: 'abandoned',
  });
  const after = (startedAt: string) => interaction({ channel: 'email', startedAt });
  const breaks = (rows: TimelineRow[]) => rows.filter((row) => row.type === 'break').length;
  const count = (later: string) =>
    breaks(timelineRows([failed, after(at(later))], everything, ringNow, null));
  expect(count('2026-11-03T11:00:00')).toBe(1);
  expect(count('2026-11-04T11:00:00')).toBe(0);
  const sameChannel = { ...after(at('2026-11-03T11:00:00')), channel: 'chat' as const };
  expect(breaks(timelineRows([failed, sameChannel], everything, ringNow, null))).toBe(0);
});

it('[C360-9] a question knows its answer and the answer its question', () => {
  const rows = timelineRows(interactions, { ...everything, channel: 'email' }, ringNow, null);
  const emails = rows.flatMap((row) => (row.type === 'entry' ? [row] : []));
  expect(emails.map((row) => [row.unanswered, row.other?.afterMs ?? null])).toEqual([
    [true, null],
    [false, 3 * 3_600_000],
    [false, 3 * 3_600_000],
  ]);
});

it('[C360-11] by channel, by brand and by period', () => {
  const shown = (filter: object) =>
    timelineRows(interactions, { ...everything, ...filter }, ringNow, null).filter(
      (row) => row.type === 'entry',
    ).length;
  expect(shown({})).toBe(9);
  expect(shown({ channel: 'sms' })).toBe(1);
  expect(shown({ brandId: 'solvenne' })).toBe(1);
  expect(shown({ days: 30 })).toBe(5);
  expect(channelsOf(interactions)[0]).toBe('email');
});
