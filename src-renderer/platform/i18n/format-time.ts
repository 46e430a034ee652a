/** Times, dates, durations and amounts the way each language writes them. Pure. */

import type { Language } from './translator.ts';
import type { Say } from './use-text.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
const cache = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const key = language + JSON.stringify(options);
  const known = cache.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  cache.set(key, known);
  return known;
};

export type Moment = string | number;
const toDate = (moment: Moment): Date => new Date(moment);

/** 11:48 */
export const formatTime = (moment: Moment, language: Language): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit' }).format(toDate(moment));

/** 11:48:09 */
export const formatSecond = (moment: Moment, language: Language): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    toDate(moment),
  );

/** jeudi 5 novembre 2026 */
export const formatFullDay = (moment: Moment, language: Language): string =>
  formatter(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    toDate(moment),
  );

/** jeudi 5 novembre */
export const formatDay = (moment: Moment, language: Language): string =>
  formatter(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(toDate(moment));

/** 5 nov. */
export const formatShortDay = (moment: Moment, language: Language): string =>
  formatter(language, { day: 'numeric', month: 'short' }).format(toDate(moment));

/** 05/11/2026 */
export const formatDate = (moment: Moment, language: Language): string =>
  formatter(language, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(toDate(moment));

/** octobre, octobre 2025 */
export const formatMonth = (moment: Moment, language: Language, withYear: 'year' | 'no-year') =>
  formatter(
    language,
    withYear === 'year' ? { month: 'long', year: 'numeric' } : { month: 'long' },
  ).format(toDate(moment));

/** 3 940 €, from cents; cents are shown only where there are any. */
export const formatEuros = (cents: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

export const formatNumber = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

const two = (value: number): string => String(value).padStart(2, '0');

/** A running timer: 0:06, 04:17 (`wide`), 1:02:03. Never negative. */
export const formatTimer = (ms: number, width: 'narrow' | 'wide' = 'narrow'): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
  return `${width === 'wide' ? two(minutes) : minutes}:${two(seconds % 60)}`;
};

/** A length in words: 8 min 05, 2 h 04, 40 s, 3 jours. */
export const formatLength = (ms: number, t: Say): string => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t('length.seconds', { s: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return seconds % 60 === 0 || minutes >= 10
      ? t('length.minutes', { m: minutes })
      : t('length.minutesSeconds', { m: minutes, s: two(seconds % 60) });
  const hours = Math.floor(minutes / 60);
  if (hours < 48)
    return minutes % 60 === 0 || hours >= 10
      ? t('length.hours', { h: hours })
      : t('length.hoursMinutes', { h: hours, m: two(minutes % 60) });
  return t('length.days', { count: Math.round(hours / 24) });
};

/** A delay as people say it: no seconds once there is a minute. */
export const formatDelay = (ms: number, t: Say): string =>
  formatLength(ms < 60_000 ? ms : Math.floor(ms / 60_000) * 60_000, t);

/** A length to the minute: 2 h 04, 0 h 22. */
export const formatHours = (ms: number, t: Say): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return t('length.hoursMinutes', { h: Math.floor(minutes / 60), m: two(minutes % 60) });
};

/** Whether two moments lie on the same day of the desktop's calendar. */
export const isSameDay = (one: Moment, other: Moment): boolean =>
  toDate(one).toDateString() === toDate(other).toDateString();
