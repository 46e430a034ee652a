/** Which number a call may present: never a hidden one, never a mobile one, and dedicated ones for machines. */
import type { ReasonCode } from '../reasons.ts';
import { type Call, forEver, type Refused, type Rule } from '../rule.ts';
import { hiddenNumberMs, numberPlanMs } from './dates.ts';
import { type NumberClass, numberClassOf } from './number-class.ts';

const hidden = {
  article: 'L221-17',
  source:
    'Code de la consommation, art. L221-16 et L221-17 : numéro jamais masqué dans un appel commercial ; plan Arcep',
} as const;
const surcharged = {
  article: 'L221-17 ; arrêté du 5 juillet 2016',
  source: 'Arrêté du 5 juillet 2016, art. 2, pris pour le Code de la consommation, art. L221-17',
} as const;

const refusals: Readonly<Partial<Record<NumberClass, ReasonCode>>> = {
  mobile: 'number-mobile',
  surcharged: 'number-surcharged',
  platform: 'number-for-platforms',
  short: 'number-short',
  foreign: 'number-foreign',
  unreadable: 'number-unreadable',
};

type Dialling = 'by-hand' | 'automated';

const diallingOf = (text: string | undefined): Dialling | null => {
  const said = (text ?? '').toLowerCase();
  const automated = /automat|predict|prédict|progressi|power|robot|machine/.test(said);
  const byHand = /\bhand\b|advisor|manual|manuel|à la main|conseill|preview/.test(said);
  if (automated === byHand) return null;
  return automated ? 'automated' : 'by-hand';
};

/** Hidden and surcharged numbers were forbidden before the plan named the others. */
const checkNumber = ({ facts }: Call, atMs: number): Refused | null => {
  const presented = facts.presentedNumber;
  if (presented?.hidden === true) return { ...forEver('number-hidden'), ...hidden };
  if (presented?.hidden === undefined || presented.number === undefined)
    return forEver('number-unknown');
  const found = numberClassOf(presented.number);
  const isFirst = found === 'surcharged' || found === 'short' || found === 'unreadable';
  if (atMs < numberPlanMs && !isFirst) return null;
  const reason = refusals[found];
  if (reason !== undefined)
    return {
      ...forEver(reason),
      ...(found === 'surcharged' || found === 'short' ? surcharged : {}),
    };
  const dialling = diallingOf(facts.dialling);
  if (dialling === null) return forEver('dialling-unknown');
  return dialling === 'automated' && found !== 'dedicated' ? forEver('number-not-dedicated') : null;
};

export const presentedNumber: Rule = {
  id: 'presented-number',
  article: 'Décision Arcep n° 2022-1583 ; L44 VI CPCE',
  source:
    'Plan national de numérotation (décision Arcep n° 2018-0881 modifiée par la n° 2022-1583), § 2.2.2 et 2.3, en vigueur le 1er janvier 2023',
  fromMs: hiddenNumberMs,
  untilMs: null,
  check: checkNumber,
};
