import { open, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Report } from '../progress/report';
import { sha256OfFile } from './file-hash';

const CONNECT_TIMEOUT_MS = 15_000;
const STALLED_MS = 60_000;

const fromProject = createRequire(import.meta.url);

/** The version of the `electron` package that the project pins. */
export const pinnedVersion = (): string => fromProject('electron/package.json').version;

const archiveName = (): string =>
  `electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip`;

async function expectedHash(): Promise<string> {
  const folder = path.dirname(fromProject.resolve('electron/package.json'));
  const checksums = JSON.parse(await readFile(path.join(folder, 'checksums.json'), 'utf8'));
  const hash: unknown = checksums[archiveName()];
  if (typeof hash !== 'string') throw new Error(`there is no official ${archiveName()}`);
  return hash;
}

async function download(url: string, file: string): Promise<void> {
  const target = await open(file, 'w');
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), CONNECT_TIMEOUT_MS);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), STALLED_MS);
  };
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
    for await (const chunk of response.body) {
      alive();
      await target.write(chunk);
    }
  } finally {
    clearTimeout(timer);
    await target.close();
  }
}

/** The end of the executable's path in an unpacked official build. */
export function executableInBuild(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Downloads the pinned Electron, compares it with the checksum that its npm package carries and
 * unpacks it into `folder`. Electron's own installer wants a newer Node than this project.
 */
export async function fetchOfficialBuild(folder: string, report: Report): Promise<void> {
  const version = pinnedVersion();
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  const archive = path.join(folder, archiveName());
  const wanted = await expectedHash();
  report(`downloading Electron ${version} (official build)`);
  await download(`${mirror}v${version}/${archiveName()}`, archive);
  const found = await sha256OfFile(archive);
  if (found !== wanted) throw new Error(`its checksum is ${found} instead of ${wanted}`);
  // Of electron's own dependencies, found where electron finds it.
  const fromElectron = createRequire(fromProject.resolve('electron/package.json'));
  const { extract } = fromElectron('@electron-internal/extract-zip');
  await extract(archive, { dir: folder });
  await rm(archive);
}
