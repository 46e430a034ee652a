/**
 * A PBX behind the company's own certificate authority (PARLANCE_LINE_CA): trusted for the line's
 * hosts and for nothing else. What Chromium trusts by itself stays its affair.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Certificate, Session } from 'electron';

const longestChain = 6;
/** Electron's answers: trusted, and "as Chromium found". */
const trusted = 0;
const asFound = -3;

/** @throws when the file cannot be read or holds no certificate */
export const readAuthorities = (file: string): X509Certificate[] => {
  const blocks = readFileSync(file, 'utf8').match(
    /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
  );
  if (blocks === null) throw new Error(`${file} holds no certificate`);
  return blocks.map((block) => new X509Certificate(block));
};

const inTime = (certificate: X509Certificate, now: number): boolean =>
  Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);

const signed = (certificate: X509Certificate, by: X509Certificate): boolean =>
  by.ca && certificate.checkIssued(by) && certificate.verify(by.publicKey);

/**
 * Whether a server's chain leads to one of the authorities (RFC 5280 §6, names and times).
 * @param chain the server's own certificate first
 * @param now milliseconds since the epoch
 */
export const leadsTo = (
  authorities: readonly X509Certificate[],
  chain: readonly X509Certificate[],
  host: string,
  now: number,
): boolean => {
  const [leaf] = chain;
  if (leaf === undefined) return false;
  const named = isIP(host) === 0 ? leaf.checkHost(host) : leaf.checkIP(host);
  if (named === undefined) return false;
  for (const [at, one] of chain.slice(0, longestChain).entries()) {
    if (!inTime(one, now)) return false;
    if (authorities.some((root) => inTime(root, now) && signed(one, root))) return true;
    const next = chain[at + 1];
    if (next === undefined || !signed(one, next)) return false;
  }
  return false;
};

const chainOf = (certificate: Certificate): X509Certificate[] => {
  const chain: X509Certificate[] = [];
  let at: Certificate | undefined = certificate;
  while (at !== undefined && chain.length < longestChain) {
    chain.push(new X509Certificate(at.data));
    // The root names itself as its issuer.
    at = at.issuerCert === at ? undefined : at.issuerCert;
  }
  return chain;
};

/** @param hosts those of the line as it is now */
export const trustLine = (
  session: Session,
  authorities: readonly X509Certificate[],
  hosts: () => ReadonlySet<string>,
): void =>
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, answer) => {
    if (errorCode === 0 || !hosts().has(hostname)) {
      answer(asFound);
      return;
    }
    try {
      const ours = leadsTo(authorities, chainOf(certificate), hostname, Date.now());
      answer(ours ? trusted : asFound);
    } catch {
      // A certificate that cannot be read is none.
      answer(asFound);
    }
  });
