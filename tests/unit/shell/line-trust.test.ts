import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leadsTo, readAuthorities } from '@main/security/line-trust.ts';
import { beforeAll, expect, it } from 'vitest';
import { Authority } from '../../support/network/certificates';

/** A moment in which the certificates hold. */
let now = 0;
const dayMs = 86_400_000;
const folder = mkdtempSync(path.join(tmpdir(), 'parlance-trust-'));
let ours: X509Certificate[];
let others: X509Certificate[];
let server: X509Certificate;
let forged: X509Certificate;

beforeAll(async () => {
  const authority = await Authority.make(folder, 'ours');
  const other = await Authority.make(folder, 'others');
  ours = readAuthorities(authority.file);
  others = readAuthorities(other.file);
  const read = (file: string) => new X509Certificate(readFileSync(file));
  server = read((await authority.issue('pbx', 'DNS:pbx.example,IP:192.0.2.7')).certificate);
  forged = read((await other.issue('forged', 'DNS:pbx.example')).certificate);
  now = Date.now();
});

it('[NET-15] a certificate of the authority counts for the names it bears, while it is valid', () => {
  expect(leadsTo(ours, [server], 'pbx.example', now)).toBe(true);
  expect(leadsTo(ours, [server], '192.0.2.7', now)).toBe(true);
  expect(leadsTo(ours, [server], 'hub.example', now)).toBe(false);
  expect(leadsTo(ours, [server], 'pbx.example', now + 3 * dayMs)).toBe(false);
});

it('[NET-15] another authority, a chain that does not hold, or none do not count', () => {
  expect(leadsTo(others, [server], 'pbx.example', now)).toBe(false);
  expect(leadsTo(ours, [forged], 'pbx.example', now)).toBe(false);
  expect(leadsTo(ours, [forged, server], 'pbx.example', now)).toBe(false);
  expect(leadsTo(ours, [], 'pbx.example', now)).toBe(false);
});

it('[NET-15] a file without a certificate stops the start with its name', () => {
  const file = path.join(folder, 'empty.pem');
  writeFileSync(file, 'nothing');
  expect(() => readAuthorities(file)).toThrow(/empty\.pem/);
});
