import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import { type KeyStore, osKeyStore } from '@main/vault/key-store.ts';
import { seal, unseal } from '@main/vault/seal.ts';
import { bringBack } from '@main/vault/set-aside.ts';
import { Vaults } from '@main/vault/vaults.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dir: string;
const userId = randomUUID();
const none: KeyStore = { available: () => false, protect: () => Buffer.alloc(0), reveal: () => '' };
const system: KeyStore = {
  available: () => true,
  protect: (text) => Buffer.from(`sealed:${text}`),
  reveal: (sealed) => sealed.toString().slice('sealed:'.length),
};

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'parlance-vault-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const opened = (vaults: Vaults, password: string | null) => {
  const vault = vaults.open(userId, 'camille', password);
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
};

describe('the vaults', () => {
  it('[SEAL-2] without a key store the key is sealed under her password, and comes back with it', () => {
    const first = opened(new Vaults(dir, none), 'geheim');
    const again = opened(new Vaults(dir, none), 'geheim');
    expect(first.protection).toBe('passphrase');
    expect(Buffer.from(again.key)).toEqual(Buffer.from(first.key));
    const file = readFileSync(path.join(dir, 'vaults', userId, 'vault.json'), 'utf8');
    expect(file).not.toContain(Buffer.from(first.key).toString('base64'));
    expect(file).not.toContain('geheim');
  });

  it('[SEAL-2] with a key store the system keeps the key and no password is needed again', () => {
    const first = opened(new Vaults(dir, system), 'geheim');
    const again = new Vaults(dir, system).openOffline('camille', null);
    expect(first.protection).toBe('os');
    expect(again.ok && Buffer.from(again.value.key).equals(Buffer.from(first.key))).toBe(true);
  });

  it('[SEAL-2] with neither, the key lives for the session only', () => {
    expect(opened(new Vaults(dir, none), null).protection).toBe('session');
  });

  it.each([
    ['with a key store', system, 'sign-in-refused'],
    ['without one', none, 'sign-in-refused'],
  ])(
    '[SEAL-3] a wrong password opens nothing when the hub cannot be asked, %s',
    (_, store, code) => {
      opened(new Vaults(dir, store), 'geheim');
      expect(new Vaults(dir, store).openOffline('camille', 'falsch')).toEqual({
        ok: false,
        error: { code },
      });
    },
  );

  it('[SEAL-3] an advisor unknown to this desktop cannot sign in without the hub', () => {
    expect(new Vaults(dir, none).openOffline('yanis', 'x')).toMatchObject({
      error: { code: 'hub-unreachable' },
    });
  });

  it('[SYNC-4] the session is kept sealed and read again offline', () => {
    const vaults = new Vaults(dir, none);
    vaults.keepSession(opened(vaults, 'geheim'), '{"refreshToken":"t0p"}');
    const again = new Vaults(dir, none).openOffline('Camille', 'geheim');
    expect(again).toMatchObject({ ok: true, value: { session: '{"refreshToken":"t0p"}' } });
    expect(readFileSync(path.join(dir, 'vaults', userId, 'vault.json'), 'utf8')).not.toContain(
      't0p',
    );
  });

  it('[SEAL-5] what was sealed is read only whole, unchanged, with its key and for its use', () => {
    const key = Buffer.alloc(32, 7);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (plain, at) => {
        const sealed = seal(key, plain, 'use');
        expect(unseal(key, sealed, 'use')).toEqual(Buffer.from(plain));
        expect(unseal(key, sealed, 'other')).toBeNull();
        const changed = Buffer.from(sealed);
        const byte = at % changed.length;
        changed[byte] = (changed[byte] ?? 0) ^ 1;
        expect(unseal(key, changed, 'use')).toBeNull();
        expect(unseal(key, sealed.subarray(0, byte), 'use')).toBeNull();
      }),
    );
  });

  it('[SEAL-10] a key ring that was reset is told, offline too, and nothing is touched before she decides', () => {
    const first = opened(new Vaults(dir, system), 'geheim');
    for (const reveal of [
      () => {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage');
      },
      () => 'bm90IHRoZSBrZXk=',
    ]) {
      const reset = new Vaults(dir, { ...system, reveal });
      const lost = { ok: false, error: { code: 'vault-key-lost' } };
      expect(reset.open(userId, 'camille', 'geheim')).toEqual(lost);
      expect(reset.openOffline('camille', 'geheim')).toEqual(lost);
      expect(reset.openOffline('camille', null)).toEqual(lost);
    }
    expect(Buffer.from(opened(new Vaults(dir, system), 'geheim').key)).toEqual(
      Buffer.from(first.key),
    );
  });

  it.each([
    ['a key ring that was reset', system, { ...system, reveal: () => '' }, 'geheim'],
    ['a changed password', none, none, 'nouveau'],
  ])(
    '[SEAL-10] %s: what she sets aside comes back to her journal with its key',
    async (_, before, after, password) => {
      const old = opened(new Vaults(dir, before), 'geheim');
      const written = new Journal(old.dir, old.key);
      await written.append(['unsent']);
      await written.close();
      const lost = new Vaults(dir, after);
      expect(lost.open(userId, 'camille', password)).toMatchObject({ ok: false });
      const fresh = lost.open(userId, 'camille', password, 'set-aside');
      if (!fresh.ok) throw new Error(fresh.error.code);
      expect(fresh.value.created).toBe(true);
      expect(lost.recovered(userId, password)).toEqual([]);

      const again = new Vaults(dir, before);
      const [found, ...more] = again.recovered(userId, 'geheim');
      expect(more).toEqual([]);
      const journal = new Journal(fresh.value.dir, fresh.value.key);
      await journal.append(['since']);
      await bringBack(found?.dir ?? '', found?.key ?? Buffer.alloc(32), journal);
      expect((await journal.read()).records).toEqual(['since', 'unsent']);
      expect(again.recovered(userId, 'geheim')).toEqual([]);
      await journal.close();
    },
  );

  it('[SEAL-6] a key store that hung at one start is not asked at the next', () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
    const marker = path.join(dir, 'key-store-probe');
    let asked = 0;
    const storage = {
      isEncryptionAvailable: () => {
        asked += 1;
        expect(existsSync(marker)).toBe(true);
        return true;
      },
      encryptString: (text: string) => Buffer.from(text),
      decryptString: String,
    };
    expect(osKeyStore(storage, dir, env).available()).toBe(true);
    expect(existsSync(marker)).toBe(false);
    writeFileSync(marker, 'it never came back');
    expect(osKeyStore(storage, dir, env).available()).toBe(false);
    expect(asked).toBe(1);
  });

  it.runIf(process.platform === 'linux')(
    '[SEAL-2] a fixed password is no protection: it counts as no key store',
    () => {
      const storage = {
        isEncryptionAvailable: () => true,
        getSelectedStorageBackend: () => 'basic_text',
        encryptString: (text: string) => Buffer.from(text),
        decryptString: String,
      };
      expect(osKeyStore(storage, dir, { DBUS_SESSION_BUS_ADDRESS: 'unix:' }).available()).toBe(
        false,
      );
    },
  );
});
