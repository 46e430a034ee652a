/** What the names of an expression stand for: the facts of a call and the answers of a script. */
export type ExpressionType =
  | { readonly kind: 'text' | 'number' | 'amount' | 'date' | 'yes-no' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

export type ExpressionTypeKind = ExpressionType['kind'];

/** Every name that may be asked, with its type. */
export type ExpressionEnvironment = ReadonlyMap<string, ExpressionType>;

/** The values of one moment; a name that is missing is unknown. */
export type ExpressionValues = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;
