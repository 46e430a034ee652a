/** Nothing that is said in one go takes too long: 24 words take 9 seconds at a calm voice. */
import { plainSpeech } from '../render.ts';
import { perText } from './per-text.ts';

const secondsPerWord = 9 / 24;
export const calmLimitS = 16;
/** Nobody listens that long: it has to be cut. */
const hardLimitS = 40;

const word = /[\p{L}\p{N}]+(?:['’\u2011-][\p{L}\p{N}]+)*/gu;

/** Words that are spoken; a merged field counts by the words written for its absence, one at least. */
export const countWords = (text: string): number => {
  const fields = text.match(/\{\{[^{}|]*\}\}/g)?.length ?? 0;
  const spoken = plainSpeech(text.replaceAll(/\{\{[^{}|]*\}\}/g, ' '), {}, 'en');
  return (spoken.match(word)?.length ?? 0) + fields;
};

export const readingSeconds = (text: string): number =>
  Math.round(countWords(text) * secondsPerWord);

export const checkReadingTime = perText((said, { readingLimitS = calmLimitS }) => {
  const seconds = readingSeconds(said.text);
  if (seconds <= readingLimitS) return [];
  return [
    {
      check: 'reading-time',
      code: 'reading-too-long',
      severity: seconds > Math.max(hardLimitS, readingLimitS) ? 'block' : 'advice',
      at: said.at,
      data: { seconds, limit: readingLimitS },
    },
  ];
});
