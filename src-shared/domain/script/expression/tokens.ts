/**
 * Cuts an expression into tokens. Every character belongs to a token, to a space or to a problem:
 * a mistake never stops the rest from being read.
 *
 *   word   = letter { letter | digit | "_" | "-" | "." }      (keywords are words in any case)
 *   number = [ "-" ] digit { digit } [ ( "." | "," ) digit { digit } ]     12 digits and 6 decimals
 *   date   = year "-" month "-" day                            one that the calendar has
 *   text   = '"' { character | '\"' | '\\' } '"'  |  "«" { character } "»"  |  "“" { character } "”"
 */
import type { Problem } from './problem.ts';

export const keywords = {
  and: ['and', 'et'],
  or: ['or', 'ou'],
  not: ['not', 'non'],
  in: ['in', 'dans'],
  is: ['is', 'est'],
  known: ['known', 'connu', 'connue'],
  unknown: ['unknown', 'inconnu', 'inconnue'],
  true: ['true', 'vrai'],
  false: ['false', 'faux'],
} as const;
export type Keyword = keyof typeof keywords;

export type Token = {
  readonly from: number;
  readonly to: number;
  readonly kind: Keyword | 'name' | 'text' | 'number' | 'date' | 'operator' | 'bad' | Sign;
  /** The name, the text inside its quotes, the date, or the operator in its one spelling. */
  readonly value: string;
};
type Sign = '(' | ')' | '[' | ']' | ',';

const keywordOf = new Map<string, Keyword>(
  (Object.keys(keywords) as Keyword[]).flatMap((keyword) =>
    keywords[keyword].map((word): [string, Keyword] => [word, keyword]),
  ),
);

const space = /[\s\u00a0\u202f\ufeff]+/y;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{M}\p{N}_-]*)*/uy;
const date = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}_-])/uy;
const number = /-?\d(?:[\p{L}\p{N}_-]|[.,](?=\d))*/uy;
const goodNumber = /^-?\d{1,12}(?:[.,]\d{1,6})?$/;
const text = /"(?:[^"\\]|\\["\\]|\\(?!["\\]))*"|«[^»]*»|“[^”]*”/y;
const openText = /["«“].*/sy;
const sign = /[()[\],]/y;
const operator = /[=!<>&|≤≥≠]+/y;

const closing = new Map([
  ['«', '»'],
  ['“', '”'],
]);

const spellings = new Map([
  ...['=', '!=', '<', '<=', '>', '>='].map((same): [string, string] => [same, same]),
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
]);
/** What people of other languages write, and what is written here. */
const foreign = new Map([
  ['==', '='],
  ['===', '='],
  ['!==', '!='],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['&&', 'and'],
  ['&', 'and'],
  ['||', 'or'],
  ['|', 'or'],
  ['!', 'not'],
]);

export const isCalendarDate = (value: string): boolean => {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
};

type Found = { readonly token: Token | null; readonly problem?: Problem };

const readDate = (from: number, found: string): Found => {
  const to = from + found.length;
  return isCalendarDate(found)
    ? { token: { from, to, kind: 'date', value: found } }
    : {
        token: { from, to, kind: 'bad', value: found },
        problem: { from, to, code: 'bad-date', detail: { found } },
      };
};

const readNumber = (from: number, found: string): Found => {
  const to = from + found.length;
  if (goodNumber.test(found)) return { token: { from, to, kind: 'number', value: found } };
  const code = /^-?\d+(?:,-?\d+)+$/.test(found) ? 'ambiguous-comma' : 'bad-number';
  return {
    token: { from, to, kind: 'bad', value: found },
    problem: { from, to, code, detail: { found } },
  };
};

const readOperator = (from: number, found: string): Found => {
  const to = from + found.length;
  const spelling = spellings.get(found);
  if (spelling !== undefined) return { token: { from, to, kind: 'operator', value: spelling } };
  const suggestion = foreign.get(found);
  const kind =
    suggestion === undefined ? 'bad' : (keywordOf.get(suggestion) ?? ('operator' as const));
  return {
    token: { from, to, kind, value: suggestion ?? found },
    problem: {
      from,
      to,
      code: 'operator-unknown',
      detail: suggestion === undefined ? { found } : { found, suggestion },
    },
  };
};

const readWord = (from: number, found: string): Found => ({
  token: {
    from,
    to: from + found.length,
    kind: keywordOf.get(found.toLowerCase()) ?? 'name',
    value: found,
  },
});

const readText = (from: number, found: string): Found => {
  const inside = found.startsWith('"')
    ? found.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
    : found.slice(1, -1).trim();
  return { token: { from, to: from + found.length, kind: 'text', value: inside } };
};

const readOpenText = (from: number, found: string): Found => {
  const to = from + found.length;
  return {
    token: { from, to, kind: 'bad', value: found },
    problem: {
      from,
      to,
      code: 'text-not-closed',
      detail: { suggestion: closing.get(found.charAt(0)) ?? '"' },
    },
  };
};

const readSign = (from: number, found: string): Found => ({
  token: { from, to: from + 1, kind: found as Sign, value: found },
});

const readers: readonly (readonly [RegExp, (from: number, found: string) => Found])[] = [
  [space, () => ({ token: null })],
  [date, readDate],
  [number, readNumber],
  [text, readText],
  [openText, readOpenText],
  [sign, readSign],
  [operator, readOperator],
  [word, readWord],
];

const readOne = (source: string, from: number): Found & { readonly to: number } => {
  for (const [pattern, read] of readers) {
    pattern.lastIndex = from;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) return { ...read(from, found), to: from + found.length };
  }
  const found = String.fromCodePoint(source.codePointAt(from) ?? 0);
  const to = from + found.length;
  return {
    token: { from, to, kind: 'bad', value: found },
    problem: { from, to, code: 'unknown-character', detail: { found } },
    to,
  };
};

export const tokenise = (
  source: string,
): { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] } => {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < source.length; ) {
    const { token, problem, to } = readOne(source, at);
    if (token !== null) tokens.push(token);
    if (problem !== undefined) problems.push(problem);
    at = to;
  }
  return { tokens, problems };
};
