/** What can be written at the caret: names, values of the name before, operators, keywords. */
import type { ExpressionLanguage } from './print.ts';
import { keywords, type Token, tokenise } from './tokens.ts';
import type { ExpressionEnvironment, ExpressionType } from './types.ts';

export type Completion = {
  /** Replaces the text from `from` to `to`. */
  readonly text: string;
  readonly kind: 'name' | 'value' | 'operator' | 'keyword';
};
export type Completions = {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
};

const maxItems = 12;
const wordAhead = /^[\p{L}\p{M}\p{N}_.-]*/u;

type Caret = Completions & { readonly typed: string; readonly before: readonly Token[] };

/** The word, or the text in its quotes, that the caret stands in or behind. */
const readCaret = (text: string, caret: number): Caret => {
  const { tokens } = tokenise(text.slice(0, caret));
  const last = tokens.at(-1);
  const rest = text.slice(caret);
  const opened = last?.kind === 'bad' && /^["«“]/.test(last.value) ? last : undefined;
  if (opened !== undefined) {
    const closes = /^[^"»”]*["»”]/.exec(rest)?.[0].length ?? 0;
    const typed = opened.value.slice(1).trim();
    return { from: opened.from, to: caret + closes, items: [], typed, before: tokens.slice(0, -1) };
  }
  const to = caret + (wordAhead.exec(rest)?.[0].length ?? 0);
  const typed = last?.to === caret ? text.slice(last.from, caret) : '';
  if (last === undefined || !/^[\p{L}_]/u.test(typed))
    return { from: caret, to: typed === '' ? to : caret, items: [], typed: '', before: tokens };
  return { from: last.from, to, items: [], typed, before: tokens.slice(0, -1) };
};

const word = (language: ExpressionLanguage, keyword: keyof typeof keywords): Completion => ({
  text: keywords[keyword][language === 'fr' ? 1 : 0],
  kind: 'keyword',
});

const valuesOf = (
  type: ExpressionType | undefined,
  language: ExpressionLanguage,
): readonly Completion[] => {
  if (type?.kind === 'one-of')
    return type.values.map((value) => ({ text: `"${value}"`, kind: 'value' }));
  if (type?.kind === 'yes-no') return [word(language, 'true'), word(language, 'false')];
  return [];
};

const namesOf = (
  environment: ExpressionEnvironment,
  kind?: ExpressionType['kind'],
): readonly Completion[] =>
  [...environment]
    .filter(([, type]) => kind === undefined || type.kind === kind)
    .map(([name]) => ({ text: name, kind: 'name' }));

const operatorsFor = (
  type: ExpressionType | undefined,
  language: ExpressionLanguage,
): readonly Completion[] => {
  const ordered = type !== undefined && ['number', 'amount', 'date'].includes(type.kind);
  const signs = type === undefined ? [] : ['=', '!=', ...(ordered ? ['<', '<=', '>', '>='] : [])];
  const [is, known, unknown] = (['is', 'known', 'unknown'] as const).map((one) =>
    word(language, one),
  );
  const knowledge = [known, unknown].map(
    (one): Completion => ({
      text: `${is?.text} ${one?.text}`,
      kind: 'keyword',
    }),
  );
  const own = type === undefined ? [] : [word(language, 'in'), ...knowledge];
  const joined = [word(language, 'and'), word(language, 'or')];
  const signed = signs.map((text): Completion => ({ text, kind: 'operator' }));
  return type?.kind === 'yes-no' ? [...joined, ...signed, ...own] : [...signed, ...own, ...joined];
};

/** The name whose value is asked for: before the operator, or before the list. */
const askedName = (before: readonly Token[]): Token | undefined => {
  const start = [...before].reverse().findIndex(({ kind }) => kind === 'operator' || kind === 'in');
  return start < 0 ? undefined : before[before.length - start - 2];
};

const offered = (
  { before }: Caret,
  environment: ExpressionEnvironment,
  language: ExpressionLanguage,
): readonly Completion[] => {
  const last = before.at(-1);
  const typeBefore = (name: Token | undefined) => environment.get(name?.value ?? '');
  switch (last?.kind) {
    case 'operator':
    case '[':
    case ',': {
      const type = typeBefore(askedName(before));
      const same = last.kind === 'operator' ? namesOf(environment, type?.kind) : [];
      return [...valuesOf(type, language), ...same];
    }
    case 'in':
      return [{ text: '[', kind: 'operator' }];
    case 'is':
      return [word(language, 'known'), word(language, 'unknown')];
    case undefined:
    case 'and':
    case 'or':
    case 'not':
    case '(':
      return [...namesOf(environment), word(language, 'not')];
    default:
      return operatorsFor(typeBefore(last), language);
  }
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}"]/gu, '')
    .toLowerCase();

export const completionsAt = (
  text: string,
  caret: number,
  environment: ExpressionEnvironment,
  language: ExpressionLanguage = 'en',
): Completions => {
  const at = readCaret(text, Math.max(0, Math.min(caret, text.length)));
  const typed = plain(at.typed);
  const rank = (item: Completion) => (plain(item.text).startsWith(typed) ? 0 : 1);
  const items = offered(at, environment, language)
    .filter((item) => plain(item.text).includes(typed))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, maxItems);
  return { from: at.from, to: at.to, items };
};
