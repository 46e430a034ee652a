/** Moments as the clocks show them where she lives. */
import type { Language } from '@renderer/platform/i18n/translator.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
type Moment = number | string;

const shown = (
  moment: Moment,
  timeZone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(new Date(moment));

/** 17:12 */
export const timeAt = (moment: Moment, zone: string, language: Language): string =>
  shown(moment, zone, language, { hour: '2-digit', minute: '2-digit' });

/** jeudi */
export const weekdayAt = (moment: Moment, zone: string, language: Language): string =>
  shown(moment, zone, language, { weekday: 'long' });

/** 03/02/2026 */
export const dayAt = (moment: Moment, zone: string, language: Language): string =>
  shown(moment, zone, language, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** 21 décembre à 10:00 */
export const instantAt = (moment: Moment, zone: string, language: Language): string =>
  shown(moment, zone, language, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
