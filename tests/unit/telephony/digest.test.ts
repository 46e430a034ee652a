import { createHash } from 'node:crypto';
import {
  keepStrongestChallenge,
  parseChallenge,
  strongestChallenge,
  writeChallenge,
} from '@renderer/engine/telephony/sip/digest/challenge.ts';
import {
  authorizationValue,
  digestResponse,
} from '@renderer/engine/telephony/sip/digest/digest-answer.ts';
import { DigestCredentials } from '@renderer/engine/telephony/sip/digest/digest-credentials.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const mufasa = { user: 'Mufasa', password: 'Circle of Life' };
const asked = { method: 'GET', uri: '/dir/index.html', body: '' };
const challenge = (text: string) => {
  const parsed = parseChallenge(text);
  if (parsed === null) throw new Error(`not understood: ${text}`);
  return parsed;
};
const rfc7616 = (algorithm: string): string =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
const clientNonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';

describe('an answer to a challenge', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('[NET-1] with %s is the one of the example in RFC 7616 §3.9.1', (algorithm, response) => {
    expect(digestResponse(challenge(rfc7616(algorithm)), mufasa, asked, clientNonce, 1)).toBe(
      response,
    );
  });

  it('[NET-1] without qop is the one of RFC 2069 as corrected', () => {
    const old = challenge(
      'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"',
    );
    const account = { user: 'Mufasa', password: 'CircleOfLife' };
    expect(digestResponse(old, account, asked, '', 1)).toBe('1949323746fe6a43ef61f9606e7febea');
  });

  it.each([
    ['SHA-512-256', 'sha512-256'],
    ['SHA-256', 'sha256'],
    ['MD5', 'md5'],
  ])('[NET-2] with %s-sess binds both nonces, and with auth-int the body', (name, node) => {
    const h = (text: string): string => createHash(node).update(text).digest('hex');
    const given = challenge(`Digest realm="r", nonce="n", algorithm=${name}-sess, qop="auth-int"`);
    const invite = { method: 'INVITE', uri: 'sip:a@b', body: 'v=0\r\n' };
    const first = h(`${h('Mufasa:r:Circle of Life')}:n:c`);
    const second = h(`INVITE:sip:a@b:${h('v=0\r\n')}`);
    expect(digestResponse(given, mufasa, invite, 'c', 17)).toBe(
      h(`${first}:n:00000011:c:auth-int:${second}`),
    );
    expect(authorizationValue(given, mufasa, invite, 'c', 17)).toContain(
      `algorithm=${name}-sess, username="Mufasa"`,
    );
  });

  it('[NET-2] counts how often a nonce is used, and begins again with a new one', () => {
    const credentials = new DigestCredentials(mufasa);
    const request = { method: 'REGISTER', ruri: 'sip:b', body: undefined } as never;
    const use = (nonce: string): string => {
      credentials.authenticate(request, { realm: 'r', nonce, algorithm: 'SHA-256', qop: ['auth'] });
      return /nc=(\w+)/.exec(credentials.toString())?.[1] ?? '';
    };
    expect([use('a'), use('a'), use('b')]).toEqual(['00000001', '00000002', '00000001']);
    expect(credentials.authenticate(request, { realm: 'r', nonce: 'n', algorithm: 'SHA3' })).toBe(
      false,
    );
  });
});

describe('several challenges', () => {
  const offers = ['MD5', 'SHA-256', 'FUTURE-1'].map(rfc7616);

  it('[NET-1] the strongest that we can answer counts, whatever the order', () => {
    expect(strongestChallenge(offers)?.algorithm).toBe('SHA-256');
    expect(strongestChallenge([...offers].reverse())?.algorithm).toBe('SHA-256');
    expect(strongestChallenge(['Basic realm="x"', rfc7616('FUTURE-1')])).toBeNull();
  });

  it('[NET-1] a 401 with several keeps that one only; other messages stay as they are', () => {
    const lines = offers.map((one) => `WWW-Authenticate: ${one}`);
    const message = ['SIP/2.0 401 Unauthorized', 'CSeq: 1 REGISTER', ...lines, '', 'x'].join(
      '\r\n',
    );
    const kept = keepStrongestChallenge(message);
    expect(kept.match(/WWW-Authenticate/g)).toHaveLength(1);
    expect(kept).toContain('algorithm=SHA-256');
    expect(kept.endsWith('\r\n\r\nx')).toBe(true);
    const ok = message.replace('401 Unauthorized', '200 OK');
    expect(keepStrongestChallenge(ok)).toBe(ok);
  });

  it('[NET-1] what is written is read again as the same challenge', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text)),
        fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text)),
        fc.constantFrom('MD5', 'SHA-256', 'SHA-512-256'),
        fc.boolean(),
        fc.constantFrom('auth', 'auth-int', null),
        (realm, nonce, algorithm, session, qop) => {
          const one = {
            realm,
            nonce,
            opaque: null,
            stale: session,
            algorithm,
            session,
            qop,
          } as const;
          expect(parseChallenge(writeChallenge(one as never))).toEqual(one);
        },
      ),
    );
  });

  it('[LINE-13] any text is a challenge or none, and no message breaks the choice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseChallenge(`Digest ${text}`);
        expect(keepStrongestChallenge(text)).toBe(text);
      }),
    );
  });
});
