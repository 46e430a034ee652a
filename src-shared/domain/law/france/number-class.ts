/** What a presented number is in the French numbering plan, as far as the law asks. Pure. */
import { nationalKind } from '../../number/french-plan.ts';
import { parseNumber } from '../../number/parse-number.ts';

export type NumberClass =
  | 'dedicated'
  | 'ordinary'
  | 'mobile'
  | 'surcharged'
  | 'platform'
  | 'short'
  | 'foreign'
  | 'unreadable';

/** Numéros polyvalents vérifiés, the only ones that automated calls may present. */
const dedicated = /^(?:162|163|270|271|377|378|424|425|568|569|948|949|947[5-9])/;
const platform = /^93[7-9]/;
/** Fixed lines of Saint-Pierre-et-Miquelon, which has six digits and the French plan. */
const miquelon = /^\+5084\d{5}$/;

const codes = /^\+(?:33|262|590|594|596)(\d{9})$/;

const classOfNational = (national: string): NumberClass => {
  if (dedicated.test(national)) return 'dedicated';
  if (platform.test(national)) return 'platform';
  const kind = nationalKind(national);
  if (kind === 'mobile') return 'mobile';
  return kind === 'premium' || kind === 'shared-cost' ? 'surcharged' : 'ordinary';
};

export const numberClassOf = (text: string): NumberClass => {
  // Signs that a line obeys are no part of a number.
  if (/[*#]/.test(text)) return 'unreadable';
  const { e164, kind } = parseNumber(text);
  if (kind === 'short' || kind === 'emergency' || kind === 'internal') return 'short';
  if (e164 === null) return 'unreadable';
  const national = codes.exec(e164)?.[1];
  if (national !== undefined) return classOfNational(national);
  return miquelon.test(e164) ? 'ordinary' : 'foreign';
};
