import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import { printExpression } from '@shared/domain/script/expression/print.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTree, withoutPlaces } from './any-tree.ts';

const printed = (text: string): string | undefined => {
  const { tree } = parseExpression(text);
  return tree === undefined ? undefined : printExpression(tree);
};
/** Each problem as « code: the marked words → what is proposed ». */
const problems = (text: string): string[] =>
  (parseExpression(text).problems ?? []).map(
    ({ from, to, code, detail }) =>
      `${code}: ${text.slice(from, to)}${detail.suggestion === undefined ? '' : ` → ${detail.suggestion}`}`,
  );

describe('what is read', () => {
  it.each([
    ['customer.vip', 'customer.vip'],
    ['customer.vip et non order.late', 'customer.vip and not order.late'],
    ['a.x OU b.x ET c.x', 'a.x or b.x and c.x'],
    ['(a.x or b.x) and c.x', '(a.x or b.x) and c.x'],
    ['not (a.x or b.x)', 'not (a.x or b.x)'],
    ['order.amount >= 12,5', 'order.amount >= 12.5'],
    ['order.amount ≤ -3.25 or order.amount ≠ 0', 'order.amount <= -3.25 or order.amount != 0'],
    ['call.day < 2026-11-28', 'call.day < 2026-11-28'],
    [
      'customer.commune dans [« Brest », "Saint-Malo"]',
      'customer.commune in ["Brest", "Saint-Malo"]',
    ],
    ['order.size in [1, -2, 3]', 'order.size in [1, -2, 3]'],
    ['a.day in [2026-11-28,2026-12-01]', 'a.day in [2026-11-28, 2026-12-01]'],
    ['customer.commune est connu', 'customer.commune is known'],
    ['customer.commune est inconnue', 'customer.commune is unknown'],
    ['customer.vip = vrai ou customer.vip = faux', 'customer.vip = true or customer.vip = false'],
    ['answer.pied-neuf.montant-2 > 3', 'answer.pied-neuf.montant-2 > 3'],
    ['a.b = "dit \\"oui\\" \\\\ non"', 'a.b = "dit \\"oui\\" \\\\ non"'],
    ['a.b = “oui”', 'a.b = "oui"'],
    ['a.b = «\u00a0où\u202fça\u00a0»', 'a.b = "où\u202fça"'],
  ])('[EXPR-1] "%s" is read as "%s"', (text, written) => {
    expect(printed(text)).toBe(written);
  });

  it('[EXPR-3] a tree written out and read again is the same tree', () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom('fr' as const, 'en' as const), (tree, language) => {
        const { tree: again } = parseExpression(printExpression(tree, language));
        expect(again === undefined ? null : withoutPlaces(again)).toEqual(withoutPlaces(tree));
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is a mistake', () => {
  it.each([
    ['', ['empty: ']],
    ['   ', ['empty:    ']],
    ['customer.vip and', ['operand-missing: and']],
    ['and customer.vip', ['operand-missing: and']],
    ['customer.vip == true', ['operator-unknown: == → =']],
    [
      'a.x && !b.x || c.x',
      ['operator-unknown: && → and', 'operator-unknown: ! → not', 'operator-unknown: || → or'],
    ],
    ['a.x =< 3', ['operator-unknown: =< → <=']],
    ['customer.commune = "Brest', ['text-not-closed: "Brest → "']],
    ['customer.commune = «Brest', ['text-not-closed: «Brest → »']],
    ['(a.x or b.x', ['bracket-not-closed: ( → )']],
    ['a.x) and b.x', ['bracket-not-opened: )']],
    ['a.x b.x', ['operator-missing: b.x']],
    ['a.x > 2026-02-30', ['bad-date: 2026-02-30']],
    ['a.x > 12abc and b.x > 1.2.3', ['bad-number: 12abc', 'bad-number: 1.2.3']],
    ['1 < a.x < 3', ['chained-comparison: <']],
    ['a.x is "b"', ['operator-unknown: is → =']],
    ['(a.x = 1) is known', ['known-needs-name: known']],
    ['a.x in "b"', ['list-missing: "b" → [']],
    ['a.x in []', ['list-value: ]']],
    ['a.x in [b.x, 2]', ['list-value: b.x']],
    ['[1, 2] = a.x', ['list-misplaced: [']],
    [
      'a.x # b.x and c.x = § or (',
      [
        'unknown-character: #',
        'unknown-character: §',
        'operand-missing: (',
        'bracket-not-closed: ( → )',
      ],
    ],
  ])('[EXPR-4] "%s" names its mistakes where they are', (text, named) => {
    expect(problems(text)).toEqual(named);
  });

  it.each([
    ['a.x in [1,5]', ['ambiguous-comma: 1,5']],
    ['a.x in [1,5, 3]', ['ambiguous-comma: 1,5']],
    ['a.x in [10,20,30]', ['ambiguous-comma: 10,20,30']],
    ['a.x = 1,5', []],
    ['a.x in [1, 5, 1.5]', []],
  ])('[EXPR-5] the commas of "%s"', (text, named) => {
    expect(problems(text)).toEqual(named);
  });

  it('[EXPR-6] what is too long or nested too deep is refused as such', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a.x${')'.repeat(depth)}`;
    expect(problems(nested(30))).toEqual([]);
    expect(parseExpression(nested(31)).problems?.map(({ code }) => code)).toEqual(['too-deep']);
    expect(parseExpression('not '.repeat(31)).problems?.[0]?.code).toBe('too-deep');
    expect(parseExpression(`a.x${' '.repeat(497)}`).problems).toBeUndefined();
    const long = parseExpression(`a.x${' '.repeat(498)}`).problems;
    expect(long).toEqual([{ from: 0, to: 501, code: 'too-long', detail: { limit: 500 } }]);
  });

  const fragments = fc.constantFrom(
    ...['(', ')', '[', ']', ',', '"', '«', '»', '\\', 'and', 'ou', 'not', 'in', 'est', 'known'],
    ...[
      '=',
      '<',
      '!',
      'a.x',
      '__proto__',
      '1',
      '1,5',
      '-',
      '2026-11-28',
      ' ',
      '\u00a0',
      '🙂',
      '\ud800',
    ],
  );
  it.each([
    ['units', fc.string({ unit: 'binary', maxLength: 600 })],
    ['fragments', fc.array(fragments, { maxLength: 200 }).map((parts) => parts.join(''))],
    ['bytes', fc.uint8Array({ maxLength: 600 }).map((bytes) => String.fromCharCode(...bytes))],
  ])('[EXPR-2] any %s are parsed, or give problems that lie in the text', (_kind, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseExpression(text);
        if (parsed.tree !== undefined) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { from, to } of parsed.problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
