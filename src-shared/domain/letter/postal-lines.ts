/**
 * An address as the French post reads it (NF Z10-011): six lines of 38 characters at most, the last one
 * in capitals without accents or punctuation. Pure.
 */
import { type Customer, postalAddressSchema } from '../customer/customer.ts';

export const LINE_LENGTH = 38;
export const MOST_LINES = 6;

export type PostalLines = {
  readonly lines: readonly string[];
  /** Something had to be shortened to fit: worth a look before it is sent. */
  readonly shortened: boolean;
};

type Addressee = Pick<
  Customer,
  'kind' | 'civility' | 'firstName' | 'lastName' | 'companyName' | 'address'
>;

const civilities = { mme: 'MME', m: 'M', none: '' } as const;

/** As the sorting machines read: capitals A to Z, digits and spaces. */
const sorted = (text: string): string =>
  text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();

/** Words that the norm lets be shortened, by its own short forms. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bBOULEVARD\b/g, 'BD'],
  [/\bAVENUE\b/g, 'AV'],
  [/\bPLACE\b/g, 'PL'],
  [/\bIMPASSE\b/g, 'IMP'],
  [/\bCHEMIN\b/g, 'CHE'],
  [/\bALLEE\b/g, 'ALL'],
  [/\bRESIDENCE\b/g, 'RES'],
  [/\bBATIMENT\b/g, 'BAT'],
  [/\bAPPARTEMENT\b/g, 'APT'],
  [/\bESCALIER\b/g, 'ESC'],
  [/\bLOTISSEMENT\b/g, 'LOT'],
  [/\bSAINTE\b/g, 'STE'],
  [/\bSAINT\b/g, 'ST'],
  [/\bGENERAL\b/g, 'GAL'],
  [/\bMARECHAL\b/g, 'MAL'],
];

type Fitted = { readonly line: string; readonly shortened: boolean };

const fitted = (text: string): Fitted => {
  const whole = sorted(text);
  if (whole.length <= LINE_LENGTH) return { line: whole, shortened: false };
  let line = whole;
  for (const [word, short] of shortForms) {
    line = line.replaceAll(word, short);
    if (line.length <= LINE_LENGTH) return { line, shortened: true };
  }
  return { line: line.slice(0, LINE_LENGTH).trimEnd(), shortened: true };
};

/** Postcode and commune: the postcode is never cut. */
const lastLine = (postcode: string, commune: string): Fitted => fitted(`${postcode} ${commune}`);

/** Null: there is nothing to put on an envelope. */
export const postalLines = (customer: Addressee): PostalLines | null => {
  const { kind, civility, firstName, lastName, companyName } = customer;
  const address = postalAddressSchema.nullable().parse(customer.address);
  if (address === null || address.postcode.trim() === '' || address.commune.trim() === '')
    return null;
  const person = [civilities[civility], firstName, lastName]
    .filter((part) => part !== '')
    .join(' ');
  const head =
    kind === 'company' && companyName !== null ? [companyName, person] : [person || companyName];
  const middle = address.lines.map((line) => line.trim()).filter((line) => line !== '');
  const abroad = address.country === 'FR' ? [] : [fitted(address.country)];
  const names = head.filter((line): line is string => line !== null && line.trim() !== '');
  const last = [lastLine(address.postcode, address.commune), ...abroad];
  const room = MOST_LINES - last.length;
  const before = [...names, ...middle].map(fitted);
  // Of too many lines those next to the street are kept: they bring it there.
  const kept =
    before.length <= room
      ? before
      : [...before.slice(0, 1), ...before.slice(before.length - room + 1)];
  const all = [...kept, ...last].filter(({ line }) => line !== '');
  return {
    lines: all.map(({ line }) => line),
    shortened: before.length > room || all.some(({ shortened }) => shortened),
  };
};
