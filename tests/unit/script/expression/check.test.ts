import { checkExpression } from '@shared/domain/script/expression/check.ts';
import { completionsAt } from '@shared/domain/script/expression/complete.ts';
import { formatExpression } from '@shared/domain/script/expression/format.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import type { ExpressionType } from '@shared/domain/script/expression/types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const environment = new Map<string, ExpressionType>([
  ['customer.vip', { kind: 'yes-no' }],
  ['customer.commune', { kind: 'text' }],
  ['customer.relationMode', { kind: 'one-of', values: ['expert', 'brand-led', 'neutral'] }],
  ['call.waited', { kind: 'number' }],
  ['order.amount', { kind: 'amount' }],
  ['order.day', { kind: 'date' }],
  ['answer.solution', { kind: 'one-of', values: ['echange', 'pied-neuf'] }],
]);

const problems = (text: string): string[] =>
  checkExpression(text, environment).map(
    ({ from, to, code, detail }) =>
      `${code}: ${text.slice(from, to)}${detail.suggestion === undefined ? '' : ` → ${detail.suggestion}`}`,
  );

describe('what does not fit', () => {
  it.each([
    ['customer.vpi', ['unknown-name: customer.vpi → customer.vip']],
    ['vip', ['unknown-name: vip → customer.vip']],
    ['Customer.VIP', ['unknown-name: Customer.VIP → customer.vip']],
    ['answer.solutoin = "echange"', ['unknown-name: answer.solutoin → answer.solution']],
    ['weather.tomorrow = "rain"', ['unknown-name: weather.tomorrow']],
    ['customer.relationMode = expert', ['unknown-name: expert → "expert"']],
    [
      'customer.vpi or order.amont > 3',
      ['unknown-name: customer.vpi → customer.vip', 'unknown-name: order.amont → order.amount'],
    ],
  ])('[EXPR-7] "%s" has a name that is not known', (text, named) => {
    expect(problems(text)).toEqual(named);
  });

  it.each([
    ['customer.vip = "oui"', ['type-mismatch: "oui"']],
    ['3 = customer.vip', ['type-mismatch: 3']],
    ['order.day > "2026-11-28"', ['type-mismatch: "2026-11-28"']],
    ['order.amount > call.waited', ['type-mismatch: call.waited']],
    ['customer.commune in ["Brest", 29200]', ['type-mismatch: 29200']],
    ['customer.commune < "M"', ['not-ordered: customer.commune < "M"']],
    ['customer.vip >= true', ['not-ordered: customer.vip >= true']],
    ['customer.commune', ['not-a-condition: customer.commune']],
    ['customer.vip and 3', ['not-a-condition: 3']],
    ['not order.amount', ['not-a-condition: order.amount']],
    ['answer.solution = "Échange"', ['value-not-offered: "Échange" → "echange"']],
    ['answer.solution in ["echange", "xyz"]', ['value-not-offered: "xyz"']],
    [
      'customer.commune = order.day and call.waited > "x"',
      ['type-mismatch: order.day', 'type-mismatch: "x"'],
    ],
  ])('[EXPR-8] "%s" is named at its place', (text, named) => {
    expect(problems(text)).toEqual(named);
  });

  it.each([
    'customer.vip and order.amount >= 100 and call.waited < 60',
    'order.day >= 2026-11-28 or answer.solution in ["echange", "pied-neuf"]',
    'customer.commune is known and not customer.vip = faux',
    '(customer.vip or call.waited > 3) = true',
  ])('[EXPR-8] "%s" has no mistake', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

const offered = (text: string, language: 'fr' | 'en' = 'en'): string[] => {
  const caret = text.indexOf('|');
  const clean = text.replace('|', '');
  const { from, to, items } = completionsAt(clean, caret, environment, language);
  return [clean.slice(from, to), ...items.map((item) => item.text)];
};

describe('what can be written at the caret', () => {
  it.each([
    ['cust|', ['cust', 'customer.vip', 'customer.commune', 'customer.relationMode']],
    ['vip|', ['vip', 'customer.vip']],
    ['customer.vip and ord|er', ['order', 'order.amount', 'order.day']],
    [
      'customer.relationMode = |',
      ['', '"expert"', '"brand-led"', '"neutral"', 'customer.relationMode', 'answer.solution'],
    ],
    ['customer.relationMode = "b|x"', ['"bx"', '"brand-led"']],
    ['answer.solution in [|', ['', '"echange"', '"pied-neuf"']],
    ['answer.solution in |', ['', '[']],
    ['customer.vip = |', ['', 'true', 'false', 'customer.vip']],
    [
      'order.amount |',
      ['', '=', '!=', '<', '<=', '>', '>=', 'in', 'is known', 'is unknown', 'and', 'or'],
    ],
    ['order.amount is |', ['', 'known', 'unknown']],
  ])('[EXPR-13] at "%s"', (text, items) => {
    expect(offered(text)).toEqual(items);
  });

  it('[EXPR-13] the keywords are those of the writer’s language', () => {
    expect(offered('customer.vip |', 'fr')).toEqual([
      '',
      'et',
      'ou',
      '=',
      '!=',
      'dans',
      'est connu',
      'est inconnu',
    ]);
  });

  it('[EXPR-13] any text and caret are answered inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer(), (text, caret) => {
        const { from, to } = completionsAt(text, caret, environment);
        expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      }),
    );
  });
});

const said = (text: string, language: 'fr' | 'en'): string => {
  const { tree } = parseExpression(text);
  return tree === undefined ? '' : formatExpression(tree, language).replaceAll('\u00a0', ' ');
};

it.each([
  [
    'customer.vip and call.waited > 60',
    'si la cliente est VIP et l’attente avant la réponse (s) dépasse 60',
    'if the customer is a VIP and the wait before the answer (s) is over 60',
  ],
  ['not customer.vip', 'si la cliente n’est pas VIP', 'if the customer is not a VIP'],
  ['customer.vip = false', 'si la cliente n’est pas VIP', 'if the customer is not a VIP'],
  [
    'customer.relationMode in ["expert", "neutral"]',
    'si sa relation à la marque est « experte » ou « neutre »',
    'if her relation to the brand is “expert” or “neutral”',
  ],
  [
    'order.day >= 2026-11-28',
    'si order.day est à partir du 28 novembre 2026',
    'if order.day is from 28 November 2026',
  ],
  [
    'customer.commune is unknown',
    'si on ne connaît pas sa commune',
    'if the customer’s town is not known',
  ],
  [
    'not (customer.vip or order.amount < 12.5)',
    'si il est faux que la cliente est VIP ou order.amount est sous 12,5',
    'if it is not so that the customer is a VIP or order.amount is under 12.5',
  ],
])('[EXPR-14] "%s" in plain words', (text, fr, en) => {
  expect(said(text, 'fr')).toBe(fr);
  expect(said(text, 'en')).toBe(en);
});
