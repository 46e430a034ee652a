/**
 * Digest challenges (RFC 7616, for SIP RFC 8760). A server may offer several, one header each: the
 * strongest that we can answer is the one that counts, whatever their order.
 */

/** Strongest first. Each has a `-sess` variant. */
export const digestAlgorithms = ['SHA-512-256', 'SHA-256', 'MD5'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

export type Challenge = {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  readonly stale: boolean;
  readonly algorithm: DigestAlgorithm;
  readonly session: boolean;
  readonly qop: 'auth' | 'auth-int' | null;
};

const parameter = /([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;

const parametersOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(parameter)].map(([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '',
    ]),
  );

const qopOf = (offered: string | undefined): Challenge['qop'] | 'unknown' => {
  if (offered === undefined || offered === '') return null;
  const values = offered.split(',').map((one) => one.trim().toLowerCase());
  if (values.includes('auth')) return 'auth';
  return values.includes('auth-int') ? 'auth-int' : 'unknown';
};

/** One header value; null when it is no digest challenge or one that cannot be answered. */
export const parseChallenge = (value: string): Challenge | null => {
  if (!/^\s*Digest\s/i.test(value)) return null;
  const given = parametersOf(value.replace(/^\s*Digest\s/i, ''));
  const named = (given.get('algorithm') ?? 'MD5').toUpperCase();
  const algorithm = digestAlgorithms.find((one) => named === one || named === `${one}-SESS`);
  const qop = qopOf(given.get('qop'));
  const realm = given.get('realm');
  const nonce = given.get('nonce');
  if (algorithm === undefined || qop === 'unknown' || !realm || !nonce) return null;
  return {
    realm,
    nonce,
    opaque: given.get('opaque') ?? null,
    stale: given.get('stale')?.toLowerCase() === 'true',
    algorithm,
    session: named.endsWith('-SESS'),
    qop,
  };
};

/** The strongest that can be answered, the first of equals; null when there is none. */
export const strongestChallenge = (values: readonly string[]): Challenge | null => {
  const usable = values.map(parseChallenge).filter((one) => one !== null);
  const rank = ({ algorithm }: Challenge): number => digestAlgorithms.indexOf(algorithm);
  return usable.reduce<Challenge | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
};

const quoted = (text: string): string => `"${text.replaceAll(/(["\\])/g, '\\$1')}"`;

/** The challenge as a header value, in the plainest form. */
export const writeChallenge = (challenge: Challenge): string => {
  const { realm, nonce, opaque, stale, algorithm, session, qop } = challenge;
  return `Digest ${[
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    ...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
    ...(stale ? ['stale=true'] : []),
    `algorithm=${algorithm}${session ? '-sess' : ''}`,
    ...(qop === null ? [] : [`qop="${qop}"`]),
  ].join(', ')}`;
};

const challengeLine = /^(WWW-Authenticate|Proxy-Authenticate)\s*:\s*(.*)$/i;

/**
 * A 401 or 407 with the one challenge that will be answered; the library reads the first only.
 * Any other message, and one without an answerable challenge, is given back unchanged.
 */
export const keepStrongestChallenge = (message: string): string => {
  if (!/^SIP\/2\.0 40[17] /i.test(message)) return message;
  const end = message.indexOf('\r\n\r\n');
  const lines = (end < 0 ? message : message.slice(0, end)).split('\r\n');
  const offered = lines.flatMap((line) => challengeLine.exec(line)?.[2] ?? []);
  const chosen = strongestChallenge(offered);
  if (chosen === null) return message;
  const first = lines.findIndex((line) => challengeLine.test(line));
  const name = challengeLine.exec(lines[first] ?? '')?.[1] ?? 'WWW-Authenticate';
  const kept = lines.flatMap((line, at) => {
    if (!challengeLine.test(line)) return [line];
    return at === first ? [`${name}: ${writeChallenge(chosen)}`] : [];
  });
  return kept.join('\r\n') + (end < 0 ? '' : message.slice(end));
};
