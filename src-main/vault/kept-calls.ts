/** The calls of the open vault, sealed: what a new program needs to take them back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { seal, unseal } from './seal.ts';
import { writeFileDurably } from './vault-file.ts';
import { keptCallsFile, type OpenVault } from './vaults.ts';

const context = 'calls';
const fileOf = ({ dir }: OpenVault): string => path.join(dir, keptCallsFile);

export const keepCalls = (vault: OpenVault, calls: string): void =>
  writeFileDurably(fileOf(vault), seal(vault.key, Buffer.from(calls), context));

/** null when there are none, or none that this key opens. */
export const keptCalls = (vault: OpenVault): string | null => {
  try {
    return unseal(vault.key, readFileSync(fileOf(vault)), context)?.toString('utf8') ?? null;
  } catch {
    // No call was ever kept here.
    return null;
  }
};
