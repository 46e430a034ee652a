/**
 * Packs (deflate) and encrypts what the cache keeps (AES-256-GCM) and blinds what it looks up by (HMAC-SHA-256): a
 * copied database shows neither customers nor whom a number belongs to.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, inflateSync } from 'fflate';

const ivBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const hkdf = (use: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: encoder.encode(use),
});

export class Cipher {
  readonly #box: CryptoKey;
  /** Keyed once: each number goes on from a copy of it. */
  readonly #index: ReturnType<typeof hmac.create>;

  private constructor(box: CryptoKey, index: Uint8Array) {
    this.#box = box;
    this.#index = hmac.create(sha256, index);
  }

  /** @param key 32 random bytes; they cannot be read back from the cipher. */
  static async open(key: Uint8Array): Promise<Cipher> {
    const secret = await crypto.subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, [
      'deriveKey',
      'deriveBits',
    ]);
    const aes = { name: 'AES-GCM', length: 256 };
    const box = await crypto.subtle.deriveKey(hkdf('parlance cache'), secret, aes, false, [
      'encrypt',
      'decrypt',
    ]);
    const index = await crypto.subtle.deriveBits(hkdf('parlance index'), secret, 256);
    return new Cipher(box, new Uint8Array(index));
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

  /**
   * The same text always gives the same whole number of 52 bits, which says nothing without the key; two
   * texts may share one. A number because the database writes it many times faster than text. At once,
   * and not by the browser's own: a load blinds a hundred thousand, and waiting costs more than they do.
   */
  blind(text: string): number {
    const code = this.#index.clone().update(encoder.encode(text)).digest();
    const view = new DataView(code.buffer, code.byteOffset);
    return view.getUint32(0) * 2 ** 20 + (view.getUint32(4) >>> 12);
  }
}
