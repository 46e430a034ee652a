/** Any tree of an expression, and any values, for the properties of the language. */
import { comparisonOperators, type Expression } from '@shared/domain/script/expression/tree.ts';
import fc from 'fast-check';

const at = { from: 0, to: 0 };

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const numbers = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 1, max: 100 }))
  .map(([whole, part]) => Number((whole / part).toFixed(6)) + 0);

const literals = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).map((value) => ({ type: 'text' as const, value })),
  numbers.map((value) => ({ type: 'number' as const, value })),
  days.map((value) => ({ type: 'date' as const, value })),
  fc.boolean().map((value) => ({ type: 'yes-no' as const, value })),
);
const literal = literals.map((one) => ({ ...at, kind: 'literal' as const, ...one }));

export const someNames = [
  ...['customer.vip', 'customer.commune', 'order.amount', 'order.day', 'answer.solution'],
  ...['answer.solution.montant', '__proto__', 'constructor', 'toString', 'a.__proto__.b'],
];
const name = fc
  .constantFrom(...someNames)
  .map((one) => ({ ...at, kind: 'name' as const, name: one }));

export const anyTree: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    name,
    literal,
    tie('tree').map((operand) => ({ ...at, kind: 'not' as const, operand })),
    fc.record({
      from: fc.constant(0),
      to: fc.constant(0),
      kind: fc.constantFrom('and' as const, 'or' as const),
      operands: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
    fc
      .tuple(fc.constantFrom(...comparisonOperators), tie('tree'), tie('tree'))
      .map(([operator, left, right]) => ({
        ...at,
        kind: 'compare' as const,
        operator,
        left,
        right,
      })),
    fc
      .tuple(tie('tree'), fc.array(literal, { minLength: 1, maxLength: 3 }))
      .map(([operand, list]) => ({ ...at, kind: 'among' as const, operand, list })),
    fc
      .tuple(fc.constantFrom('is-known' as const, 'is-unknown' as const), name)
      .map(([kind, one]) => ({ ...at, kind, name: one })),
  ),
})).tree;

/** The tree without its places in a text. */
export const withoutPlaces = (tree: Expression): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'from' || key === 'to' ? undefined : value)),
  );

/** Values of any kind, under the names that the trees ask for and others. */
export const anyValues = fc.dictionary(
  fc.oneof(fc.constantFrom(...someNames), fc.string({ maxLength: 5 })),
  fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    days,
  ),
);
