/**
 * Reads an expression. Nothing is executed: a text becomes a tree, or a list of its mistakes.
 *
 *   expression = conjunction { ( "or" | "ou" ) conjunction }
 *   conjunction = negation { ( "and" | "et" ) negation }
 *   negation   = ( "not" | "non" ) negation | comparison
 *   comparison = operand [ operator operand | ( "in" | "dans" ) list | ( "is" | "est" ) knowledge ]
 *   operator   = "=" | "!=" | "<" | "<=" | ">" | ">="
 *   knowledge  = "known" | "connu" | "unknown" | "inconnu"                  after a name only
 *   list       = "[" literal { "," literal } "]"
 *   operand    = literal | name | "(" expression ")"
 *   literal    = text | number | date | "true" | "vrai" | "false" | "faux"
 */
import { maxDepth, maxLength, maxProblems, type Problem, type ProblemCode } from './problem.ts';
import { type Token, tokenise } from './tokens.ts';
import type { ComparisonOperator, Expression, Literal } from './tree.ts';

export type Parsed =
  | { readonly tree: Expression; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly tree?: never };

type Reader = {
  readonly tokens: readonly Token[];
  readonly problems: Problem[];
  at: number;
  depth: number;
};

const peek = (reader: Reader): Token | undefined => reader.tokens[reader.at];

const accept = (reader: Reader, kind: Token['kind']): Token | undefined => {
  const token = peek(reader);
  if (token?.kind !== kind) return undefined;
  reader.at += 1;
  return token;
};

/** At this token; at the end of the text, at the last one. */
const report = (
  reader: Reader,
  code: ProblemCode,
  at: Token | undefined,
  detail: Problem['detail'] = {},
): void => {
  const token = at ?? reader.tokens.at(-1);
  reader.problems.push({ from: token?.from ?? 0, to: token?.to ?? 0, code, detail });
};

/** Stands where something is missing; the tree of a text with mistakes is never handed out. */
const hole = (at: Token | undefined): Literal => ({
  kind: 'literal',
  type: 'yes-no',
  value: true,
  from: at?.from ?? 0,
  to: at?.to ?? 0,
});

const literalOf = (token: Token): Literal | null => {
  const { from, to, value } = token;
  const place = { kind: 'literal', from, to } as const;
  if (token.kind === 'text' || token.kind === 'date') return { ...place, type: token.kind, value };
  // Plus nothing: there is one zero.
  if (token.kind === 'number')
    return { ...place, type: 'number', value: Number(value.replace(',', '.')) + 0 };
  if (token.kind === 'true' || token.kind === 'false')
    return { ...place, type: 'yes-no', value: token.kind === 'true' };
  return null;
};

const readDeeper = (reader: Reader, at: Token, read: () => Expression): Expression => {
  reader.depth += 1;
  if (reader.depth > maxDepth) {
    report(reader, 'too-deep', at, { limit: maxDepth });
    reader.at = reader.tokens.length;
    return hole(at);
  }
  const inner = read();
  reader.depth -= 1;
  return inner;
};

const readBracket = (reader: Reader, open: Token): Expression => {
  const inner = readDeeper(reader, open, () => readOr(reader));
  if (accept(reader, ')') === undefined)
    report(reader, 'bracket-not-closed', open, { suggestion: ')' });
  return inner;
};

const readOperand = (reader: Reader): Expression => {
  const token = peek(reader);
  if (token === undefined) {
    report(reader, 'operand-missing', undefined);
    return hole(undefined);
  }
  const literal = literalOf(token);
  if (literal !== null || token.kind === 'bad' || token.kind === 'name') {
    reader.at += 1;
    if (token.kind !== 'name') return literal ?? hole(token);
    return { kind: 'name', name: token.value, from: token.from, to: token.to };
  }
  if (accept(reader, '(') !== undefined) return readBracket(reader, token);
  if (token.kind === '[') {
    report(reader, 'list-misplaced', token);
    readList(reader);
    return hole(token);
  }
  report(reader, 'operand-missing', token, { found: token.value });
  return hole(token);
};

const readListValue = (reader: Reader, list: Literal[]): void => {
  const token = peek(reader);
  const literal = token === undefined ? null : literalOf(token);
  if (literal !== null) list.push(literal);
  // « 1,5 » may be one number or two: here it has to be told apart.
  if (token?.kind === 'number' && token.value.includes(','))
    report(reader, 'ambiguous-comma', token, { found: token.value });
  if (literal === null && token?.kind !== 'bad') report(reader, 'list-value', token);
  const ends = token === undefined || token.kind === ']' || token.kind === ',';
  if (!ends) reader.at += 1;
};

