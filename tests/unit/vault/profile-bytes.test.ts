import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearTextIn } from '../../support/electron/profile-bytes';

const secret = 'Hélène Vasseur';
const utf8 = Buffer.from(secret);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parlance-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Snappy with a copy in the middle of the name: nothing of it stands there as a whole. */
const snapped = (): Buffer => {
  const [head, tail] = [utf8.subarray(0, 9), utf8.subarray(9)];
  const literal = (bytes: Buffer) => Buffer.concat([Buffer.from([(bytes.length - 1) << 2]), bytes]);
  const length = Buffer.from([9 + 9 + tail.length]);
  // The head once as it is, once more as a copy of nine bytes from nine bytes ago.
  return Buffer.concat([
    length,
    literal(head),
    Buffer.from([((9 - 4) << 2) | 1, 9]),
    literal(tail),
  ]);
};
/** A table of LevelDB with one packed block. */
const table = (): Buffer => {
  const block = snapped();
  const index = Buffer.concat([
    Buffer.from([0, 1, 2, 0x61, 0, block.length]),
    Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
  ]);
  const indexAt = block.length + 5;
  const footer = Buffer.alloc(48);
  footer.set([0, 0, indexAt, index.length]);
  return Buffer.concat([block, Buffer.from([1, 0, 0, 0, 0]), index, Buffer.alloc(5), footer]);
};
const noise = Buffer.from('vor dem Text 0123456789');

const ways: { readonly [name: string]: () => Buffer } = {
  'plain.log': () => Buffer.concat([noise, utf8, noise]),
  'utf16.log': () => Buffer.concat([noise, Buffer.from(secret, 'utf16le')]),
  'escaped.json': () => Buffer.from('{"name":"H\\u00e9l\\u00e8ne Vasseur"}'),
  'address.txt': () => Buffer.from(`GET /?q=${encodeURIComponent(secret)}`),
  'base64.txt': () => Buffer.from(Buffer.from(`a${secret}z`).toString('base64')),
  'packed.gz': () => Buffer.concat([noise, gzipSync(utf8), noise]),
  'cut.gz': () => gzipSync(Buffer.concat([utf8, Buffer.alloc(90_000, 7)])).subarray(0, -12),
  'zlib.bin': () => Buffer.concat([noise, deflateSync(utf8)]),
  '000005.ldb': table,
  'value.blob': () => Buffer.concat([noise, Buffer.from([0xff, 0x11, 0x02]), snapped()]),
};

it.each(Object.keys(ways))('[SEAL-1] the search of a profile finds a name in %s', (name) => {
  const own = path.join(folder, `in-${name}`);
  mkdirSync(own);
  const bytes = ways[name]?.() ?? Buffer.alloc(0);
  writeFileSync(path.join(own, name), bytes);
  expect(clearTextIn(own, [secret])).toEqual([`${path.join(own, name)}: ${secret}`]);
  expect(clearTextIn(own, ['Hélène Marchand'])).toEqual([]);
  if (/ldb|blob/.test(name)) expect(bytes.includes(utf8)).toBe(false);
});
