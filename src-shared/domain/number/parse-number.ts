/**
 * One number, whatever its clothes: as typed, as pasted, as seen in a SIP header, becomes E.164
 * (ITU-T E.164, at most 15 digits) or is plainly no number. France is home.
 */
import parsePhoneNumber from 'libphonenumber-js/min';
import { displayNumber } from './display-number.ts';
import {
  countryCodeOf,
  type NumberKind,
  nationalKind,
  overseasCountryCodes,
  shortNumberKind,
} from './french-plan.ts';
import { readSipAddress } from './sip-address.ts';

export type ParsedNumber = {
  /** `+` and digits, or null where there is no number to call or to look up. */
  readonly e164: string | null;
  /** The French way: pairs for French numbers, international spacing for others. */
  readonly display: string;
  readonly kind: NumberKind;
};

/** RFC 3323 §4.1 and the words that switches put in its place. */
const hiddenWords =
  /^(?:anonymous|anonyme|restricted|private|privé|unavailable|unknown|withheld|inconnu|masqué|hidden|asserted-?id|no ?caller ?id|numéro masqué)$/i;

const extensionTail = /\s*(?:poste|ext(?:ension)?\.?|x|#)\s*\d{1,6}\s*$/i;
const separators = /[\s.\-‐-―−/()[\]_·]/g;

const nothing = (display: string, kind: NumberKind = 'none'): ParsedNumber => ({
  e164: null,
  display,
  kind,
});

const known = (countryCode: string, national: string): ParsedNumber => {
  const e164 = `+${countryCode}${national}`;
  return { e164, display: displayNumber(e164), kind: nationalKind(national) };
};

const french = (national: string): ParsedNumber => known(countryCodeOf(national), national);

const international = (digits: string, shown: string): ParsedNumber => {
  const afterFrance = /^33(?:0)?([1-9]\d{8})$/.exec(digits);
  if (afterFrance?.[1] !== undefined) return french(afterFrance[1]);
  if (digits.startsWith('33')) return nothing(shown);
  const territory = overseasCountryCodes.find((code) => digits.startsWith(code));
  const afterTerritory = territory && /^(?:0)?([1-9]\d{8})$/.exec(digits.slice(territory.length));
  if (territory && afterTerritory?.[1]) return known(territory, afterTerritory[1]);
  const parsed = parsePhoneNumber(`+${digits}`, { extract: false });
  if (!parsed?.isPossible()) return nothing(shown);
  return { e164: parsed.number, display: displayNumber(parsed.number), kind: 'foreign' };
};

const national = (digits: string, shown: string): ParsedNumber => {
  const tenDigits = /^0([1-9]\d{8})$/.exec(digits);
  if (tenDigits?.[1] !== undefined) return french(tenDigits[1]);
  const short = shortNumberKind(digits);
  if (short !== null) return nothing(digits, short);
  // Trunks drop the plus; spreadsheets drop the leading zero.
  if (/^33[1-9]\d{8}$/.test(digits)) return international(digits, shown);
  if (/^[1-9]\d{8}$/.test(digits)) return french(digits);
  if (/^\d{2,5}$/.test(digits)) return nothing(digits, 'internal');
  const bare = /^[1-9]\d{10,14}$/.test(digits) ? parsePhoneNumber(`+${digits}`) : undefined;
  if (bare?.isValid()) return international(digits, shown);
  return nothing(shown);
};

const readDigits = (text: string, shown: string): ParsedNumber => {
  const bare = text
    .replace(/^[*#]31#/, '')
    .replace(/^(\+?\s*(?:00)?[\d\s]{1,5}?)\s*[([]\s*0\s*[)\]]/, '$1')
    .replace(extensionTail, '')
    .replaceAll(separators, '');
  if (!/^\+?\d+$/.test(bare)) return nothing(shown);
  const digits = bare.replace('+', '');
  if (digits.startsWith('00')) return international(digits.slice(2), shown);
  // A plus before a national number is a common slip of gateways.
  if (bare.startsWith('+') && !/^0[1-9]\d{8}$/.test(digits)) return international(digits, shown);
  return national(digits, shown);
};

/** Reads any raw text; never throws, whatever the text. */
export const parseNumber = (raw: string): ParsedNumber => {
  const text = raw
    .slice(0, 1000)
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .trim();
  const address = readSipAddress(text);
  const candidate = (address?.user ?? text).trim();
  if (hiddenWords.test(candidate)) return nothing('', 'hidden');
  if (candidate === '')
    return nothing('', address && hiddenWords.test(address.displayName) ? 'hidden' : 'none');
  const shown = candidate.replaceAll(/\s+/g, ' ');
  if (address?.phoneContext && !candidate.startsWith('+')) {
    const local = candidate.replaceAll(separators, '').replace(/^0/, '');
    const global = readDigits(address.phoneContext + local, shown);
    if (global.e164 !== null) return global;
  }
  const whole = readDigits(candidate, shown);
  if (whole.e164 !== null || whole.kind !== 'none') return whole;
  // Several numbers in one field: the first is the one meant.
  const parts = candidate.split(/\s*(?:[/;,|]|\bou\b|\bor\b)\s*/);
  const first =
    parts.length > 1
      ? parts.map((part) => readDigits(part, part)).find((part) => part.e164 !== null)
      : undefined;
  return first ?? whole;
};
