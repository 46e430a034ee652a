import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-files';

/** A node of the syntax tree, as loosely as the checks need it. */
export type Node = { readonly type: string; readonly start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** Parses TypeScript or TSX; a syntax error leaves an empty tree (tsc reports it). */
export const parseSource = ({ path, text }: SourceFile): ReturnType<typeof parseSync> =>
  parseSync(path, text, { sourceType: 'module' });

/** Calls `visit` for every node below `root`, parents first. */
export function walk(root: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(root)) {
    for (const item of root) walk(item, visit);
    return;
  }
  if (!isNode(root)) return;
  visit(root);
  for (const value of Object.values(root)) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}

/** The name of an identifier node, or undefined for any other node. */
export const identifierName = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Identifier' && typeof value['name'] === 'string'
    ? value['name']
    : undefined;

/** The text of a string literal or of the fixed parts of a template, else undefined. */
export function literalText(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  if (value.type !== 'TemplateLiteral' || !Array.isArray(value['quasis'])) return undefined;
  const parts = value['quasis'].map((part: { value?: { cooked?: string } }) => part.value?.cooked);
  return parts.join(' ');
}
