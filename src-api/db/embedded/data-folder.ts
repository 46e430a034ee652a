/**
 * The folder of an embedded database. It is made whole or not at all: initdb works in a folder
 * beside it, which then takes the name. What a kill left behind never prevents the next start.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Binaries, sharedFolder } from './binaries.ts';
import type { Account } from './unprivileged-account.ts';

export type DataFolder = { readonly path: string; readonly password: string };

const reachable = (folder: string, account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' })
    .status === 0;

const noteName = 'postgres-lies-in.txt';
const originName = 'belongs-to.txt';

/** A folder made for us alone may bar the account only by its own mode: let it pass, but not list. */
const madeReachable = (folder: string, account: Account): boolean => {
  if (reachable(folder, account)) return true;
  if (!reachable(dirname(folder), account) || statSync(folder).uid !== 0) return false;
  chmodSync(folder, 0o711);
  return reachable(folder, account);
};

/** Clusters in the shared folder whose data folder was deleted belong to nobody any more. */
const forgetOrphans = (): void => {
  for (const name of readdirSync(sharedFolder).filter((entry) => entry.startsWith('data-'))) {
    const folder = join(sharedFolder, name);
    const origin = join(folder, originName);
    if (!existsSync(origin) || existsSync(join(readFileSync(origin, 'utf8').trim(), noteName)))
      continue;
    if (!existsSync(join(folder, 'postgres', 'postmaster.pid'))) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

/**
 * The place of the cluster: below `dataDir`, or in the shared folder of root when the account cannot
 * reach that. A note in each ties the two, so that deleting `dataDir` starts afresh.
 */
const placeOf = (dataDir: string, account: Account | null): string => {
  mkdirSync(dataDir, { recursive: true });
  if (account === null || madeReachable(dataDir, account)) return join(dataDir, 'postgres');
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const elsewhere = join(sharedFolder, `data-${key}`);
  const note = join(dataDir, noteName);
  if (!existsSync(note)) rmSync(elsewhere, { recursive: true, force: true });
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  chmodSync(sharedFolder, 0o755);
  writeFileSync(note, `${elsewhere}\n`);
  writeFileSync(join(elsewhere, originName), `${dataDir}\n`);
  forgetOrphans();
  return join(elsewhere, 'postgres');
};

const passwordOf = (dataDir: string): string => {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};

const initialise = (
  binaries: Binaries,
  target: string,
  password: string,
  account: Account | null,
): void => {
  const unfinished = `${target}.unfinished`;
  const passwordFile = `${target}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== null) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const options = [
    '--username=parlance',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  try {
    execFileSync(binaries.initdb, [`--pgdata=${unfinished}`, ...options], {
      ...(account ?? {}),
      cwd: '/',
      stdio: 'pipe',
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, target);
};

/** Makes the cluster when there is none. @throws with initdb's words when it cannot be made. */
export const ensureDataFolder = (
  dataDirGiven: string,
  binaries: Binaries,
  account: Account | null,
): DataFolder => {
  const dataDir = resolve(dataDirGiven);
  const path = placeOf(dataDir, account);
  const password = passwordOf(dataDir);
  if (!existsSync(join(path, 'PG_VERSION'))) {
    rmSync(path, { recursive: true, force: true });
    initialise(binaries, path, password, account);
  }
  return { path, password };
};
