/** Choices in words, as an import reads them again; in English the words are our own. */
import type { BrandRelation, Consent, Customer } from '../customer/customer.ts';
import type { Channel, Direction } from '../interaction/channel.ts';
import type { Outcome } from '../interaction/interaction.ts';
import type { ExportLanguage } from './columns.ts';

type French<T extends string> = { readonly [value in T]: string };

const kinds: French<Customer['kind']> = { person: 'particulier', company: 'société' };
const civilities: French<Customer['civility']> = { mme: 'Mme', m: 'M', none: '' };
const segments: French<BrandRelation['segment']> = {
  new: 'nouveau',
  standard: 'courant',
  loyal: 'fidèle',
  premium: 'premium',
};
const statuses: French<Consent['status']> = {
  given: 'accord',
  limited: 'limité',
  opposed: 'opposition',
};
const channels: French<Channel> = {
  phone: 'téléphone',
  email: 'e-mail',
  sms: 'SMS',
  form: 'formulaire',
  chat: 'tchat',
  post: 'courrier',
  counter: 'guichet',
  store: 'magasin',
  social: 'réseaux sociaux',
  representative: 'représentant',
  web: 'site',
  app: 'application',
  catalogue: 'catalogue',
};
const directions: French<Direction> = { inbound: 'entrant', outbound: 'sortant' };
const outcomes: French<Outcome> = {
  answered: 'répondu',
  missed: 'manqué',
  abandoned: 'abandonné',
  refused: 'refusé',
  failed: 'échec',
  busy: 'occupé',
  'no-answer': 'sans réponse',
  'answered-elsewhere': 'répondu ailleurs',
  done: 'fait',
  unanswered: 'sans suite',
  undelivered: 'non remis',
};

const said =
  <T extends string>(french: French<T>) =>
  (value: T, language: ExportLanguage): string =>
    language === 'fr' ? french[value] : value;

export const exportWords = {
  kind: said(kinds),
  civility: (value: Customer['civility'], language: ExportLanguage): string =>
    value === 'none' ? '' : said(civilities)(value, language),
  segment: said(segments),
  consentStatus: said(statuses),
  channel: said(channels),
  direction: said(directions),
  outcome: said(outcomes),
  vip: (value: boolean, language: ExportLanguage): string =>
    language === 'fr' ? (value ? 'oui' : 'non') : value ? 'yes' : 'no',
};
