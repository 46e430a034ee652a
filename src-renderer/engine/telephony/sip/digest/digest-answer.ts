/** Answers to digest challenges: RFC 7616 §3.4 (and RFC 2617 without qop, for old servers). */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Challenge, DigestAlgorithm } from './challenge.ts';

export type Account = { readonly user: string; readonly password: string };
export type Asked = { readonly method: string; readonly uri: string; readonly body: string };

const digests = { 'SHA-512-256': sha512_256, 'SHA-256': sha256, MD5: md5 } as const;

const hash = (algorithm: DigestAlgorithm, text: string): string =>
  bytesToHex(digests[algorithm](utf8ToBytes(text)));

/**
 * The `response` value.
 * @param count how often this nonce was used, this time included
 */
export const digestResponse = (
  challenge: Challenge,
  { user, password }: Account,
  { method, uri, body }: Asked,
  clientNonce: string,
  count: number,
): string => {
  const { algorithm, session, realm, nonce, qop } = challenge;
  const h = (text: string): string => hash(algorithm, text);
  const account = h(`${user}:${realm}:${password}`);
  const first = session ? h(`${account}:${nonce}:${clientNonce}`) : account;
  const second = h(qop === 'auth-int' ? `${method}:${uri}:${h(body)}` : `${method}:${uri}`);
  if (qop === null) return h(`${first}:${nonce}:${second}`);
  return h(`${first}:${nonce}:${countText(count)}:${clientNonce}:${qop}:${second}`);
};

const countText = (count: number): string => count.toString(16).padStart(8, '0');
const quoted = (text: string): string => `"${text.replaceAll(/(["\\])/g, '\\$1')}"`;

/** The whole value of Authorization or Proxy-Authorization. */
export const authorizationValue = (
  challenge: Challenge,
  account: Account,
  asked: Asked,
  clientNonce: string,
  count: number,
): string => {
  const { realm, nonce, opaque, algorithm, session, qop } = challenge;
  const response = digestResponse(challenge, account, asked, clientNonce, count);
  return `Digest ${[
    `algorithm=${algorithm}${session ? '-sess' : ''}`,
    `username=${quoted(account.user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri="${asked.uri}"`,
    `response="${response}"`,
    ...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
    ...(qop === null && !session ? [] : [`cnonce="${clientNonce}"`]),
    ...(qop === null ? [] : [`qop=${qop}`, `nc=${countText(count)}`]),
  ].join(', ')}`;
};
