import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const SOURCE_FOLDERS = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-api',
  'scripts',
  'tests',
] as const;

/** A file of the project: its path from the root with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

const CODE = /\.(ts|tsx|mts|cts|mjs|cjs)$/;

/** Every file that git tracks or would track below the folders, sorted; needs a git checkout. */
export function listFiles(root: string, folders: readonly string[]): string[] {
  const output = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const names = [...new Set(output.split('\0'))].filter((name) => name !== '');
  return names.filter((name) => existsSync(path.join(root, name))).sort();
}

/** The code files (TypeScript and plain modules) below the given folders. */
export function readCode(root: string, folders: readonly string[] = SOURCE_FOLDERS): SourceFile[] {
  return listFiles(root, folders)
    .filter((name) => CODE.test(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
}

/** The 1-based line of a character offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
