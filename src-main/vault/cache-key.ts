/**
 * The key of the cached customers: derived from the vault's key and a salt that lies beside it. Without
 * the salt it cannot be made again, so that a copy is destroyed although the journal stays readable.
 */
import { hkdfSync, randomBytes } from 'node:crypto';

export const newSalt = (): string => randomBytes(32).toString('base64');

/** A vault of an older program has no salt: its cache is sealed by the vault's own key. */
export const cacheKeyOf = (key: Uint8Array, salt: string | null): Uint8Array<ArrayBuffer> =>
  salt === null
    ? new Uint8Array(key)
    : new Uint8Array(
        hkdfSync('sha256', key, Buffer.from(salt, 'base64'), 'parlance cache key', 32),
      );
