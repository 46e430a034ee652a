/**
 * Signatures after Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA-256 over
 * `id.timestamp.body`, a secret written as `whsec_` and base64. Of several signatures one must fit.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '@shared/kernel/ids.ts';

const prefix = 'whsec_';

/** 32 bytes, as both sides write them down. */
export const makeSecret = (random: RandomBytes): string =>
  prefix + Buffer.from(random(32)).toString('base64');

export type Signed = {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: Buffer;
};

const signatureOf = (secret: string, { id, timestampSeconds, body }: Signed): Buffer =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(`${id}.${timestampSeconds}.`)
    .update(body)
    .digest();

/** The value of `webhook-signature`. */
export const sign = (secret: string, signed: Signed): string =>
  `v1,${signatureOf(secret, signed).toString('base64')}`;

/** Whether one of the header's signatures was made with one of the secrets. */
export const isSigned = (secrets: readonly string[], header: string, signed: Signed): boolean => {
  const expected = secrets.map((secret) => signatureOf(secret, signed));
  return header.split(' ').some((one) => {
    const [version, text = ''] = one.split(',');
    if (version !== 'v1') return false;
    const given = Buffer.from(text, 'base64');
    return expected.some((own) => own.length === given.length && timingSafeEqual(own, given));
  });
};
