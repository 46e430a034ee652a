import { checkExpression } from '@shared/domain/script/expression/check.ts';
import { evaluate, type Truth } from '@shared/domain/script/expression/evaluate.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import { printExpression } from '@shared/domain/script/expression/print.ts';
import type { ExpressionType, ExpressionValues } from '@shared/domain/script/expression/types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTree, anyValues } from './any-tree.ts';

const decide = (text: string, values: ExpressionValues = {}): Truth => {
  const { tree } = parseExpression(text);
  if (tree === undefined) throw new Error(`not an expression: ${text}`);
  return evaluate(tree, values);
};

describe('three values', () => {
  const three = { 'a.t': true, 'a.f': false };
  it.each<[string, Truth]>([
    ['a.t and a.f', false],
    ['a.f and a.u', false],
    ['a.u and a.f', false],
    ['a.t and a.u', 'unknown'],
    ['a.u or a.t', true],
    ['a.f or a.u', 'unknown'],
    ['not a.u', 'unknown'],
    ['not a.f', true],
    ['a.t = a.t', true],
    ['a.t != a.f', true],
    ['a.t < a.f', 'unknown'],
    ['a.u = a.u', 'unknown'],
    ['a.u in [1, 2]', 'unknown'],
    ['a.u is known', false],
    ['a.u is unknown', true],
    ['a.f is known', true],
    ['(a.f or a.u) and a.f', false],
  ])('[EXPR-9] "%s" is %s', (text, truth) => {
    expect(decide(text, three)).toBe(truth);
  });

  it.each<[string, unknown, Truth]>([
    ['a.x >= 100', 100, true],
    ['a.x < 100', 99.5, true],
    ['a.x > 12,5', '12,6', true],
    ['a.x > 12', 'douze', 'unknown'],
    ['a.x < 2026-11-28', '2026-11-27', true],
    ['a.x <= 2026-11-28', '2026-11-28T09:00:00Z', true],
    ['a.x > 2026-11-28', 'demain', 'unknown'],
    ['a.x = "L’Haÿ"', "L'Hay\u0308 ", true],
    ['a.x = "brest"', 'Brest', false],
    ['a.x < "b"', 'a', 'unknown'],
    ['a.x in ["b", "c"]', 'c', true],
    ['a.x in [1, 2]', 3, false],
    ['a.x = "b"', '', 'unknown'],
    ['a.x is known', '  ', false],
    ['a.x = 1', Number.NaN, 'unknown'],
    ['a.x = "b"', ['b'], 'unknown'],
    ['a.x', 'true', 'unknown'],
  ])('[EXPR-9] "%s" for %o is %s', (text, value, truth) => {
    expect(decide(text, { 'a.x': value })).toBe(truth);
    expect(decide(text, new Map([['a.x', value]]))).toBe(truth);
  });
});

const threeValues: readonly unknown[] = [true, false, 'unknown'];

describe('any tree and any values', () => {
  it('[EXPR-10] evaluating never throws and gives one of the three values', () => {
    fc.assert(
      fc.property(anyTree, anyValues, (tree, values) => {
        expect(threeValues).toContain(evaluate(tree, values));
        expect(threeValues).toContain(evaluate(tree, new Map(Object.entries(values))));
      }),
      { numRuns: 600 },
    );
  });

  it('[EXPR-10] a value that throws when it is read is not read', () => {
    const trap = Object.defineProperty({}, 'a.x', {
      get: () => {
        throw new Error('read');
      },
    });
    expect(decide('a.x = 1', trap)).toBe('unknown');
  });

  it('[EXPR-11] the order of the keys changes nothing', () => {
    fc.assert(
      fc.property(anyTree, anyValues, (tree, values) => {
        const turned = Object.fromEntries(Object.entries(values).reverse());
        expect(evaluate(tree, turned)).toBe(evaluate(tree, values));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'customer.__proto__'])(
    '[EXPR-12] %s is not known unless the values hold it',
    (name) => {
      expect(decide(`${name} is known`)).toBe(false);
      expect(decide(`${name} = "x"`)).toBe('unknown');
      expect(decide(`${name} = "x"`, new Map([[name, 'x']]))).toBe(true);
      expect(checkExpression(`${name} = "x"`, new Map())[0]?.code).toBe('unknown-name');
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x');
    },
  );

  const environment = new Map<string, ExpressionType>([
    ['customer.vip', { kind: 'yes-no' }],
    ['customer.commune', { kind: 'text' }],
    ['order.amount', { kind: 'amount' }],
    ['order.day', { kind: 'date' }],
    ['answer.solution', { kind: 'one-of', values: ['a', 'b'] }],
    ['answer.solution.montant', { kind: 'number' }],
  ]);
  const complete = {
    'customer.vip': true,
    'customer.commune': 'Brest',
    'order.amount': 12.5,
    'order.day': '2026-11-28',
    'answer.solution': 'a',
    'answer.solution.montant': 3,
  };
  it('[EXPR-15] what has no mistake is decided once every name has a value of its type', () => {
    let checked = 0;
    fc.assert(
      fc.property(anyTree, (tree) => {
        if (checkExpression(printExpression(tree), environment).length > 0) return;
        checked += 1;
        expect(evaluate(tree, complete)).not.toBe('unknown');
      }),
      { numRuns: 3000 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});
