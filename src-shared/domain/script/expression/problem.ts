/** A mistake in an expression: where it is (UTF-16 units of the text), what it is, and what helps. */
export const problemCodes = [
  'empty',
  'too-long',
  'too-deep',
  'unknown-character',
  'text-not-closed',
  'bad-date',
  'bad-number',
  'ambiguous-comma',
  'operator-unknown',
  'operator-missing',
  'operand-missing',
  'bracket-not-closed',
  'bracket-not-opened',
  'list-missing',
  'list-misplaced',
  'list-value',
  'known-needs-name',
  'chained-comparison',
  'unknown-name',
  'type-mismatch',
  'not-ordered',
  'not-a-condition',
  'value-not-offered',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export type Problem = {
  readonly from: number;
  readonly to: number;
  readonly code: ProblemCode;
  /** What was found, what would be right (`suggestion`), the types that do not meet. */
  readonly detail: {
    readonly found?: string;
    readonly suggestion?: string;
    readonly expected?: string;
    readonly actual?: string;
    readonly limit?: number;
  };
};

export const maxLength = 500;
export const maxDepth = 30;
/** Enough to mend a text by; a text of rubbish does not fill the screen. */
export const maxProblems = 20;
