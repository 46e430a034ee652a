/**
 * One vault for each advisor on this desktop: her key, her kept session, her journal. Another
 * advisor never gets a key that is not hers; what waits in a vault stays sealed in it.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Heard } from '@shared/domain/desktop/expiry.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { cacheKeyOf, newSalt } from './cache-key.ts';
import { keyBytes, passwordKeyOf, proofOf, proves, sealKey, unlockKey } from './key-seal.ts';
import type { KeyStore } from './key-store.ts';
import { keyFromPassword, seal, unseal } from './seal.ts';
import { foldersAside, setAside } from './set-aside.ts';
import { readVaultFile, type VaultFile, writeFileDurably } from './vault-file.ts';

/** The calls that a new program could take back; they name who called. */
export const keptCallsFile = 'calls.sealed';

export type OpenVault = {
  readonly userId: string;
  readonly login: string;
  readonly protection: VaultFile['protection'];
  readonly key: Uint8Array;
  readonly dir: string;
  readonly created: boolean;
};

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
    const opened = unlockKey(this.#store, file, passwordKey);
    if (!opened.ok) {
      if (lost === 'refuse') return opened;
      setAside(this.#profileDir, userId, path.join(this.#root, userId));
      return succeed(this.#create(userId, login, password));
    }
    const proof = passwordKey === null ? file.passwordProof : proofOf(passwordKey);
    const usedAt = new Date().toISOString();
    this.#write({
      ...file,
      login,
      passwordProof: proof,
      usedAt,
      locked: false,
      expired: false,
      copied: false,
    });
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
    if (passwordKey === null && file.locked) return fail('vault-locked');
    if (passwordKey !== null && !proves(passwordKey, file.passwordProof))
      return fail('sign-in-refused');
    const opened = unlockKey(this.#store, file, passwordKey);
    if (!opened.ok) return opened;
    if (file.locked) this.#change(file.userId, { locked: false });
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
      const opened = unlockKey(this.#store, file, passwordKeyOf(file, password));
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

  /** From now on only her password opens it. */
  lock(vault: OpenVault): void {
    this.#change(vault.userId, { locked: true });
  }

  isLocked(vault: OpenVault): boolean {
    return readVaultFile(this.#fileOf(vault.userId))?.locked ?? false;
  }

  /** `vault-locked` where no password of hers is known here: the hub has to be asked. */
  unlock(vault: OpenVault, password: string): Result<null> {
    const file = readVaultFile(this.#fileOf(vault.userId));
    if (file?.passwordProof == null) return fail('vault-locked');
    const passwordKey = passwordKeyOf(file, password);
    if (passwordKey === null || !proves(passwordKey, file.passwordProof))
      return fail('sign-in-refused');
    this.#change(vault.userId, { locked: false });
    return succeed(null);
  }

  /** The key of the cached customers. */
  cacheKey(vault: OpenVault): Uint8Array<ArrayBuffer> {
    const file = readVaultFile(this.#fileOf(vault.userId));
    return cacheKeyOf(vault.key, file?.cacheSalt ?? null);
  }

  heardOf(vault: OpenVault): Heard | null {
    return readVaultFile(this.#fileOf(vault.userId))?.heard ?? null;
  }

  noteHeard(vault: OpenVault, heard: Heard): void {
    this.#change(vault.userId, { heard });
  }

  /** Destroys the key of her cached customers and her session; what was not sent stays sealed. */
  shred(userId: string, why: 'expired' | 'wipe'): void {
    const expired = why === 'expired';
    this.#change(userId, { cacheSalt: newSalt(), session: null, heard: null, expired });
    rmSync(path.join(this.#root, userId, keptCallsFile), { force: true });
  }

  /** The profile was copied here: copies and sessions are another machine's; what was not sent stays. */
  leaveTheOther(): void {
    for (const { userId } of this.list()) {
      this.shred(userId, 'wipe');
      this.#change(userId, { copied: true });
    }
  }

  /** Vaults in which nothing waits go whole, keys included; `left` is what waits in this user's. */
  forgetEmpty(userId: string, left: number): void {
    for (const file of this.list()) {
      const waiting = file.userId === userId ? left : file.waiting;
      const dir = path.join(this.#root, file.userId);
      if (waiting === 0) rmSync(dir, { recursive: true, force: true });
    }
  }

  #change(userId: string, change: Partial<VaultFile>): void {
    const file = readVaultFile(this.#fileOf(userId));
    if (file !== null) this.#write({ ...file, ...change });
  }

  #create(userId: string, login: string, password: string | null): OpenVault {
    mkdirSync(path.join(this.#root, userId), { recursive: true, mode: 0o700 });
    const key = randomBytes(keyBytes);
    const salt = randomBytes(16);
    const passwordKey = password === null ? null : keyFromPassword(password, salt);
    const sealed = sealKey(this.#store, key, passwordKey);
    const file: VaultFile = {
      userId,
      login,
      ...sealed,
      salt: salt.toString('base64'),
      passwordProof: passwordKey === null ? null : proofOf(passwordKey),
      session: null,
      waiting: 0,
      usedAt: new Date().toISOString(),
      cacheSalt: newSalt(),
      locked: false,
      expired: false,
      copied: false,
      heard: null,
    };
    this.#write(file);
    return this.#opened(file, key, true);
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
