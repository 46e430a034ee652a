import { estimatedHeight } from '@renderer/features/timeline/estimated-height.ts';
import {
  everything,
  type TimelineRow,
  timelineRows,
} from '@renderer/features/timeline/timeline-rows.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { expect, it } from 'vitest';
import { at, interaction, ringNow } from '../../component/support/helene.ts';

const heightOf = (...all: Interaction[]): number => {
  const rows = timelineRows(all, everything, ringNow, null);
  const entry = rows.find((row) => row.type === 'entry');
  return estimatedHeight(entry);
};
const exchange = (changes: Partial<Interaction>) =>
  interaction({
    channel: 'email',
    startedAt: at('2026-11-03T10:00:00'),
    customerWords: null,
    notes: [],
    title: '',
    ...changes,
  });

it('[C360-12] a row is placed by what it says: longer words, a failure, an answer make it higher', () => {
  const short = heightOf(exchange({ summary: 'Où en est ma commande ?' }));
  expect(heightOf(exchange({ summary: 'Où en est ma commande ? '.repeat(4) }))).toBe(short + 40);
  const endless = 'Où en est ma commande ? '.repeat(99);
  expect(heightOf(exchange({ summary: endless }))).toBe(short + 60);
  expect(heightOf(exchange({ summary: 'Où ?', outcome: 'missed' }))).toBe(short + 20);
  expect(heightOf(exchange({ summary: null }))).toBe(short - 20);
});

it('[C360-12] heads and breaks have their own height', () => {
  const head: TimelineRow = { type: 'head', key: 'today', head: { kind: 'today' } };
  expect(estimatedHeight(head)).toBeLessThan(heightOf(exchange({ summary: 'Où ?' })));
  expect(estimatedHeight(undefined)).toBe(estimatedHeight(head));
});
