import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { ICruiseOptions, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';
import type { Finding } from './finding';
import { mirrorFile, mirrorPath, readImports } from './import-graph';
import type { SourceFile } from './source-files';

type Rules = {
  readonly forbidden: IFlattenedRuleSet['forbidden'];
  readonly options: ICruiseOptions;
};

/** What the dependency check works on; `projectFiles` are all paths, assets included. */
export type Sources = {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly projectFiles: ReadonlySet<string>;
};

function writeMirror(folder: string, { root, files, projectFiles }: Sources): Finding[] {
  const findings: Finding[] = [];
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const { name, version, dependencies, devDependencies } = createRequire(import.meta.url)(
    path.join(root, 'package.json'),
  );
  const manifest = JSON.stringify({ name, version, dependencies, devDependencies });
  writeFileSync(path.join(folder, 'package.json'), manifest);
  for (const file of files) {
    const mirrored = mirrorFile(file, projectFiles);
    findings.push(...mirrored.findings);
    const target = path.join(folder, mirrorPath(file.path));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, mirrored.text);
  }
  return findings;
}

function lineOfImport(file: SourceFile | undefined, target: string): number {
  if (file === undefined) return 1;
  const words = target.replace(/\.js$/, '').split('/');
  const tail = words.at(-1) ?? '';
  const name = words[0] === 'node_modules' ? (words[1] ?? '') : tail;
  return readImports(file).find(({ specifier }) => specifier.includes(name))?.line ?? 1;
}

function toFindings(result: ICruiseResult, files: readonly SourceFile[], rules: Rules): Finding[] {
  const named = (rules.forbidden ?? []).map(({ name, comment }) => [name ?? '', comment] as const);
  const ruleComments = new Map(named);
  const sources = new Map(files.map((file) => [mirrorPath(file.path), file]));
  const nameOf = (mirrored: string): string => sources.get(mirrored)?.path ?? mirrored;
  return result.summary.violations.map(({ rule, from, to, comment, cycle }) => {
    const source = sources.get(from);
    const round = (cycle ?? []).map((step) => nameOf(step.name)).join(' -> ');
    const target = round === '' ? nameOf(to) : round;
    const what = to === from ? 'stands alone' : `imports ${target}`;
    const message = `${rule.name}: ${what} (${comment ?? ruleComments.get(rule.name) ?? ''})`;
    return { file: nameOf(from), line: lineOfImport(source, to), message };
  });
}

/** Checks the imports of `sources` against the rules of .dependency-cruiser.cjs. */
export async function checkDependencies(sources: Sources, rules: Rules): Promise<Finding[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-imports-'));
  try {
    const broken = writeMirror(folder, sources);
    const { cruise } = await import('dependency-cruiser');
    const top = [...new Set(sources.files.map(({ path: name }) => name.split('/')[0] ?? ''))];
    const { options } = rules;
    const forbidden = rules.forbidden ?? [];
    const { output } = await cruise(
      top,
      { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } },
      options.enhancedResolveOptions ?? {},
    );
    if (typeof output === 'string') throw new Error('dependency-cruiser gave no result object');
    return [...broken, ...toFindings(output, sources.files, rules)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
