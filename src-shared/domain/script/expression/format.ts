/** Says a condition in plain words: « si la cliente est VIP et l’attente dépasse 60 ». */
import type { ExpressionLanguage } from './print.ts';
import type { ComparisonOperator, Expression, Literal } from './tree.ts';
import type { ExpressionWords } from './words.ts';
import { wordsOfFacts } from './words-of-facts.ts';

type Teller = { readonly language: ExpressionLanguage; readonly words: ExpressionWords };

const signs: Record<ExpressionLanguage, Record<ComparisonOperator, string>> = {
  fr: {
    '=': 'est',
    '!=': 'n’est pas',
    '<': 'est sous',
    '<=': 'est au plus',
    '>': 'dépasse',
    '>=': 'est au moins',
  },
  en: {
    '=': 'is',
    '!=': 'is not',
    '<': 'is under',
    '<=': 'is at most',
    '>': 'is over',
    '>=': 'is at least',
  },
};
const daySigns: Record<ExpressionLanguage, Record<ComparisonOperator, string>> = {
  fr: {
    '=': 'est le',
    '!=': 'n’est pas le',
    '<': 'est avant le',
    '<=': 'est au plus tard le',
    '>': 'est après le',
    '>=': 'est à partir du',
  },
  en: {
    '=': 'is on',
    '!=': 'is not on',
    '<': 'is before',
    '<=': 'is no later than',
    '>': 'is after',
    '>=': 'is from',
  },
};
const joins = {
  fr: { if: 'si', and: 'et', or: 'ou', yes: 'oui', no: 'non' },
  en: { if: 'if', and: 'and', or: 'or', yes: 'yes', no: 'no' },
} as const;

const sayDay = (day: string, language: ExpressionLanguage): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

const sayLiteral = (teller: Teller, literal: Literal, about: Expression | null): string => {
  const { language, words } = teller;
  if (literal.type === 'date') return sayDay(literal.value, language);
  if (literal.type === 'yes-no') return joins[language][literal.value ? 'yes' : 'no'];
  if (literal.type === 'number')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(literal.value);
  const values = about?.kind === 'name' ? words(about.name)?.values : undefined;
  const own = Object.entries(values ?? {}).find(([value]) => value === literal.value)?.[1];
  const said = own?.[language] ?? literal.value;
  return language === 'fr' ? `«\u00a0${said}\u00a0»` : `“${said}”`;
};

const sayOperand = (teller: Teller, node: Expression, about: Expression | null): string => {
  if (node.kind === 'literal') return sayLiteral(teller, node, about);
  if (node.kind === 'name') return teller.words(node.name)?.noun[teller.language] ?? node.name;
  return `(${say(teller, node)})`;
};

/** A yes-no by its own phrase, of yes or of no. */
const sayYesNo = ({ language, words }: Teller, name: string, value: boolean): string => {
  const own = words(name);
  const phrase = (value ? own?.yes : own?.no)?.[language];
  const gap = language === 'fr' ? '\u00a0' : '';
  return phrase ?? `${own?.noun[language] ?? name}${gap}: ${joins[language][value ? 'yes' : 'no']}`;
};

const sayCompare = (
  teller: Teller,
  { left, right, operator }: Extract<Expression, { readonly kind: 'compare' }>,
): string => {
  const equality = operator === '=' || operator === '!=';
  if (left.kind === 'name' && right.kind === 'literal' && right.type === 'yes-no' && equality)
    return sayYesNo(teller, left.name, right.value === (operator === '='));
  const table = right.kind === 'literal' && right.type === 'date' ? daySigns : signs;
  const sign = table[teller.language][operator];
  return `${sayOperand(teller, left, right)} ${sign} ${sayOperand(teller, right, left)}`;
};

const sayAmong = (
  teller: Teller,
  { operand, list }: Extract<Expression, { readonly kind: 'among' }>,
): string => {
  const said = list.map((one) => sayLiteral(teller, one, operand));
  const { language } = teller;
  const last = said.length > 1 ? ` ${joins[language].or} ${said.at(-1)}` : '';
  const first = said.length > 1 ? said.slice(0, -1).join(', ') : (said[0] ?? '');
  return `${sayOperand(teller, operand, null)} ${signs[language]['=']} ${first}${last}`;
};

const sayKnown = (teller: Teller, node: Extract<Expression, { readonly name: object }>): string => {
  const noun = sayOperand(teller, node.name, null);
  if (teller.language === 'en')
    return `${noun} ${node.kind === 'is-known' ? 'is known' : 'is not known'}`;
  return node.kind === 'is-known' ? `on connaît ${noun}` : `on ne connaît pas ${noun}`;
};

const sayNot = (teller: Teller, operand: Expression): string => {
  if (operand.kind === 'name') return sayYesNo(teller, operand.name, false);
  return teller.language === 'fr'
    ? `il est faux que ${say(teller, operand)}`
    : `it is not so that ${say(teller, operand)}`;
};

const say = (teller: Teller, node: Expression): string => {
  switch (node.kind) {
    case 'literal':
      return sayLiteral(teller, node, null);
    case 'name':
      return sayYesNo(teller, node.name, true);
    case 'not':
      return sayNot(teller, node.operand);
    case 'and':
    case 'or':
      return node.operands
        .map((one) =>
          one.kind === 'and' || one.kind === 'or' ? `(${say(teller, one)})` : say(teller, one),
        )
        .join(` ${joins[teller.language][node.kind]} `);
    case 'compare':
      return sayCompare(teller, node);
    case 'among':
      return sayAmong(teller, node);
    case 'is-known':
    case 'is-unknown':
      return sayKnown(teller, node);
  }
};

export const formatExpression = (
  tree: Expression,
  language: ExpressionLanguage,
  words: ExpressionWords = wordsOfFacts,
): string => `${joins[language].if} ${say({ language, words }, tree)}`;
