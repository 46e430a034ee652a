/** Why a line is refused and what helps, in words: the same on screen and in the file of errors. */
import type { LineProblem, ProblemCode, Remedy } from './problem.ts';

export type ImportLanguage = 'fr' | 'en';
type Words = readonly [fr: string, en: string];

const why: { readonly [code in ProblemCode]: Words } = {
  'phone-digits': ['{{number}} chiffres sur 10', '{{number}} digits out of 10'],
  'phone-letters': ['des lettres dans le numéro', 'letters in the number'],
  'phone-scientific': [
    'le tableur a remplacé les chiffres par une puissance de dix',
    'the spreadsheet has put a power of ten for the digits',
  ],
  'phone-short': ['numéro court, personne n’y répond', 'short number, nobody’s own'],
  'phone-automated': ['plage des automates', 'range of calling machines'],
  'phone-hidden': ['numéro masqué', 'withheld number'],
  'date-impossible': ['cette date n’existe pas', 'there is no such date'],
  'date-us-order': [
    'mois au-delà de 12 : jour et mois inversés ?',
    'month above 12: are day and month swapped?',
  ],
  'date-short-year': ['année sur deux chiffres', 'year of two digits'],
  'date-unreadable': ['date illisible, attendu 30/09/2026', 'unreadable date, expected 30/09/2026'],
  'date-future': ['date à venir', 'date still to come'],
  'date-implausible': ['année {{number}} invraisemblable', 'year {{number}} cannot be meant'],
  'time-unreadable': ['heure illisible, attendu 14:30', 'unreadable time, expected 14:30'],
  'zone-unknown': ['fuseau inconnu, attendu Europe/Paris', 'unknown zone, expected Europe/Paris'],
  'postcode-letter-o': ['lettre pour un chiffre', 'letter for a digit'],
  'postcode-corsica': ['code de commune, pas code postal', 'code of a commune, no postcode'],
  'postcode-digits': ['{{number}} chiffres sur 5', '{{number}} digits out of 5'],
  'email-no-at': ['sans @', 'without @'],
  'email-no-domain': ['sans domaine', 'without a domain'],
  'email-malformed': ['adresse malformée', 'malformed address'],
  'word-unknown': ['mot inconnu', 'unknown word'],
  'amount-unreadable': [
    'montant illisible, attendu 1234,56',
    'unreadable amount, expected 1234.56',
  ],
  'amount-ambiguous': ['décimales ou milliers ?', 'decimals or thousands?'],
  'score-unreadable': [
    'score de 0 à 1, ou de 0 à 100 %',
    'a score from 0 to 1, or from 0 to 100 %',
  ],
  'score-ambiguous': ['tout ou un centième ?', 'everything or a hundredth?'],
  'registration-wrong': ['clé de contrôle fausse', 'wrong check digit'],
  'too-long': ['plus de {{number}} caractères', 'more than {{number}} characters'],
  'too-many-numbers': ['trop de numéros dans la cellule', 'too many numbers in the cell'],
  'name-missing': ['ni nom ni société', 'neither a name nor a company'],
  'value-missing': ['valeur manquante', 'missing value'],
  'cells-surplus': [
    'plus de cellules que de colonnes : un séparateur dans un texte ?',
    'more cells than columns: a separator within a text?',
  ],
  'cell-not-text': ['caractères illisibles', 'unreadable characters'],
  'consent-without-date': ['accord sans date, pas d’appel', 'consent without a date, no call'],
  'consent-without-channel': ['accord sans canal', 'consent without a channel'],
  'consent-without-purpose': ['accord sans finalité', 'consent without a purpose'],
  'consent-without-proof': ['accord sans preuve', 'consent without a proof'],
  'consent-expired': ['plus d’un an, expiré', 'over a year, expired'],
  'consent-older': ['une décision plus récente est connue', 'a later decision is known'],
  'customer-opposed': ['opposée depuis {{number}}', 'opposed since {{number}}'],
  'customer-restricted': [
    'personne connue, dont le traitement des données est limité (RGPD, art. 18) : sa fiche ne change pas',
    'a known person whose data is restricted (GDPR, art. 18): the card stays as it is',
  ],
  'customer-unknown': [
    'personne de connu sous ce numéro, cette adresse ou cette référence',
    'nobody known by this number, address or reference',
  ],
  'customer-ambiguous': ['plusieurs fiches possibles', 'several cards are possible'],
  'customer-unnamed': ['ni référence, ni numéro, ni e-mail', 'no reference, number or e-mail'],
  'ends-before-it-begins': ['finit avant de commencer', 'ends before it begins'],
  'not-storable': ['valeur impossible à enregistrer', 'a value that cannot be stored'],
};

const remedies: { readonly [kind in Exclude<Remedy['kind'], 'replace'>]: Words } = {
  correct: ['corriger', 'correct'],
  clear: ['laisser vide', 'leave empty'],
  skip: ['écarter', 'leave out'],
  'without-consent': ['sans l’accord', 'without the consent'],
};

const inLanguage = ([fr, en]: Words, language: ImportLanguage): string =>
  language === 'fr' ? fr : en;

export const whyInWords = (
  { code, number }: Pick<LineProblem, 'code' | 'number'>,
  language: ImportLanguage,
): string => inLanguage(why[code], language).replace('{{number}}', String(number ?? ''));

export const remedyInWords = (remedy: Remedy, language: ImportLanguage): string =>
  remedy.kind === 'replace' ? `${remedy.value} ?` : inLanguage(remedies[remedy.kind], language);
