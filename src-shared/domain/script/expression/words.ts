/** How a condition is read out: a noun for each name, and whole phrases for a yes or a no. */
import type { ExpressionLanguage } from './print.ts';

type Said = { readonly [language in ExpressionLanguage]: string };
export type NameWords = {
  readonly noun: Said;
  /** For a yes-no: what its yes and its no say. */
  readonly yes?: Said;
  readonly no?: Said;
  /** The words of a value that has them. */
  readonly values?: { readonly [value: string]: Said };
};
export type ExpressionWords = (name: string) => NameWords | undefined;
