/** The file beside each advisor's journal: how her key is sealed, never the key. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { heardSchema } from '@shared/domain/desktop/expiry.ts';
import { z } from 'zod';

const base64 = z.base64();

export const vaultFileSchema = z.object({
  userId: z.uuid(),
  login: z.string(),
  protection: z.enum(['os', 'passphrase', 'session']),
  salt: base64,
  /** The key sealed by the system (`os`) or under her password (`passphrase`); absent for `session`. */
  sealedKey: base64.nullable(),
  /** Proof that a password is hers when the hub cannot be asked. */
  passwordProof: base64.nullable(),
  session: base64.nullable(),
  waiting: z.number().int().min(0),
  usedAt: z.string(),
  /** Part of the key of the cached customers; another one destroys them. */
  cacheSalt: base64.nullable().default(null),
  /** Nothing opens it but her password, also where the system keeps the key. */
  locked: z.boolean().default(false),
  /** Its copy was destroyed because the hub was not heard; until she signs in. */
  expired: z.boolean().default(false),
  /** It came here with a profile of another machine; until she signs in. */
  copied: z.boolean().default(false),
  /** When the hub was heard; null: never, or by an older program. */
  heard: heardSchema.nullable().default(null),
});
export type VaultFile = z.infer<typeof vaultFileSchema>;

export const readVaultFile = (file: string): VaultFile | null => {
  try {
    return vaultFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No vault here, or a foreign file: either way there is no key to be had from it.
    return null;
  }
};

/** Whole or not at all, also when the power goes: written beside, synced, then renamed. */
export const writeFileDurably = (file: string, content: string | Uint8Array): void => {
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    // Goes on after a part that a filling disk took, until it has all or is refused.
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
};
