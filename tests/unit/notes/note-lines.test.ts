import { joinLine, splitLine, writeLine } from '@renderer/features/notes/note-lines.ts';
import type { NoteLine } from '@shared/domain/interaction/interaction.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const first = '2026-11-05T10:45:00.000Z';
const later = '2026-11-05T10:47:00.000Z';
const lines: readonly NoteLine[] = [{ at: first, text: 'Pied cassé' }];

it('[WRAP-1] a thought keeps the time at which it was begun', () => {
  expect(writeLine([], 0, 'P', first)).toEqual([{ at: first, text: 'P' }]);
  expect(writeLine(lines, 0, 'Pied avant cassé', later)).toEqual([
    { at: first, text: 'Pied avant cassé' },
  ]);
  expect(writeLine(lines, 1, 'R', later)).toEqual([...lines, { at: later, text: 'R' }]);
});

it('[WRAP-1] Enter begins a new thought, Backspace joins it to the one before', () => {
  const split = splitLine(lines, 0, 4, later);
  expect(split).toEqual([
    { at: first, text: 'Pied' },
    { at: later, text: ' cassé' },
  ]);
  expect(joinLine(split, 1)).toEqual(lines);
});

it('[WRAP-1] whatever is typed, the lines stay within what the contract takes', () => {
  const edit = fc.record({
    kind: fc.constantFrom('write', 'split', 'join'),
    at: fc.nat(8),
    text: fc.string({ maxLength: 30 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let now: readonly NoteLine[] = [];
      for (const { kind, at, text } of edits) {
        if (kind === 'write') now = writeLine(now, at, text, later);
        else if (kind === 'split') now = splitLine(now, at, text.length, later);
        else now = joinLine(now, at);
      }
      expect(now.length).toBeLessThanOrEqual(500);
      expect(now.every((line) => line.text.length <= 4000)).toBe(true);
    }),
  );
});
