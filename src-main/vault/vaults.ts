/**
 * One vault for each advisor on this desktop: her key, her kept session, her journal. Another
 * advisor never gets a key that is not hers; what waits in a vault stays sealed in it.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { KeyStore } from './key-store.ts';
import { keyFromPassword, seal, unseal } from './seal.ts';
import { foldersAside, setAside } from './set-aside.ts';
import { readVaultFile, type VaultFile, writeFileDurably } from './vault-file.ts';

const keyBytes = 32;

export type OpenVault = {
  readonly userId: string;
  readonly login: string;
  readonly protection: VaultFile['protection'];
  readonly key: Uint8Array;
  readonly dir: string;
  readonly created: boolean;
};

const proofOf = (passwordKey: Uint8Array): string =>
  seal(passwordKey, Buffer.from('parlance'), 'password-proof').toString('base64');

const proves = (passwordKey: Uint8Array, proof: string | null): boolean => {
  if (proof === null) return false;
  const plain = unseal(passwordKey, Buffer.from(proof, 'base64'), 'password-proof');
  return plain !== null && plain.length === 8 && timingSafeEqual(plain, Buffer.from('parlance'));
};

/** Derived once for each opening: it costs tens of milliseconds on purpose. */
const passwordKeyOf = (file: VaultFile, password: string | null): Buffer | null =>
  password === null ? null : keyFromPassword(password, Buffer.from(file.salt, 'base64'));

export class Vaults {
  readonly #profileDir: string;
  readonly #root: string;
  readonly #store: KeyStore;

