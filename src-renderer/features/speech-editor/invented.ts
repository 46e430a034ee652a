/** Customers that nobody is: to hear a speech as an expert, as one led by the brand, as a stranger. */
import type { Facts } from '@shared/domain/script/facts.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';

export const inventedIds = ['expert', 'brand-led', 'new', 'unknown', 'long'] as const;
export type InventedId = (typeof inventedIds)[number];

const whoever = (language: SpeechLanguage, brandName: string): Facts => ({
  'brand.name': brandName,
  'advisor.firstName': 'Camille',
  'advisor.fullName': 'Camille Roussel',
  'call.direction': 'inbound',
  'call.waited': 42,
  'time.today': '2026-11-28',
  'time.hour': 11,
  'time.weekday': 'saturday',
  'customer.language': language,
});

type Said = { readonly [language in SpeechLanguage]: string };
const formal: { readonly [id in 'expert' | 'brand-led' | 'new' | 'long']: Said } = {
  expert: { fr: 'Madame Vasseur', en: 'Ms Vasseur' },
  'brand-led': { fr: 'Monsieur Le Goff', en: 'Mr Le Goff' },
  new: { fr: 'Madame Diallo', en: 'Ms Diallo' },
  long: {
    fr: 'Madame de La Rochefoucauld-Montmorency',
    en: 'Ms de La Rochefoucauld-Montmorency',
  },
};
const order: Said = { fr: 'canapé Belle-Île', en: 'Belle-Île sofa' };
const complaint: Said = { fr: 'Pied avant gauche cassé', en: 'Left front foot broken' };

const own: {
  readonly [id in InventedId]: (language: SpeechLanguage) => Facts;
} = {
  expert: (language) => ({
    'customer.formalName': formal.expert[language],
    'customer.firstName': 'Hélène',
    'customer.lastName': 'Vasseur',
    'customer.commune': 'Brest',
    'customer.since': 2017,
    'customer.vip': true,
    'customer.segment': 'premium',
    'customer.relationMode': 'expert',
    'order.label': order[language],
    'order.number': 'CK-48213',
    'case.reference': 'R-20817',
    'case.title': complaint[language],
  }),
  'brand-led': (language) => ({
    'customer.formalName': formal['brand-led'][language],
    'customer.firstName': 'Yann',
    'customer.lastName': 'Le Goff',
    'customer.commune': 'Quimper',
    'customer.since': 2024,
    'customer.vip': false,
    'customer.segment': 'standard',
    'customer.relationMode': 'brand-led',
    'order.label': order[language],
  }),
  new: (language) => ({
    'customer.formalName': formal.new[language],
    'customer.firstName': 'Aïssata',
    'customer.lastName': 'Diallo',
    'customer.vip': false,
    'customer.segment': 'new',
    'customer.relationMode': 'neutral',
  }),
  unknown: () => ({}),
  long: (language) => ({
    'customer.formalName': formal.long[language],
    'customer.firstName': 'Marie-Bérengère',
    'customer.lastName': 'de La Rochefoucauld-Montmorency',
    'customer.commune': 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson',
    'customer.vip': true,
    'customer.segment': 'loyal',
    'customer.relationMode': 'neutral',
    'order.label': order[language],
  }),
};

export const inventedFacts = (
  id: InventedId,
  language: SpeechLanguage,
  brandName: string,
): Facts => ({ ...whoever(language, brandName), ...own[id](language) });
