/** Why this speech, in a sentence: « le 01 99 00 41 10 est celui de Maison Kerdoual, motif : livraison ». */

import { parseNumber } from '@shared/domain/number/parse-number.ts';
import type { BecauseSpeech } from '@shared/domain/script/choice/choose-speech.ts';
import type { Say } from './use-text.ts';

type Named = {
  readonly brandName: string;
  /** The reason's label, or its code where nobody gave it one. */
  readonly reasonLabel: (code: string) => string;
};

const clock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

const hoursWords = (value: string, t: Say): string => {
  const [from = 0, to = 0] = value.split('-').map(Number);
  return t('because.hours', { from: clock(from), to: clock(to) });
};

const wordsOf = ({ by, value }: BecauseSpeech, { reasonLabel }: Named, t: Say): string => {
  switch (by) {
    case 'reason':
      return t('because.reason', { reason: reasonLabel(value) });
    case 'case':
      return t('because.case', { kind: t(`because.cases.${value as 'complaint'}`) });
    case 'campaign':
      return t('because.campaign', { campaign: value });
    case 'queue':
      return t('because.queue', { queue: value });
    case 'segment':
      return t('because.segment', { segment: t(`because.segments.${value as 'vip'}`) });
    case 'language':
      return t('because.language', { language: t(`because.languages.${value as 'fr'}`) });
    case 'other-language':
      return t('because.otherLanguage', { language: t(`because.languages.${value as 'fr'}`) });
    case 'hours':
      return hoursWords(value, t);
    case 'number':
    case 'brand':
      return '';
  }
};

/** Empty where nothing is known of the choice. */
export const speechBecause = (because: readonly BecauseSpeech[], named: Named, t: Say): string => {
  if (because.length === 0) return '';
  const number = because.find(({ by }) => by === 'number')?.value;
  const brand = named.brandName;
  const head =
    number === undefined
      ? t('because.brand', { brand })
      : t('because.number', { brand, number: parseNumber(number).display });
  const rest = because.map((one) => wordsOf(one, named, t)).filter((words) => words !== '');
  return t('because.sentence', { reasons: [head, ...rest].join(t('because.and')) });
};
