/**
 * Packs (deflate) and encrypts what the cache keeps (AES-256-GCM) and blinds what it looks up by (HMAC-SHA-256): a
 * copied database shows neither customers nor whom a number belongs to.
 */
import { deflateSync, inflateSync } from 'fflate';

const ivBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const derive = (
  secret: CryptoKey,
  use: string,
  algorithm: AesDerivedKeyParams | HmacImportParams,
  usages: KeyUsage[],
) =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(use) },
    secret,
    algorithm,
    false,
    usages,
  );

export class Cipher {
  readonly #box: CryptoKey;
  readonly #index: CryptoKey;

  private constructor(box: CryptoKey, index: CryptoKey) {
    this.#box = box;
    this.#index = index;
  }

  /** @param key 32 random bytes; they cannot be read back from the cipher. */
  static async open(key: Uint8Array): Promise<Cipher> {
    const secret = await crypto.subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, [
      'deriveKey',
    ]);
    return new Cipher(
      await derive(secret, 'parlance cache', { name: 'AES-GCM', length: 256 }, [
        'encrypt',
        'decrypt',
      ]),
      await derive(secret, 'parlance index', { name: 'HMAC', hash: 'SHA-256', length: 256 }, [
        'sign',
      ]),
    );
  }

  async seal(value: unknown): Promise<Uint8Array> {
    // A customer's history packs to about a sixth: less to write at the load and to read at a ring.
    return this.sealBytes(deflateSync(encoder.encode(JSON.stringify(value)), { level: 1 }));
  }

  async sealBytes(plain: Uint8Array): Promise<Uint8Array> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      this.#box,
      plain as Uint8Array<ArrayBuffer>,
    );
    const whole = new Uint8Array(ivBytes + sealed.byteLength);
    whole.set(iv);
    whole.set(new Uint8Array(sealed), ivBytes);
    return whole;
  }

  /** Rejects when the bytes were not sealed by this key. */
  async unseal(sealed: Uint8Array): Promise<unknown> {
    return JSON.parse(decoder.decode(inflateSync(await this.unsealBytes(sealed))));
  }

  /** Rejects when the bytes were not sealed by this key. */
  async unsealBytes(sealed: Uint8Array): Promise<Uint8Array> {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.slice(0, ivBytes) },
      this.#box,
      sealed.slice(ivBytes),
    );
    return new Uint8Array(plain);
  }

  /** The same text always gives the same 16 bytes in hex, which say nothing without the key. */
  async blind(text: string): Promise<string> {
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', this.#index, encoder.encode(text)));
    return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
