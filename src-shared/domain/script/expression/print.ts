/** Writes a tree as an expression again, in one spelling: read back, it is the same tree. */
import type { Expression, Literal } from './tree.ts';

const words = {
  en: { and: 'and', or: 'or', not: 'not', in: 'in', known: 'is known', unknown: 'is unknown' },
  fr: { and: 'et', or: 'ou', not: 'non', in: 'dans', known: 'est connu', unknown: 'est inconnu' },
} as const;
const truths = { en: ['true', 'false'], fr: ['vrai', 'faux'] } as const;

export type ExpressionLanguage = keyof typeof words;

const printLiteral = (literal: Literal, language: ExpressionLanguage): string => {
  switch (literal.type) {
    case 'text':
      return `"${literal.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    case 'date':
      return literal.value;
    case 'number':
      return String(literal.value);
    case 'yes-no':
      return truths[language][literal.value ? 0 : 1];
  }
};

const simple = (node: Expression): boolean => node.kind === 'literal' || node.kind === 'name';
const chain = (node: Expression): boolean => node.kind === 'and' || node.kind === 'or';

export const printExpression = (tree: Expression, language: ExpressionLanguage = 'en'): string => {
  const said = words[language];
  const print = (node: Expression): string => printExpression(node, language);
  const alone = (node: Expression): string => (simple(node) ? print(node) : `(${print(node)})`);
  const unchained = (node: Expression): string => (chain(node) ? `(${print(node)})` : print(node));
  switch (tree.kind) {
    case 'literal':
      return printLiteral(tree, language);
    case 'name':
      return tree.name;
    case 'not':
      return `${said.not} ${unchained(tree.operand)}`;
    case 'and':
      return tree.operands.map(unchained).join(` ${said.and} `);
    case 'or':
      return tree.operands
        .map((one) => (one.kind === 'or' ? `(${print(one)})` : print(one)))
        .join(` ${said.or} `);
    case 'compare':
      return `${alone(tree.left)} ${tree.operator} ${alone(tree.right)}`;
    case 'among':
      return `${alone(tree.operand)} ${said.in} [${tree.list.map(print).join(', ')}]`;
    case 'is-known':
      return `${tree.name.name} ${said.known}`;
    case 'is-unknown':
      return `${tree.name.name} ${said.unknown}`;
  }
};
