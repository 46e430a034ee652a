/** What the library asks when a request is challenged; its own knows MD5 only. */
import type { Core } from 'sip.js';
import { parseChallenge } from './challenge.ts';
import { type Account, authorizationValue } from './digest-answer.ts';

/** The challenge as the library parsed it: parameters by name, qop as a list. */
type ParsedChallenge = Readonly<Record<string, unknown>>;

const challengeText = (parsed: ParsedChallenge): string => {
  const values = Object.entries(parsed).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const text = Array.isArray(value) ? value.join(',') : String(value);
    return [`${name}="${text.replaceAll(/(["\\])/g, '\\$1')}"`];
  });
  return `Digest ${values.join(', ')}`;
};

const clientNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

export class DigestCredentials {
  readonly #account: Account;
  #nonce = '';
  #count = 0;
  #value = '';

  constructor(account: Account) {
    this.#account = account;
  }

  /** false when the challenge cannot be answered. */
  authenticate(request: Core.OutgoingRequestMessage, parsed: ParsedChallenge): boolean {
    const challenge = parseChallenge(challengeText(parsed));
    if (challenge === null) return false;
    this.#count = challenge.nonce === this.#nonce ? this.#count + 1 : 1;
    this.#nonce = challenge.nonce;
    const { method, ruri, body } = request;
    this.#value = authorizationValue(
      challenge,
      this.#account,
      { method, uri: String(ruri), body: typeof body === 'string' ? body : (body?.body ?? '') },
      clientNonce(),
      this.#count,
    );
    return true;
  }

  toString(): string {
    return this.#value;
  }
}
