import { type Decision, decide } from '@shared/domain/law/decide.ts';
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import { ruleIds } from '@shared/domain/law/rule.ts';
import { describe, expect, it } from 'vitest';
import { lawCases, rowsOnPage } from '../../support/law/case-table.ts';

const answerOf = (decision: Decision): string => {
  if (decision.allowed) return 'allowed';
  const { rule, allowedFromMs } = decision;
  return `${rule}, ${allowedFromMs === null ? 'never' : new Date(allowedFromMs).toISOString()}`;
};

const expected = (answer: string): string =>
  answer.replace(/\d{4}-\S+$/, (text) => new Date(text).toISOString());

describe('[LAW-1] the cases of docs/law.md, one per sentence of the law', () => {
  it('[LAW-1] are all read from the page', () => {
    expect(rowsOnPage).toBeGreaterThan(100);
    expect(lawCases).toHaveLength(rowsOnPage);
  });

  it('[LAW-1] name every rule at least once', () => {
    const named = new Set(lawCases.map(({ answer }) => answer.split(',')[0]));
    expect([...named].sort()).toEqual([...ruleIds, 'allowed'].sort());
  });

  it.each(lawCases)('[LAW-1] $says: $answer', ({ facts, instant, answer }) => {
    expect(answerOf(decide(frenchLaw, facts, instant))).toBe(expected(answer));
  });
});
