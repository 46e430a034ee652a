import type { Finding } from './finding';
import { lineAt, type SourceFile } from './source-files';
import { identifierName, literalText, type Node, parseSource, walk } from './syntax';

// What imports alone cannot show: who calls `fetch`, who touches a preload bridge, who owns ipcMain.
const GLOBALS = new Set(['window', 'globalThis', 'self']);
const isRenderer = (file: SourceFile): boolean => file.path.startsWith('src-renderer/');
const isPlatform = (file: SourceFile): boolean => file.path.startsWith('src-renderer/platform/');

function member(node: Node): { object: string | undefined; name: string | undefined } {
  const property = node['property'];
  const name = node['computed'] === true ? literalText(property) : identifierName(property);
  return { object: identifierName(node['object']), name };
}

/** The names under which the preloads expose their bridges. */
export function bridgeNames(files: readonly SourceFile[]): Set<string> {
  const names = new Set<string>();
  for (const file of files.filter(({ path }) => path.startsWith('src-main/preload/'))) {
    for (const [, name] of file.text.matchAll(/exposeInMainWorld\(\s*['"](\w+)['"]/g)) {
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

function forbiddenUses(file: SourceFile, bridges: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const report = (node: Node, message: string): void => {
    findings.push({ file: file.path, line: lineAt(file.text, node.start), message });
  };
  walk(parseSource(file).program, (node) => {
    if (node.type === 'CallExpression' && identifierName(node['callee']) === 'fetch') {
      report(node, 'fetch belongs in src-renderer/platform');
    }
    if (node.type !== 'MemberExpression') return;
    const { object, name } = member(node);
    if (object === undefined || name === undefined || !GLOBALS.has(object)) return;
    if (name === 'fetch') report(node, 'fetch belongs in src-renderer/platform');
    if (bridges.has(name)) report(node, `the bridge ${name} belongs in src-renderer/platform`);
  });
  return findings;
}

function ipcOwners(files: readonly SourceFile[]): Finding[] {
  const owners = files
    .filter(({ path }) => path.startsWith('src-main/'))
    .map((file) => ({ file, at: /^import (?!type)[^;]*\bipcMain\b/m.exec(file.text)?.index }))
    .filter(({ at }) => at !== undefined);
  if (owners.length <= 1) return [];
  return owners.map(({ file, at }) => ({
    file: file.path,
    line: lineAt(file.text, at ?? 0),
    message: `ipcMain is imported by ${owners.length} files; one file owns it`,
  }));
}

/** `fetch` and preload bridges outside src-renderer/platform, and a second owner of ipcMain. */
export function checkGuardedAccess(files: readonly SourceFile[]): Finding[] {
  const bridges = bridgeNames(files);
  const screens = files.filter((file) => isRenderer(file) && !isPlatform(file));
  return [...ipcOwners(files), ...screens.flatMap((file) => forbiddenUses(file, bridges))];
}
