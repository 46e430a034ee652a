/** Words that the brand does not want are not said; what it wants instead is proposed. */

import type { SpeechLanguage } from '../text.ts';
import { findWords } from './find-words.ts';
import type { Finding } from './finding.ts';
import { perText } from './per-text.ts';
import type { AvoidedWords } from './subject.ts';

type Found = AvoidedWords & { readonly from: number; readonly to: number };

/** Every place in a text of this language where a word stands that the brand avoids, rule by rule. */
export const findAvoided = (
  text: string,
  language: SpeechLanguage,
  avoided: readonly AvoidedWords[],
): readonly Found[] => {
  const rules = avoided.filter((rule) => (rule.language ?? language) === language);
  if (rules.length === 0) return [];
  const places = findWords(
    text,
    rules.map(({ words }) => words),
  );
  return rules.flatMap((rule, index) =>
    (places[index] ?? []).map((place) => ({ ...rule, ...place })),
  );
};

/** What stands in a field's name is not said; its place in the text stays. */
const spokenOnly = (text: string): string =>
  text.replaceAll(/\{\{[^{}|]*/g, (all) => ' '.repeat(all.length));

export const checkWords = perText((said, { avoided = [] }) =>
  findAvoided(spokenOnly(said.text), said.language, avoided).map(
    ({ words, instead, severity, from, to }): Finding => ({
      check: 'words',
      code: 'words-forbidden',
      severity,
      at: { ...said.at, from, to },
      data: { words, found: said.text.slice(from, to), ...(instead ? { instead } : {}) },
    }),
  ),
);
