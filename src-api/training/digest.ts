/**
 * Digest authentication (RFC 7616 as RFC 8760 takes it into SIP). Only MD5 is offered: the softphone's
 * library answers nothing else, and takes the first challenge it sees. The nonce carries its time
 * and our mark, so nothing is kept between challenge and answer.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@shared/kernel/clock.ts';

export const nonceLifetimeMs = 5 * 60_000;

export type Challenge = {
  readonly header: (realm: string, stale: 'stale' | 'fresh') => string;
  readonly check: (attempt: Attempt) => 'right' | 'wrong' | 'stale';
};
export type Attempt = {
  /** Value of the Authorization or Proxy-Authorization header. */
  readonly authorization: string;
  readonly method: string;
  readonly realm: string;
  readonly passwordOf: string | null;
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const field = (authorization: string, name: string): string => {
  const pattern = new RegExp(
    `(?:^|[\\s,])${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.){0,500})"|([^\\s,"]{1,500}))`,
    'i',
  );
  const match = pattern.exec(authorization);
  return match?.[1] ?? match?.[2] ?? '';
};

/** Who an Authorization header says to be; empty when it says nothing readable. */
export const claimedUser = (authorization: string): string =>
  /^Digest\s/i.test(authorization) ? field(authorization, 'username') : '';

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const expected = ({ authorization, method, realm, passwordOf }: Attempt): string => {
  const of = (name: string) => field(authorization, name);
  const secret = md5(`${of('username')}:${realm}:${passwordOf ?? ''}`);
  const about = md5(`${method}:${of('uri')}`);
  return of('qop') === 'auth'
    ? md5([secret, of('nonce'), of('nc'), of('cnonce'), 'auth', about].join(':'))
    : md5([secret, of('nonce'), about].join(':'));
};

export const makeChallenge = (secret: Uint8Array, clock: Clock): Challenge => {
  const mark = (time: string) =>
    createHmac('sha256', secret).update(time).digest('hex').slice(0, 32);
  const isOurs = (nonce: string): boolean => {
    const [time = '', given = ''] = nonce.split('-');
    return equal(given, mark(time));
  };
  const isOld = (nonce: string): boolean =>
    clock.now() - Number.parseInt(nonce.split('-')[0] ?? '0', 36) > nonceLifetimeMs;
  return {
    header: (realm, stale) => {
      const time = clock.now().toString(36);
      const parts = [
        `realm="${realm}"`,
        `nonce="${time}-${mark(time)}"`,
        'algorithm=MD5',
        'qop="auth"',
      ];
      return `Digest ${[...parts, ...(stale === 'stale' ? ['stale=true'] : [])].join(', ')}`;
    },
    check: (attempt) => {
      const nonce = field(attempt.authorization, 'nonce');
      const response = field(attempt.authorization, 'response');
      const realmFits = field(attempt.authorization, 'realm') === attempt.realm;
      const fits = equal(response, expected(attempt));
      if (attempt.passwordOf === null || !realmFits || !isOurs(nonce) || !fits) return 'wrong';
      return isOld(nonce) ? 'stale' : 'right';
    },
  };
};
