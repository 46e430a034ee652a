/**
 * The operating system's key store, behind a guard: Electron's safeStorage is synchronous and may
 * hang on a locked keyring, so a probe that never came back is remembered and not tried again.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type KeyStore = {
  readonly available: () => boolean;
  readonly protect: (text: string) => Buffer;
  readonly reveal: (sealed: Buffer) => string;
};

type SafeStorage = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
  readonly getSelectedStorageBackend?: () => string;
};

const worthAsking = (env: NodeJS.ProcessEnv): boolean =>
  process.platform !== 'linux' || (env['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== '';

export const osKeyStore = (
  safeStorage: SafeStorage,
  profileDir: string,
  env: NodeJS.ProcessEnv,
): KeyStore => {
  const marker = path.join(profileDir, 'key-store-probe');
  let known: boolean | null = null;
  const probe = (): boolean => {
    if (!worthAsking(env)) return false;
    if (existsSync(marker)) return false;
    writeFileSync(
      marker,
      'the system key store did not answer at the last start; delete this file to try again\n',
    );
    const secure =
      safeStorage.isEncryptionAvailable() &&
      safeStorage.getSelectedStorageBackend?.() !== 'basic_text';
    rmSync(marker, { force: true });
    return secure;
  };
  return {
    available: () => {
      known ??= probe();
      return known;
    },
    protect: (text) => safeStorage.encryptString(text),
    reveal: (sealed) => safeStorage.decryptString(sealed),
  };
};