  constructor(profileDir: string, store: KeyStore) {
    this.#profileDir = profileDir;
    this.#root = path.join(profileDir, 'vaults');
    this.#store = store;
    mkdirSync(this.#root, { recursive: true });
  }

  list(): readonly VaultFile[] {
    return readdirSync(this.#root)
      .map((name) => readVaultFile(this.#fileOf(name)))
      .filter((file) => file !== null)
      .sort((a, b) => b.usedAt.localeCompare(a.usedAt));
  }

  /**
   * After the hub has accepted her password: opens her vault, or makes it.
   * @param lost what to do with a vault that cannot be opened: only she decides to set it aside
   */
  open(
    userId: string,
    login: string,
    password: string | null,
    lost: 'refuse' | 'set-aside' = 'refuse',
  ): Result<OpenVault> {
    const file = readVaultFile(this.#fileOf(userId));
    // A session key died with the program that held it: nothing sealed by it can be read again.
    if (file === null || file.sealedKey === null)
      return succeed(this.#create(userId, login, password));
    const passwordKey = passwordKeyOf(file, password);
    const opened = this.#unlock(file, passwordKey);
    if (!opened.ok) {
      if (lost === 'refuse') return opened;
      setAside(this.#profileDir, userId, path.join(this.#root, userId));
      return succeed(this.#create(userId, login, password));
    }
    const proof = passwordKey === null ? file.passwordProof : proofOf(passwordKey);
    this.#write({ ...file, login, passwordProof: proof, usedAt: new Date().toISOString() });
    return succeed(this.#opened(file, opened.value, false));
  }

  /** With no hub: by her password, or by the system alone where it keeps the key. */
  openOffline(
    login: string,
    password: string | null,
  ): Result<OpenVault & { session: string | null }> {
    const file = this.list().find((one) => one.login.toLowerCase() === login.toLowerCase());
    if (file?.sealedKey == null) return fail('hub-unreachable');
    const passwordKey = passwordKeyOf(file, password);
    if (passwordKey !== null && !proves(passwordKey, file.passwordProof))
      return fail('sign-in-refused');
    const opened = this.#unlock(file, passwordKey);
    if (!opened.ok) return opened;
    return succeed({
      ...this.#opened(file, opened.value, false),
      session: this.readSession(file, opened.value),
    });
  }

  /** Those of her vaults that were set aside and whose key is there again. */
  recovered(userId: string, password: string | null): { dir: string; key: Uint8Array }[] {
    return foldersAside(this.#profileDir, userId).flatMap((dir) => {
      const file = readVaultFile(path.join(dir, 'vault.json'));
      if (file === null) return [];
      const opened = this.#unlock(file, passwordKeyOf(file, password));
      return opened.ok ? [{ dir, key: opened.value }] : [];
    });
  }

  readSession(file: VaultFile, key: Uint8Array): string | null {
    if (file.session === null) return null;
    return unseal(key, Buffer.from(file.session, 'base64'), 'session')?.toString('utf8') ?? null;
  }

  sessionOf(vault: OpenVault): string | null {
    const file = readVaultFile(this.#fileOf(vault.userId));
    return file === null ? null : this.readSession(file, vault.key);
  }

  keepSession(vault: OpenVault, session: string | null): void {
    const sealed =
      session === null ? null : seal(vault.key, Buffer.from(session), 'session').toString('base64');
    this.#change(vault.userId, { session: sealed });
  }

  keepWaiting(vault: OpenVault, waiting: number): void {
    this.#change(vault.userId, { waiting });
  }

  #change(userId: string, change: Partial<VaultFile>): void {
    const file = readVaultFile(this.#fileOf(userId));
    if (file !== null) this.#write({ ...file, ...change });
  }

  #unlock(file: VaultFile, passwordKey: Buffer | null): Result<Buffer> {
    const sealedKey = Buffer.from(file.sealedKey ?? '', 'base64');
    if (file.protection === 'os') {
      if (!this.#store.available()) return fail('vault-locked');
      const key = this.#reveal(sealedKey);
      return key === null ? fail('vault-key-lost') : succeed(key);
    }
    if (passwordKey === null) return fail('vault-locked');
    const key = unseal(passwordKey, sealedKey, 'vault-key');
    return key === null ? fail('vault-passphrase-wrong') : succeed(key);
  }

  /** null: the system's key store was lost or reset, and holds another key now, or none. */
  #reveal(sealedKey: Buffer): Buffer | null {
    try {
      const key = Buffer.from(this.#store.reveal(sealedKey), 'base64');
      return key.length === keyBytes ? key : null;
    } catch {
      return null;
    }
  }

  #create(userId: string, login: string, password: string | null): OpenVault {
    mkdirSync(path.join(this.#root, userId), { recursive: true, mode: 0o700 });
    const key = randomBytes(keyBytes);
    const salt = randomBytes(16);
    const passwordKey = password === null ? null : keyFromPassword(password, salt);
    const sealed = this.#sealKey(key, passwordKey);
    const file: VaultFile = {
      userId,
      login,
      ...sealed,
      salt: salt.toString('base64'),
      passwordProof: passwordKey === null ? null : proofOf(passwordKey),
      session: null,
      waiting: 0,
      usedAt: new Date().toISOString(),
    };
    this.#write(file);
    return this.#opened(file, key, true);
  }

  #sealKey(key: Buffer, passwordKey: Buffer | null): Pick<VaultFile, 'protection' | 'sealedKey'> {
    if (this.#store.available()) {
      return {
        protection: 'os',
        sealedKey: this.#store.protect(key.toString('base64')).toString('base64'),
      };
    }
    if (passwordKey === null) return { protection: 'session', sealedKey: null };
    return {
      protection: 'passphrase',
      sealedKey: seal(passwordKey, key, 'vault-key').toString('base64'),
    };
  }

  #opened(file: VaultFile, key: Uint8Array, created: boolean): OpenVault {
    const { userId, login, protection } = file;
    return { userId, login, protection, key, dir: path.join(this.#root, userId), created };
  }

  #write(file: VaultFile): void {
    writeFileDurably(this.#fileOf(file.userId), JSON.stringify(file));
  }

  #fileOf(userId: string): string {
    return path.join(this.#root, userId, 'vault.json');
  }
}
