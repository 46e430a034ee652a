/** How the demo brands write down their reasons and dispositions: one line each. */
import type { Disposition, Reason } from '@shared/domain/brand/brand.ts';

type Label = readonly [fr: string, en: string];
export type ReasonLine = readonly [code: string, ...label: Label];
export type DispositionLine = readonly [
  code: string,
  label: Label,
  group: Label,
  synonyms: string,
  ending?: 'resolves' | 'callback' | 'refuses-offer' | 'opposes-calls',
];

export const reasonsOf = (brandId: string, lines: readonly ReasonLine[]): readonly Reason[] =>
  lines.map(([code, fr, en]) => ({ code, brandId, label: { fr, en } }));

/** The order of the lines is the rank: the four most frequent come first. */
export const dispositionsOf = (
  brandId: string,
  lines: readonly DispositionLine[],
): readonly Disposition[] =>
  lines.map(([code, label, group, synonyms, ending], rank) => ({
    code,
    brandId,
    label: { fr: label[0], en: label[1] },
    group: { fr: group[0], en: group[1] },
    synonyms: synonyms === '' ? [] : synonyms.split(', '),
    resolvesCase: ending === 'resolves',
    expectsCallback: ending === 'callback',
    ...(ending === 'refuses-offer' ? { refusesOffer: true } : {}),
    ...(ending === 'opposes-calls' ? { opposesCalls: true } : {}),
    rank,
  }));
