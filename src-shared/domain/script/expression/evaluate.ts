/**
 * The answer of a tree for the values of a moment, in Kleene's three-valued logic: what is not known
 * decides nothing (`false and unknown` is false, `true and unknown` is unknown). Total: any values,
 * of any type, give one of the three answers, the same on every machine.
 */
import { isCalendarDate } from './tokens.ts';
import type { ComparisonOperator, Expression } from './tree.ts';
import type { ExpressionValues } from './types.ts';

export type Truth = true | false | 'unknown';

type Value = string | number | boolean | undefined;

/** Only what the values hold themselves: nothing inherited, no getter is run. */
const lookUp = (values: ExpressionValues, name: string): Value => {
  const found =
    values instanceof Map ? values.get(name) : Object.getOwnPropertyDescriptor(values, name)?.value;
  if (typeof found === 'string') return found.trim() === '' ? undefined : found;
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  return typeof found === 'boolean' ? found : undefined;
};

/** One writing for what looks the same: composed accents, one apostrophe. */
const plain = (text: string): string => text.normalize('NFC').replaceAll('’', "'").trim();

const dateOf = (text: string): string | undefined => {
  const day = text.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}(?:T.*)?$/s.test(text) && isCalendarDate(day) ? day : undefined;
};

/** A number that was typed as text, with a point or a comma. */
const numberOf = (value: string | number): number | undefined => {
  if (typeof value === 'number') return value;
  return /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(value.trim())
    ? Number(value.trim().replace(',', '.'))
    : undefined;
};

const holds = <T extends string | number>(operator: ComparisonOperator, a: T, b: T): boolean => {
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

const compareTexts = (operator: ComparisonOperator, a: string, b: string): Truth => {
  const [dayA, dayB] = [dateOf(a), dateOf(b)];
  if (dayA !== undefined && dayB !== undefined) return holds(operator, dayA, dayB);
  return operator === '=' || operator === '!=' ? holds(operator, plain(a), plain(b)) : 'unknown';
};

const compare = (operator: ComparisonOperator, a: Value, b: Value): Truth => {
  if (a === undefined || b === undefined) return 'unknown';
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    if (typeof a !== typeof b || (operator !== '=' && operator !== '!=')) return 'unknown';
    return operator === '=' ? a === b : a !== b;
  }
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(operator, a, b);
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === undefined || second === undefined) return 'unknown';
  return holds(operator, first, second);
};

const negate = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

/** `decisive` ends it: one false for « and », one true for « or ». */
const combine = (truths: readonly Truth[], decisive: 'true' | 'false'): Truth => {
  const end = decisive === 'true';
  if (truths.includes(end)) return end;
  return truths.includes('unknown') ? 'unknown' : !end;
};

const valueAt = (node: Expression, values: ExpressionValues): Value => {
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'name') return lookUp(values, node.name);
  const truth = evaluate(node, values);
  return truth === 'unknown' ? undefined : truth;
};

export const evaluate = (tree: Expression, values: ExpressionValues): Truth => {
  switch (tree.kind) {
    case 'literal':
    case 'name': {
      const value = valueAt(tree, values);
      return typeof value === 'boolean' ? value : 'unknown';
    }
    case 'not':
      return negate(evaluate(tree.operand, values));
    case 'and':
    case 'or': {
      const truths = tree.operands.map((one) => evaluate(one, values));
      return combine(truths, tree.kind === 'or' ? 'true' : 'false');
    }
    case 'compare':
      return compare(tree.operator, valueAt(tree.left, values), valueAt(tree.right, values));
    case 'among': {
      const asked = valueAt(tree.operand, values);
      return combine(
        tree.list.map((one) => compare('=', asked, one.value)),
        'true',
      );
    }
    case 'is-known':
      return lookUp(values, tree.name.name) !== undefined;
    case 'is-unknown':
      return lookUp(values, tree.name.name) === undefined;
  }
};
