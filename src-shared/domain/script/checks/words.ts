/** Words that the brand does not want are not said; what it wants instead is proposed. */

import { findWords } from './find-words.ts';
import type { Finding } from './finding.ts';
import { perText } from './per-text.ts';

/** What stands in a field's name is not said; its place in the text stays. */
const spokenOnly = (text: string): string =>
  text.replaceAll(/\{\{[^{}|]*/g, (all) => ' '.repeat(all.length));

export const checkWords = perText((said, { avoided = [] }) => {
  const rules = avoided.filter(({ language = said.language }) => language === said.language);
  if (rules.length === 0) return [];
  const places = findWords(
    spokenOnly(said.text),
    rules.map(({ words }) => words),
  );
  return rules.flatMap(({ words, instead, severity }, index) =>
    (places[index] ?? []).map(
      ({ from, to }): Finding => ({
        check: 'words',
        code: 'words-forbidden',
        severity,
        at: { ...said.at, from, to },
        data: { words, found: said.text.slice(from, to), ...(instead ? { instead } : {}) },
      }),
    ),
  );
});
