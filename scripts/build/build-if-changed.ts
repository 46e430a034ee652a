import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { build as bundle } from 'esbuild';
import { runTool } from '../checks/run-tool';
import type { Report } from '../progress/report';
import { StepError } from '../progress/step-error';
import { inProject } from '../project-root';
import { apiBuildOptions, apiBundle } from './build-api';
import { hashSources } from './source-hash';

type Part = {
  readonly name: string;
  readonly sources: readonly string[];
  readonly result: string;
  readonly build: () => Promise<void>;
};

const STAMP = inProject('out', '.built.json');
const CONFIGURATION = ['package-lock.json', 'tsconfig.base.json', 'scripts/build'];

/** electron-vite asks for an Electron to choose its targets; ours are fixed to the oldest one. */
export const viteEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ELECTRON_MAJOR_VER: '25',
  ELECTRON_EXEC_PATH: process.env['ELECTRON_EXEC_PATH'] ?? process.execPath,
});

async function buildProgram(): Promise<void> {
  const { code, output } = await runTool('electron-vite', ['build'], viteEnvironment());
  if (code !== 0) throw new Error(output.trim().split('\n').slice(-30).join('\n'));
}

const PARTS: readonly Part[] = [
  {
    name: 'program',
    sources: ['src-shared', 'src-main', 'src-renderer', 'resources', 'electron.vite.config.ts'],
    result: inProject('out', 'main', 'index.js'),
    build: buildProgram,
  },
  {
    name: 'central API',
    sources: ['src-shared', 'src-api'],
    result: apiBundle(),
    build: async () => void (await bundle(apiBuildOptions())),
  },
];

async function readStamp(): Promise<Record<string, string>> {
  const text = await readFile(STAMP, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Builds the program and the API into out/, each only when one of its sources changed. */
export async function buildIfChanged(report: Report): Promise<void> {
  const stamp = await readStamp();
  for (const { name, sources, result, build } of PARTS) {
    const hash = hashSources([...sources, ...CONFIGURATION]);
    if (stamp[name] === hash && existsSync(result)) continue;
    report(`building the ${name}`);
    try {
      await build();
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
      throw new StepError(
        `the ${name} could not be built`,
        'the lines above name the file; npm run check says more. Undo local changes to start',
      );
    }
    stamp[name] = hash;
    await mkdir(inProject('out'), { recursive: true });
    await writeFile(STAMP, JSON.stringify(stamp));
  }
}
