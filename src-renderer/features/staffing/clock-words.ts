/** Minutes of a day and days of a week, in words. Pure. */
import { formatDay } from '@renderer/platform/i18n/format-time.ts';
import type { Language } from '@renderer/platform/i18n/translator.ts';
import type { Say } from '@renderer/platform/i18n/use-text.ts';

/** `12:30`; after midnight it begins anew. */
export const clockOf = (minute: number): string => {
  const hour = Math.floor(minute / 60) % 24;
  return `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

export const dayWords = (day: string, language: Language): string =>
  formatDay(Date.parse(`${day}T12:00:00Z`), language);

/** « 35 h » or « 34 h 45 » */
export const hoursOf = (minutes: number, t: Say): string => {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return rest === 0
    ? t('schedules.hours', { hours })
    : t('schedules.hoursMinutes', { hours, minutes: String(rest).padStart(2, '0') });
};
