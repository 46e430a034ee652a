import type { Finding } from './finding';
import { lineAt, type SourceFile } from './source-files';
import { identifierName, literalText, type Node, parseSource, walk } from './syntax';

type Place = { readonly file: string; readonly line: number };
type Rule = Place & { readonly id: string; readonly planned: boolean };
type Quote = Place & { readonly id: string };

const RULE_LINE = /^\s*[-*] \*\*([A-Z][A-Z0-9]*-\d+[a-z]?)\*\*/;
const QUOTED_ID = /\[([A-Z][A-Z0-9]*-\d+[a-z]?)\]/g;
const TEST_WORDS = new Set(['it', 'test', 'describe']);

/** The numbered rules of the specification: lines of the form `- **CALL-12** sentence`. */
export function findRules(documents: readonly SourceFile[]): Rule[] {
  return documents.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const id = RULE_LINE.exec(line)?.[1];
      const planned = path.startsWith('docs/spec/planned/');
      return id === undefined ? [] : [{ id, file: path, line: index + 1, planned }];
    }),
  );
}

/** `it`, `it.each(…)`, `test.for(…)`: the first word of a call, however it is decorated. */
function rootWord(callee: unknown): string | undefined {
  const name = identifierName(callee);
  if (name !== undefined) return name;
  if (typeof callee !== 'object' || callee === null) return undefined;
  const { type } = callee as Node;
  if (type === 'MemberExpression') return rootWord(Reflect.get(callee, 'object'));
  if (type === 'CallExpression') return rootWord(Reflect.get(callee, 'callee'));
  if (type === 'TaggedTemplateExpression') return rootWord(Reflect.get(callee, 'tag'));
  return undefined;
}

/** Every `[CALL-12]` in the title of a test or of a group of tests. */
export function findQuotes(tests: readonly SourceFile[]): Quote[] {
  const quotes: Quote[] = [];
  for (const file of tests) {
    walk(parseSource(file).program, (node) => {
      if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return;
      if (!TEST_WORDS.has(rootWord(node['callee']) ?? '')) return;
      const title = literalText(node['arguments'][0]) ?? '';
      for (const [, id] of title.matchAll(QUOTED_ID)) {
        if (id === undefined) continue;
        quotes.push({ id, file: file.path, line: lineAt(file.text, node.start) });
      }
    });
  }
  return quotes;
}

function findDoubles(rules: readonly Rule[]): Finding[] {
  const seen = new Map<string, Rule>();
  return rules.flatMap((rule) => {
    const first = seen.get(rule.id);
    seen.set(rule.id, first ?? rule);
    if (first === undefined) return [];
    const message = `${rule.id} is already a rule at ${first.file}:${first.line}`;
    return [{ file: rule.file, line: rule.line, message }];
  });
}

/** Rules without a test, tests that quote no known rule, and rules numbered twice. */
export function checkSpecification(
  rules: readonly Rule[],
  quotes: readonly Quote[],
): { findings: Finding[]; planned: readonly Rule[] } {
  const known = new Set(rules.map(({ id }) => id));
  const quoted = new Set(quotes.map(({ id }) => id));
  const untested = rules
    .filter(({ id, planned }) => !planned && !quoted.has(id))
    .map(({ id, file, line }) => ({ file, line, message: `${id} is quoted by no test title` }));
  const unknown = quotes
    .filter(({ id }) => !known.has(id))
    .map(({ id, file, line }) => ({ file, line, message: `${id} is no rule of docs/spec` }));
  return {
    findings: [...findDoubles(rules), ...untested, ...unknown],
    planned: rules.filter((rule) => rule.planned),
  };
}
