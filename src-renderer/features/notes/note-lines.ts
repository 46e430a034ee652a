/** One line per thought with the time it was begun; pure edits of the list of lines. */
import type { NoteLine } from '@shared/domain/interaction/interaction.ts';

const lineLimit = 500;
const textLimit = 4000;

/** Changes the text of a line; writing in the empty line after the last makes it a thought. */
export const writeLine = (
  lines: readonly NoteLine[],
  at: number,
  text: string,
  now: string,
): NoteLine[] => {
  const kept = text.slice(0, textLimit);
  if (at >= lines.length)
    return lines.length >= lineLimit || kept === ''
      ? [...lines]
      : [...lines, { at: now, text: kept }];
  return lines.map((line, index) => (index === at ? { ...line, text: kept } : line));
};

/** Enter: what stands behind the caret becomes the next thought. */
export const splitLine = (
  lines: readonly NoteLine[],
  at: number,
  caret: number,
  now: string,
): NoteLine[] => {
  const line = lines[at];
  if (line === undefined || lines.length >= lineLimit) return [...lines];
  return [
    ...lines.slice(0, at),
    { ...line, text: line.text.slice(0, caret) },
    { at: now, text: line.text.slice(caret) },
    ...lines.slice(at + 1),
  ];
};

/** Backspace at the beginning: the thought joins the one before it. */
export const joinLine = (lines: readonly NoteLine[], at: number): NoteLine[] => {
  const line = lines[at];
  const before = lines[at - 1];
  if (line === undefined || before === undefined) return [...lines];
  const text = (before.text + line.text).slice(0, textLimit);
  return [...lines.slice(0, at - 1), { ...before, text }, ...lines.slice(at + 1)];
};
