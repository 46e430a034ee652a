import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inProject, projectRoot } from '../project-root';
import { checkDependencies } from './dependency-rules';
import { checkFileShapes } from './file-shape';
import type { Check, CheckOutcome } from './finding';
import { checkGuardedAccess } from './guarded-access';
import { checkLock } from './lock-file';
import { checkCatalogues, readCatalogue } from './message-catalogue';
import { checkWithTool } from './run-tool';
import { listFiles, readCode, type SourceFile } from './source-files';
import { checkSpecification, findQuotes, findRules } from './spec-rules';

const LAYERS = ['shared', 'main', 'preload', 'renderer', 'api', 'scripts', 'tests'] as const;
const PRODUCT = ['src-shared', 'src-main', 'src-renderer', 'src-api'] as const;
const LANGUAGES = ['src-renderer/app/i18n/fr.json', 'src-renderer/app/i18n/en.json'] as const;

const readNamed = (path: string): SourceFile => ({
  path,
  text: readFileSync(inProject(path), 'utf8'),
});

async function checkTypes(layer: string): Promise<CheckOutcome> {
  const { findings, details } = await checkWithTool('tsc', ['-p', `tsconfig.${layer}.json`]);
  // An empty folder is no error of types: TS18003 is "no inputs were found".
  if (details?.includes('TS18003')) return { findings: [], note: 'no file yet' };
  return { findings, ...(details === undefined ? {} : { details }) };
}

async function checkImports(): Promise<CheckOutcome> {
  const rules = createRequire(import.meta.url)(inProject('.dependency-cruiser.cjs'));
  const projectFiles = new Set(listFiles(projectRoot, ['.']));
  const files = readCode(projectRoot);
  return { findings: await checkDependencies({ root: projectRoot, files, projectFiles }, rules) };
}

async function checkMessages(): Promise<CheckOutcome> {
  const missing = LANGUAGES.filter((path) => !existsSync(inProject(path)));
  if (missing.length === LANGUAGES.length) return { findings: [], note: 'no catalogue yet' };
  if (missing.length > 0) {
    return { findings: missing.map((file) => ({ file, line: 1, message: 'is missing' })) };
  }
  const [french, english] = LANGUAGES.map((path) => readCatalogue(readNamed(path)));
  if (french === undefined || english === undefined) return { findings: [] };
  return { findings: checkCatalogues(french, english, readCode(projectRoot, PRODUCT)) };
}

async function checkSpec(): Promise<CheckOutcome> {
  const documents = listFiles(projectRoot, ['docs/spec']).filter((name) => name.endsWith('.md'));
  const tests = readCode(projectRoot, ['tests']).filter(({ path }) => /\.test\.tsx?$/.test(path));
  const rules = findRules(documents.map(readNamed));
  const { findings, planned } = checkSpecification(rules, findQuotes(tests));
  return { findings, note: `${rules.length - planned.length} rules, ${planned.length} planned` };
}

/** Every static check of the project, in the order in which they are run. */
export const allChecks = (): Check[] => [
  {
    name: 'format and lint',
    run: () =>
      checkWithTool('biome', ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=20']),
  },
  ...LAYERS.map((layer) => ({ name: `types of ${layer}`, run: () => checkTypes(layer) })),
  { name: 'dependency rules', run: checkImports },
  {
    name: 'guarded access',
    run: async () => ({ findings: checkGuardedAccess(readCode(projectRoot, PRODUCT)) }),
  },
  {
    name: 'dead code',
    run: () => checkWithTool('knip', ['--no-progress', '--no-config-hints']),
  },
  {
    name: 'file sizes and names',
    run: async () => ({ findings: checkFileShapes(readCode(projectRoot)) }),
  },
  { name: 'message catalogues', run: checkMessages },
  {
    name: 'lock file',
    run: async () => ({ findings: checkLock(readNamed('package-lock.json')) }),
  },
  { name: 'spec', run: checkSpec },
];
