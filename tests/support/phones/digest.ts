import { createHash, randomBytes } from 'node:crypto';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const parameter = (challenge: string, name: string): string =>
  new RegExp(`${name}="?([^",]+)"?`).exec(challenge)?.[1] ?? '';

export type Credentials = { readonly user: string; readonly password: string };

/** The Authorization value for a challenge (RFC 2617 with qop=auth, or without qop). */
export function digestAnswer(
  challenge: string,
  { user, password }: Credentials,
  { method, uri }: { readonly method: string; readonly uri: string },
): string {
  const realm = parameter(challenge, 'realm');
  const nonce = parameter(challenge, 'nonce');
  const opaque = parameter(challenge, 'opaque');
  const hasQop = parameter(challenge, 'qop').includes('auth');
  const clientNonce = randomBytes(8).toString('hex');
  const secret = md5(`${user}:${realm}:${password}`);
  const request = md5(`${method}:${uri}`);
  const middle = hasQop ? `${nonce}:00000001:${clientNonce}:auth` : nonce;
  const response = md5(`${secret}:${middle}:${request}`);
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    `response="${response}"`,
    'algorithm=MD5',
    ...(opaque === '' ? [] : [`opaque="${opaque}"`]),
    ...(hasQop ? ['qop=auth', 'nc=00000001', `cnonce="${clientNonce}"`] : []),
  ];
  return `Digest ${parts.join(', ')}`;
}
