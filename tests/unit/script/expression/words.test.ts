import { wordsOfScript } from '@shared/domain/script/editing/answer-words.ts';
import { formatExpression } from '@shared/domain/script/expression/format.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import type { ExpressionType } from '@shared/domain/script/expression/types.ts';
import { wordsOfFacts } from '@shared/domain/script/expression/words-of-facts.ts';
import { factNames, factTypes } from '@shared/domain/script/facts.ts';
import { describe, expect, it } from 'vitest';
import { aSpeech, end, step } from '../checks/a-speech.ts';

const languages = ['fr', 'en'] as const;
const plain = /^[^._{}]{3,}$/;

describe('the words of facts', () => {
  it.each(factNames)('[EXPR-16] %s has words in French and in English, its values too', (name) => {
    const words = wordsOfFacts(name);
    const type: ExpressionType = factTypes[name];
    const said = [
      words?.noun,
      ...(type.kind === 'yes-no' ? [words?.yes, words?.no] : []),
      ...(type.kind === 'one-of' ? type.values.map((value) => words?.values?.[value]) : []),
    ];
    for (const one of said)
      for (const language of languages) expect(one?.[language]).toMatch(plain);
  });

  it('[EXPR-16] no two facts are called alike', () => {
    for (const language of languages) {
      const nouns = factNames.map((name) => wordsOfFacts(name)?.noun[language]);
      expect(new Set(nouns).size).toBe(factNames.length);
    }
  });

  it('[EXPR-16] a name that is no fact has none, inherited ones neither', () => {
    for (const name of ['customer', 'constructor', '__proto__', 'customer.shoe'])
      expect(wordsOfFacts(name)).toBeUndefined();
  });

  it('[EXPR-14] the yes of a consent is said', () => {
    const ask = step('ask', { fields: [{ id: 'ok', label: 'Vos données', type: 'consent' }] });
    const { tree } = parseExpression('answer.ask.ok = "yes" and time.weekday = "sunday"');
    if (tree === undefined) throw new Error('not read');
    const words = wordsOfScript(aSpeech({ steps: [ask, end('bye')] }));
    expect(formatExpression(tree, 'fr', words).replaceAll(/\s/g, ' ')).toBe(
      'si la réponse à « Vos données » est « oui » et le jour de la semaine est « dimanche »',
    );
    expect(formatExpression(tree, 'en', words)).toBe(
      'if the answer to “Vos données” is “yes” and the day of the week is “Sunday”',
    );
  });
});
