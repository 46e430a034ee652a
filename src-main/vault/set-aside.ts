/**
 * Vaults whose key is lost (a key ring that was reset, a password that was changed): they are never
 * destroyed. They lie aside, sealed as they were, and what waits in them goes on as soon as their
 * key is there again.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Journal } from '../journal/journal.ts';

const asideRoot = (profileDir: string, userId: string): string =>
  path.join(profileDir, 'vaults-aside', userId);

/** Moves a vault's folder, whole. */
export const setAside = (profileDir: string, userId: string, dir: string): void => {
  const root = asideRoot(profileDir, userId);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  renameSync(dir, path.join(root, String(Date.now())));
};

/** Her folders that lie aside, oldest first. */
export const foldersAside = (profileDir: string, userId: string): string[] => {
  const root = asideRoot(profileDir, userId);
  try {
    return readdirSync(root)
      .sort((a, b) => Number(a) - Number(b))
      .map((name) => path.join(root, name));
  } catch {
    // Nothing of hers was ever set aside here.
    return [];
  }
};

/** Adds what waits in a folder to her open journal; the folder goes once that is on the disk. */
export const bringBack = async (from: string, key: Uint8Array, to: Journal): Promise<void> => {
  const old = new Journal(from, key);
  const { records, damaged } = await old.read();
  await old.close();
  const kept = records.length === 0 || (await to.append(records)).ok;
  if (!kept) return;
  // Lines that nobody can read stay for the administrator.
  for (const name of damaged === 0 ? [''] : ['journal', 'vault.json'])
    rmSync(path.join(from, name), { recursive: true, force: true });
};
