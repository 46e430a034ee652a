/** Postcodes and countries, with what spreadsheets and fingers did to them. */
import { wordsOf } from '../../identity/fold.ts';
import { type Read, refused, replaceBy, took } from '../problem.ts';

const countries: Readonly<Record<string, string>> = {
  france: 'FR',
  fra: 'FR',
  'france metropolitaine': 'FR',
  belgique: 'BE',
  belgium: 'BE',
  suisse: 'CH',
  switzerland: 'CH',
  luxembourg: 'LU',
  allemagne: 'DE',
  germany: 'DE',
  espagne: 'ES',
  spain: 'ES',
  italie: 'IT',
  italy: 'IT',
  portugal: 'PT',
  'royaume uni': 'GB',
  'united kingdom': 'GB',
  irlande: 'IE',
  ireland: 'IE',
  'pays bas': 'NL',
  netherlands: 'NL',
  monaco: 'MC',
};

/** Two letters (ISO 3166-1), France where nothing is said. */
export const readCountry = (raw: string): Read<string> => {
  const text = raw.trim();
  if (text === '') return took('FR');
  if (/^[a-z]{2}$/i.test(text)) return took(text.toUpperCase());
  const known = countries[wordsOf(text).join(' ')];
  return known === undefined ? refused('word-unknown') : took(known, 'tidied');
};

const mostForeign = 10;

/** Five digits in France; a zero that a spreadsheet took is given back, a letter is asked for. */
export const readPostcode = (raw: string, country: string): Read<string> => {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return took('');
  if (country !== 'FR') {
    return text.length > mostForeign
      ? refused('too-long', { kind: 'correct' }, mostForeign)
      : took(text.toUpperCase());
  }
  const bare = text
    .toUpperCase()
    .replace(/^FR?[-\s]*(?=\d)/, '')
    .replace(/\s*CEDEX.*$/, '')
    .replace(/[.,]0$/, '')
    .replaceAll(/[\s.]/g, '');
  const tidied = bare === text ? null : 'tidied';
  if (/^(?!00)\d{5}$/.test(bare)) return took(bare, tidied);
  if (/^[1-9]\d{3}$/.test(bare)) return took(`0${bare}`, 'leading-zero');
  const digits = bare.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const mainland = digits.replace(/^2[AB]/, '20');
  if (digits !== bare && /^\d{5}$/.test(mainland))
    return refused('postcode-letter-o', replaceBy(mainland));
  if (/^2[AB]\d{3}$/.test(bare)) return refused('postcode-corsica', replaceBy(mainland));
  return refused('postcode-digits', { kind: 'correct' }, bare.replaceAll(/\D/g, '').length);
};
