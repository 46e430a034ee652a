/** How an advisor's key is sealed, by the system or under her password, and what proves that password. */
import { timingSafeEqual } from 'node:crypto';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { KeyStore } from './key-store.ts';
import { keyFromPassword, seal, unseal } from './seal.ts';
import type { VaultFile } from './vault-file.ts';

export const keyBytes = 32;

export const proofOf = (passwordKey: Uint8Array): string =>
  seal(passwordKey, Buffer.from('parlance'), 'password-proof').toString('base64');

export const proves = (passwordKey: Uint8Array, proof: string | null): boolean => {
  if (proof === null) return false;
  const plain = unseal(passwordKey, Buffer.from(proof, 'base64'), 'password-proof');
  return plain !== null && plain.length === 8 && timingSafeEqual(plain, Buffer.from('parlance'));
};

/** Derived once for each opening: it costs tens of milliseconds on purpose. */
export const passwordKeyOf = (file: VaultFile, password: string | null): Buffer | null =>
  password === null ? null : keyFromPassword(password, Buffer.from(file.salt, 'base64'));

/** null: the system's key store was lost or reset, and holds another key now, or none. */
const reveal = (store: KeyStore, sealedKey: Buffer): Buffer | null => {
  try {
    const key = Buffer.from(store.reveal(sealedKey), 'base64');
    return key.length === keyBytes ? key : null;
  } catch {
    return null;
  }
};

export const unlockKey = (
  store: KeyStore,
  file: VaultFile,
  passwordKey: Buffer | null,
): Result<Buffer> => {
  const sealedKey = Buffer.from(file.sealedKey ?? '', 'base64');
  if (file.protection === 'os') {
    if (!store.available()) return fail('vault-locked');
    const key = reveal(store, sealedKey);
    return key === null ? fail('vault-key-lost') : succeed(key);
  }
  if (passwordKey === null) return fail('vault-locked');
  const key = unseal(passwordKey, sealedKey, 'vault-key');
  return key === null ? fail('vault-passphrase-wrong') : succeed(key);
};

export const sealKey = (
  store: KeyStore,
  key: Buffer,
  passwordKey: Buffer | null,
): Pick<VaultFile, 'protection' | 'sealedKey'> => {
  if (store.available()) {
    return {
      protection: 'os',
      sealedKey: store.protect(key.toString('base64')).toString('base64'),
    };
  }
  if (passwordKey === null) return { protection: 'session', sealedKey: null };
  return {
    protection: 'passphrase',
    sealedKey: seal(passwordKey, key, 'vault-key').toString('base64'),
  };
};
