/** Makes a demo speech: checks it against the schema and sets French punctuation. */
import type { z } from 'zod';
import { type Script, scriptSchema } from '../script.ts';

const unbroken = '\u00a0';

/** Non-breaking spaces where French typography wants them, so that no line begins with a mark. */
export const typeset = (text: string): string =>
  text.replace(/ (?=[:;?!€%»])/g, unbroken).replace(/« /g, `«${unbroken}`);

const typesetAll = (value: unknown): unknown => {
  if (typeof value === 'string') return typeset(value);
  if (Array.isArray(value)) return value.map(typesetAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typesetAll(one)]));
};

/** @throws when the speech does not fit its schema: a mistake of its author. */
export const speech = (written: z.input<typeof scriptSchema>): Script =>
  scriptSchema.parse(written.locale === 'fr' ? typesetAll(written) : written);