const readList = (reader: Reader): Literal[] => {
  const open = accept(reader, '[');
  if (open === undefined) {
    const instead = peek(reader);
    report(reader, 'list-missing', instead, { suggestion: '[' });
    // What stands there was meant as the list: it is read, and brings no second mistake.
    if (instead !== undefined && literalOf(instead) !== null) reader.at += 1;
    return [];
  }
  const list: Literal[] = [];
  do readListValue(reader, list);
  while (accept(reader, ',') !== undefined);
  if (accept(reader, ']') === undefined)
    report(reader, 'bracket-not-closed', open, { suggestion: ']' });
  return list;
};

const endOf = (reader: Reader, otherwise: number): number =>
  reader.tokens[reader.at - 1]?.to ?? otherwise;

const readKnown = (reader: Reader, operand: Expression): Expression => {
  const word = peek(reader);
  if (word?.kind !== 'known' && word?.kind !== 'unknown') {
    report(reader, 'operator-unknown', reader.tokens[reader.at - 1], { suggestion: '=' });
    // « is "x" » was meant as « = "x" »: what follows is read, so that it brings no second mistake.
    if (word !== undefined && word.kind !== 'and' && word.kind !== 'or') readOperand(reader);
    return operand;
  }
  reader.at += 1;
  const place = { from: operand.from, to: word.to };
  if (operand.kind !== 'name') {
    report(reader, 'known-needs-name', word);
    return hole(word);
  }
  return { ...place, kind: word.kind === 'known' ? 'is-known' : 'is-unknown', name: operand };
};

const readComparison = (reader: Reader): Expression => {
  const left = readOperand(reader);
  if (accept(reader, 'in') !== undefined) {
    const list = readList(reader);
    return { kind: 'among', operand: left, list, from: left.from, to: endOf(reader, left.to) };
  }
  if (accept(reader, 'is') !== undefined) return readKnown(reader, left);
  const sign = accept(reader, 'operator');
  if (sign === undefined) return left;
  const right = readOperand(reader);
  for (let more = accept(reader, 'operator'); more; more = accept(reader, 'operator')) {
    report(reader, 'chained-comparison', more, { found: more.value });
    readOperand(reader);
  }
  const operator = sign.value as ComparisonOperator;
  return { kind: 'compare', operator, left, right, from: left.from, to: endOf(reader, right.to) };
};

const readNot = (reader: Reader): Expression => {
  const not = accept(reader, 'not');
  if (not === undefined) return readComparison(reader);
  const operand = readDeeper(reader, not, () => readNot(reader));
  return { kind: 'not', operand, from: not.from, to: operand.to };
};

const readChain = (
  reader: Reader,
  kind: 'and' | 'or',
  read: (reader: Reader) => Expression,
): Expression => {
  const first = read(reader);
  const operands = [first];
  while (accept(reader, kind) !== undefined) operands.push(read(reader));
  if (operands.length === 1) return first;
  return { kind, operands, from: first.from, to: operands.at(-1)?.to ?? first.to };
};

const readAnd = (reader: Reader): Expression => readChain(reader, 'and', readNot);
const readOr = (reader: Reader): Expression => readChain(reader, 'or', readAnd);

/** What is left over after an expression is named, and what follows it is read too. */
const readRest = (reader: Reader): void => {
  for (let token = peek(reader); token !== undefined; token = peek(reader)) {
    if (token.kind === ')' || token.kind === ']') {
      report(reader, 'bracket-not-opened', token, { found: token.value });
      reader.at += 1;
      if (!accept(reader, 'and') && !accept(reader, 'or')) continue;
    } else if (token.kind !== 'bad' && reader.tokens[reader.at - 1]?.kind !== 'bad')
      report(reader, 'operator-missing', token);
    const before = reader.at;
    if (peek(reader) !== undefined) readOr(reader);
    if (reader.at === before) reader.at += 1;
  }
};

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => a.from - b.from || a.to - b.to).slice(0, maxProblems);

export const parseExpression = (source: string): Parsed => {
  const whole = { from: 0, to: source.length };
  if (source.length > maxLength)
    return { problems: [{ ...whole, code: 'too-long', detail: { limit: maxLength } }] };
  const { tokens, problems } = tokenise(source);
  if (tokens.length === 0) return { problems: [{ ...whole, code: 'empty', detail: {} }] };
  const reader: Reader = { tokens, problems: [...problems], at: 0, depth: 0 };
  const tree = readOr(reader);
  readRest(reader);
  // Beyond the depth nothing more is read, so nothing more is said.
  const tooDeep = reader.problems.filter(({ code }) => code === 'too-deep');
  if (tooDeep.length > 0) return { problems: tooDeep };
  return reader.problems.length === 0 ? { tree } : { problems: inOrder(reader.problems) };
};
