/** How high a row will be, nearly: what is measured later moves the thumb by the difference. Pure. */
import { hasFailed } from '@shared/domain/thread/break-point.ts';
import type { TimelineRow } from './timeline-rows.ts';

const heights = { head: 32, current: 64, break: 45 } as const;
const lettersPerLine = 46;
const linesAtMost = 4;
const linePx = 20;
const titlePx = 20;
const flagPx = 20;
const gapPx = 13;

const linesOf = (text: string): number =>
  Math.min(linesAtMost, Math.ceil(text.length / lettersPerLine));

export const estimatedHeight = (row: TimelineRow | undefined): number => {
  if (row?.type !== 'entry') return heights[row?.type ?? 'head'];
  const { interaction, other, unanswered } = row;
  const { customerWords, summary, notes, title, outcome, direction } = interaction;
  const sentence = customerWords ?? summary ?? notes.at(-1)?.text ?? title;
  const half =
    direction === 'inbound' && other !== null
      ? linesOf(other.interaction.summary ?? other.interaction.title)
      : 0;
  const flag = unanswered || other !== null || hasFailed(outcome) ? flagPx : 0;
  const said = interaction.speech === null ? 0 : flagPx;
  return titlePx + (linesOf(sentence) + half) * linePx + flag + said + gapPx;
};
