import path from 'node:path';
import type { Finding } from './finding';
import { lineAt, type SourceFile } from './source-files';
import { identifierName, parseSource, walk } from './syntax';

// dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7
// no longer has. So the imports (type imports too) are read here, and the rules are checked on a
// mirror: the same tree, where each file holds nothing but its imports.

const ALIASES: readonly (readonly [string, string])[] = [
  ['@shared/', 'src-shared/'],
  ['@main/', 'src-main/'],
  ['@renderer/', 'src-renderer/'],
  ['@api/', 'src-api/'],
  ['@scripts/', 'scripts/'],
];
const CODE_ENDINGS = ['', '.ts', '.tsx', '.mts', '.mjs', '.cjs', '/index.ts', '/index.tsx'];

/** One import statement: where it stands and what it asks for. */
export type Import = { readonly specifier: string; readonly line: number };

/** All imports of a file: static, re-exported, dynamic with a literal, and `import x = require`. */
export function readImports(file: SourceFile): Import[] {
  const { module, program } = parseSource(file);
  const found: { specifier: string; start: number }[] = [];
  for (const { moduleRequest } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, start: moduleRequest.start });
  }
  for (const { entries } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request) found.push({ specifier: request.value, start: request.start });
  }
  walk(program, (node) => {
    const source = node['source'] as { value?: unknown } | undefined;
    const isImport = node.type === 'ImportExpression' && typeof source?.value === 'string';
    if (isImport) found.push({ specifier: String(source?.value), start: node.start });
    if (node.type !== 'CallExpression' || identifierName(node['callee']) !== 'require') return;
    const [first] = node['arguments'] as { value?: unknown }[];
    if (typeof first?.value !== 'string') return;
    found.push({ specifier: first.value, start: node.start });
  });
  return found.map(({ specifier, start }) => ({ specifier, line: lineAt(file.text, start) }));
}

const layerOf = (file: string): string => file.split('/')[0] ?? file;

function localTarget(from: string, specifier: string): string | undefined {
  const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix));
  if (alias !== undefined) return alias[1] + specifier.slice(alias[0].length);
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
}

/** The mirror of one file: JavaScript with its imports only, and what is wrong with them. */
export type MirroredFile = { readonly text: string; readonly findings: readonly Finding[] };

/** Where the mirror keeps a source file. */
export const mirrorPath = (file: string): string =>
  file.replace(/\.(tsx?|mts|cts|mjs|cjs)$/, '.js');

/** Rewrites the imports of a file for the mirror; `known` holds every path of the project. */
export function mirrorFile(file: SourceFile, known: ReadonlySet<string>): MirroredFile {
  const lines: string[] = [];
  const findings: Finding[] = [];
  for (const { specifier, line } of readImports(file)) {
    const target = localTarget(file.path, specifier.replace(/\?.*$/, ''));
    if (target === undefined) {
      lines.push(`import ${JSON.stringify(specifier)};`);
      continue;
    }
    const found = CODE_ENDINGS.map((ending) => target + ending).find((name) => known.has(name));
    if (found === undefined) {
      findings.push({ file: file.path, line, message: `${specifier} leads nowhere` });
      continue;
    }
    if (specifier.startsWith('.') && layerOf(found) !== layerOf(file.path)) {
      const message = `${specifier} leaves the layer: write it with its alias`;
      findings.push({ file: file.path, line, message });
    }
    if (!/\.(tsx?|mts|mjs|cjs)$/.test(found)) continue;
    const relative = path.posix.relative(path.posix.dirname(file.path), mirrorPath(found));
    lines.push(`import ${JSON.stringify(relative.startsWith('.') ? relative : `./${relative}`)};`);
  }
  return { text: `${lines.join('\n')}\n`, findings };
}
