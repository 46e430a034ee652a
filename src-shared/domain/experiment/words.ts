/** What an experiment found, in plain words: no term of statistics that nobody uses at table. Pure. */
import type { Verdict } from './compare.ts';
import type { ExperimentDesign, FactorKind } from './design.ts';

export type ToldComparison = {
  readonly factor: FactorKind | 'calls';
  readonly level: string;
  readonly first: string;
  readonly verdict: Verdict;
  readonly difference: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** People that are missing in the smaller of the two groups. */
  readonly missing: number;
};
export type Told = {
  readonly outcome: ExperimentDesign['outcome'];
  readonly look: ExperimentDesign['look'];
  readonly windowDays: number;
  readonly comparisons: readonly ToldComparison[];
  readonly breakEven: number | null;
};
type Language = 'fr' | 'en';

const outcomes: Record<Language, Record<ExperimentDesign['outcome'], string>> = {
  fr: {
    success: 'de succès',
    ordered: 'de commandes',
    satisfied: 'de clients satisfaits',
    opposed: 'd’oppositions',
  },
  en: {
    success: 'successes',
    ordered: 'orders',
    satisfied: 'satisfied customers',
    opposed: 'oppositions',
  },
};

const points = (share: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
    .format(100 * share)
    .replace('-', '−');

const named = (level: string, language: Language): string => {
  const known: Record<Language, Record<string, string>> = {
    fr: {
      called: 'Appeler',
      control: 'ne pas appeler',
      whole: 'la suite entière',
      'call-only': 'l’appel seul',
      'written-only': 'l’écrit seul',
    },
    en: {
      called: 'Calling',
      control: 'not calling',
      whole: 'the whole sequence',
      'call-only': 'the call alone',
      'written-only': 'writing alone',
    },
  };
  const hours = /^(\d+)-(\d+)$/.exec(level);
  if (hours === null)
    return known[language][level] ?? (language === 'fr' ? `« ${level} »` : `“${level}”`);
  const [, from, to] = hours;
  return language === 'fr' ? `${from} h–${to} h` : `${from}:00–${to}:00`;
};

const people = (count: number, language: Language): string => {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(count);
  if (language === 'fr') return `${number} ${count > 1 ? 'personnes' : 'personne'}`;
  return `${number} ${count === 1 ? 'person is' : 'people are'}`;
};

const interval = (
  { value, low, high }: NonNullable<ToldComparison['difference']>,
  language: Language,
): string =>
  language === 'fr'
    ? `${points(value, 'fr')} points, entre ${points(low, 'fr')} et ${points(high, 'fr')}`
    : `${points(value, 'en')} points, between ${points(low, 'en')} and ${points(high, 'en')}`;

const french = (one: ToldComparison, { outcome }: Told): string => {
  const [level, first, what] = [
    named(one.level, 'fr'),
    named(one.first, 'fr'),
    outcomes.fr[outcome],
  ];
  const pair = `${level} plutôt que ${first}`;
  const by = one.difference === null ? '' : ` (${interval(one.difference, 'fr')})`;
  switch (one.verdict) {
    case 'ahead':
      return `${pair} donne plus ${what}${by}. C’est établi.`;
    case 'behind':
      return `${pair} donne moins ${what}${by}. C’est établi.`;
    case 'no-difference':
      return `${pair} : aucune différence ${what} qui vaille la peine${by}.`;
    case 'sealed':
      return `${pair} : le résultat reste fermé, il manque ${people(one.missing, 'fr')}. Le regarder avant tromperait.`;
    case 'not-yet':
      return `${pair} : on ne sait pas encore${by}, il manque ${people(one.missing, 'fr')}.`;
  }
};

const english = (one: ToldComparison, { outcome }: Told): string => {
  const [level, first, what] = [
    named(one.level, 'en'),
    named(one.first, 'en'),
    outcomes.en[outcome],
  ];
  const pair = `${level} rather than ${first}`;
  const by = one.difference === null ? '' : ` (${interval(one.difference, 'en')})`;
  switch (one.verdict) {
    case 'ahead':
      return `${pair} brings more ${what}${by}. That is established.`;
    case 'behind':
      return `${pair} brings fewer ${what}${by}. That is established.`;
    case 'no-difference':
      return `${pair}: no difference in ${what} that is worth the trouble${by}.`;
    case 'sealed':
      return `${pair}: the result stays sealed, ${people(one.missing, 'en')} missing. Looking before would deceive.`;
    case 'not-yet':
      return `${pair}: nobody knows yet${by}, ${people(one.missing, 'en')} missing.`;
  }
};

const paysWords = (told: Told, language: Language): string[] => {
  const calls = told.comparisons.find(({ factor }) => factor === 'calls');
  if (told.breakEven === null || calls?.difference == null) return [];
  const from = points(told.breakEven, language);
  const isPaid = calls.difference.low > told.breakEven;
  if (language === 'fr') {
    return [
      `Un appel se paie à partir de ${from} points : ${isPaid ? 'c’est le cas.' : 'ce n’est pas établi.'}`,
    ];
  }
  return [
    `A call pays from ${from} points on: ${isPaid ? 'it does.' : 'that is not established.'}`,
  ];
};

const readingWords = ({ look, windowDays }: Told): Record<Language, string> => ({
  fr: `Chacun compte ${windowDays} jours après son entrée dans la liste, appelé ou non. ${
    look === 'fixed'
      ? 'Le résultat se lit une fois, quand les personnes prévues y sont.'
      : 'Le résultat peut se lire à tout moment : l’intervalle en tient compte.'
  }`,
  en: `Everybody counts ${windowDays} days after coming onto the list, called or not. ${
    look === 'fixed'
      ? 'The result is read once, when the people that were planned are through.'
      : 'The result may be read at any time: the interval allows for it.'
  }`,
});

export const experimentWords = (told: Told): Record<Language, string[]> => {
  const reading = readingWords(told);
  return {
    fr: [...told.comparisons.map((one) => french(one, told)), ...paysWords(told, 'fr'), reading.fr],
    en: [
      ...told.comparisons.map((one) => english(one, told)),
      ...paysWords(told, 'en'),
      reading.en,
    ],
  };
};
