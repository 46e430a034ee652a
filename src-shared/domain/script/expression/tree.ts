/** The tree of a parsed expression. Each node knows its place in the text. */
type Place = { readonly from: number; readonly to: number };

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

export type Literal = Place & { readonly kind: 'literal' } & (
    | { readonly type: 'text' | 'date'; readonly value: string }
    | { readonly type: 'number'; readonly value: number }
    | { readonly type: 'yes-no'; readonly value: boolean }
  );
export type Name = Place & { readonly kind: 'name'; readonly name: string };

export type Expression =
  | Literal
  | Name
  | (Place & { readonly kind: 'not'; readonly operand: Expression })
  | (Place & { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] })
  | (Place & {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Place & {
      readonly kind: 'among';
      readonly operand: Expression;
      readonly list: readonly Literal[];
    })
  | (Place & { readonly kind: 'is-known' | 'is-unknown'; readonly name: Name });
