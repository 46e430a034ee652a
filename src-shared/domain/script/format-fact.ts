/** How a fact is said: `{{order.date:weekday}}` is « samedi 28 novembre ». */
import { type FactName, factTypes } from './facts.ts';
import type { SpeechLanguage } from './text.ts';

/** Formats by the type of the fact that they are for. */
export const factFormats = {
  date: ['long', 'short', 'weekday'],
  amount: ['exact'],
  number: ['plain'],
  text: ['upper', 'sentence', 'pairs'],
} as const;

type How = { readonly language: SpeechLanguage; readonly format?: string | undefined };

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

const dateStyles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A day has no hour and so no zone: it is read and written in UTC. */
const dateWords = (value: string, { language, format }: How): string => {
  const at = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at)) return value;
  const style = format === 'short' || format === 'weekday' ? format : 'long';
  return new Intl.DateTimeFormat(locales[language], {
    ...dateStyles[style],
    timeZone: 'UTC',
  }).format(at);
};

const amountWords = (value: number, { language, format }: How): string =>
  new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: format === 'exact' || !Number.isInteger(value) ? 2 : 0,
  }).format(value);

const numberWords = (name: FactName, value: number, { language, format }: How): string =>
  format === 'plain' || name === 'customer.since'
    ? String(value)
    : new Intl.NumberFormat(locales[language]).format(value);

const textWords = (value: string, { format }: How): string => {
  const words = value.trim();
  if (format === 'upper') return words.toUpperCase();
  if (format === 'sentence') return words.charAt(0).toLowerCase() + words.slice(1);
  // A number that is read aloud is read in pairs.
  if (format === 'pairs') return words.replaceAll(/\s/g, '').replaceAll(/(..)(?=.)/g, '$1\u00a0');
  return words;
};

/** The words for a fact, '' when it has none: it is missing, or a yes or no, which is for branches. */
export const formatFact = (
  name: FactName,
  value: string | number | boolean | undefined,
  how: How,
): string => {
  if (value === undefined || typeof value === 'boolean') return '';
  if (factTypes[name].kind === 'date') return dateWords(String(value), how);
  if (typeof value === 'string') return textWords(value, how);
  if (!Number.isFinite(value)) return '';
  return factTypes[name].kind === 'amount'
    ? amountWords(value, how)
    : numberWords(name, value, how);
};
