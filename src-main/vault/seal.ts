/** AES-256-GCM sealing (NIST SP 800-38D) and keys from passwords by scrypt (RFC 7914). */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** Output: IV, ciphertext, tag. `context` is authenticated but not stored. */
export const seal = (key: Uint8Array, plain: Uint8Array, context: string): Buffer => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** null when the key is not the one, or the text was changed or cut. */
export const unseal = (key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null => {
  if (sealed.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
};

/** About 60 ms on an office PC: OWASP's minimum for scrypt, N = 2^15, r = 8, p = 3 rounded down. */
export const keyFromPassword = (password: string, salt: Uint8Array): Buffer =>
  scryptSync(password.normalize('NFC'), salt, 32, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  });
