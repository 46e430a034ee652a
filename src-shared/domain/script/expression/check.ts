/** Types an expression against the facts and the answers: every mistake, at its place. */
import { nearestWord } from './nearest.ts';
import { parseExpression } from './parse.ts';
import { maxProblems, type Problem } from './problem.ts';
import type { Expression, Literal } from './tree.ts';
import type { ExpressionEnvironment, ExpressionType } from './types.ts';

type Checker = { readonly environment: ExpressionEnvironment; readonly problems: Problem[] };

const report = (
  { problems }: Checker,
  { from, to }: Expression,
  code: Problem['code'],
  detail: Problem['detail'],
): null => {
  problems.push({ from, to, code, detail });
  return null;
};

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** null: a mistake that has been named already. */
const typeOf = (checker: Checker, node: Expression): ExpressionType | null => {
  switch (node.kind) {
    case 'literal':
      return { kind: node.type };
    case 'name': {
      const type = checker.environment.get(node.name);
      if (type !== undefined) return type;
      const suggestion = nearestWord(node.name, checker.environment.keys());
      const detail = suggestion === undefined ? {} : { suggestion };
      return report(checker, node, 'unknown-name', { found: node.name, ...detail });
    }
    case 'not':
      checkCondition(checker, node.operand);
      return { kind: 'yes-no' };
    case 'and':
    case 'or':
      for (const operand of node.operands) checkCondition(checker, operand);
      return { kind: 'yes-no' };
    case 'compare':
      checkComparison(checker, node);
      return { kind: 'yes-no' };
    case 'among':
      checkAmong(checker, node);
      return { kind: 'yes-no' };
    case 'is-known':
    case 'is-unknown':
      typeOf(checker, node.name);
      return { kind: 'yes-no' };
  }
};

const checkCondition = (checker: Checker, node: Expression): void => {
  const type = typeOf(checker, node);
  if (type !== null && type.kind !== 'yes-no')
    report(checker, node, 'not-a-condition', { expected: 'yes-no', actual: type.kind });
};

const worded = new Set<ExpressionType['kind']>(['text', 'one-of']);

/** Whether two types may be compared at all; a written number is an amount as well. */
const meet = (
  left: Expression,
  a: ExpressionType,
  right: Expression,
  b: ExpressionType,
): boolean => {
  if (a.kind === b.kind || (worded.has(a.kind) && worded.has(b.kind))) return true;
  const amountAndNumber =
    a.kind === 'amount' ? b.kind === 'number' : b.kind === 'amount' && a.kind === 'number';
  return amountAndNumber && (left.kind === 'literal' || right.kind === 'literal');
};

const checkOffered = (checker: Checker, type: ExpressionType, value: Expression): void => {
  if (type.kind !== 'one-of' || value.kind !== 'literal' || value.type !== 'text') return;
  if (type.values.includes(value.value)) return;
  const near = nearestWord(value.value, type.values);
  report(checker, value, 'value-not-offered', {
    found: value.value,
    expected: type.values.map(quoted).join(', '),
    ...(near === undefined ? {} : { suggestion: quoted(near) }),
  });
};

/** A bare word beside a fact with a list of values was meant as one of them, in quotes. */
const bareValue = (
  { environment }: Checker,
  node: Expression,
  other: Expression,
): string | undefined => {
  if (node.kind !== 'name' || environment.has(node.name) || other.kind !== 'name') return undefined;
  const type = environment.get(other.name);
  if (type?.kind === 'text' && !node.name.includes('.')) return node.name;
  return type?.kind === 'one-of' && type.values.includes(node.name) ? node.name : undefined;
};

const typeBeside = (checker: Checker, node: Expression, other: Expression) => {
  const meant = bareValue(checker, node, other);
  if (meant === undefined) return typeOf(checker, node);
  return report(checker, node, 'unknown-name', { found: meant, suggestion: quoted(meant) });
};

const checkComparison = (
  checker: Checker,
  node: Extract<Expression, { readonly kind: 'compare' }>,
): void => {
  const { left, right, operator } = node;
  const a = typeBeside(checker, left, right);
  const b = typeBeside(checker, right, left);
  if (a === null || b === null) return;
  if (!meet(left, a, right, b)) {
    const wrong = left.kind === 'literal' ? left : right;
    const [expected, actual] = wrong === left ? [b.kind, a.kind] : [a.kind, b.kind];
    report(checker, wrong, 'type-mismatch', { expected, actual });
    return;
  }
  checkOffered(checker, a, right);
  checkOffered(checker, b, left);
  const ordered = operator !== '=' && operator !== '!=';
  if (ordered && (worded.has(a.kind) || a.kind === 'yes-no'))
    report(checker, node, 'not-ordered', { found: operator, actual: a.kind });
};

const checkAmong = (
  checker: Checker,
  { operand, list }: { readonly operand: Expression; readonly list: readonly Literal[] },
): void => {
  const type = typeOf(checker, operand);
  if (type === null) return;
  for (const value of list) {
    const its: ExpressionType = { kind: value.type };
    if (meet(operand, type, value, its)) checkOffered(checker, type, value);
    else report(checker, value, 'type-mismatch', { expected: type.kind, actual: its.kind });
  }
};

/** The mistakes of a parsed expression against what can be asked here. */
const checkTree = (tree: Expression, environment: ExpressionEnvironment): readonly Problem[] => {
  const checker: Checker = { environment, problems: [] };
  checkCondition(checker, tree);
  return checker.problems.sort((a, b) => a.from - b.from).slice(0, maxProblems);
};

/** All mistakes of a text: of its form, or else of what it says. None: it is a condition. */
export const checkExpression = (
  text: string,
  environment: ExpressionEnvironment,
): readonly Problem[] => {
  const parsed = parseExpression(text);
  return parsed.tree === undefined ? parsed.problems : checkTree(parsed.tree, environment);
};
