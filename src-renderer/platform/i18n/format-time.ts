/** Times, dates, durations and amounts the way each language writes them. Pure. */

import type { Language } from './translator.ts';
import type { Say } from './use-text.ts';

export type Moment = string | number;

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** Made once for each language: to make a format takes longer than to write a hundred times with it. */
const oneEach = <Format>(make: (locale: string) => Format) => {
  const made = new Map<Language, Format>();
  return (language: Language): Format => {
    const known = made.get(language) ?? make(locales[language]);
    made.set(language, known);
    return known;
  };
};

const dates = (options: Intl.DateTimeFormatOptions) => {
  const format = oneEach((locale) => new Intl.DateTimeFormat(locale, options));
  return (moment: Moment, language: Language): string => format(language).format(new Date(moment));
};

const numbers = (digits: number, options: Intl.NumberFormatOptions = {}) =>
  oneEach(
    (locale) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        ...options,
      }),
  );

/** 11:48 */
export const formatTime = dates({ hour: '2-digit', minute: '2-digit' });

/** 11:48:09 */
export const formatSecond = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** jeudi 5 novembre 2026 */
export const formatFullDay = dates({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** jeudi 5 novembre */
export const formatDay = dates({ weekday: 'long', day: 'numeric', month: 'long' });

/** 5 nov. */
export const formatShortDay = dates({ day: 'numeric', month: 'short' });

/** 05/11/2026 */
export const formatDate = dates({ day: '2-digit', month: '2-digit', year: 'numeric' });

const monthAlone = dates({ month: 'long' });
const monthAndYear = dates({ month: 'long', year: 'numeric' });

/** octobre, octobre 2025 */
export const formatMonth = (moment: Moment, language: Language, withYear: 'year' | 'no-year') =>
  (withYear === 'year' ? monthAndYear : monthAlone)(moment, language);

const euros = { style: 'currency', currency: 'EUR' } as const;
const wholeEuros = numbers(0, euros);
const eurosAndCents = numbers(2, euros);

/** 3 940 €, from cents; cents are shown only where there are any. */
export const formatEuros = (cents: number, language: Language): string =>
  (cents % 100 === 0 ? wholeEuros : eurosAndCents)(language).format(cents / 100);

const byDigits = [numbers(0), numbers(1), numbers(2)] as const;

export const formatNumber = (value: number, language: Language, digits: 0 | 1 | 2 = 0): string =>
  byDigits[digits](language).format(value);

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
  new Date(one).toDateString() === new Date(other).toDateString();
