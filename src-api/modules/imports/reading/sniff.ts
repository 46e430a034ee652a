/** What a file is, by its first bytes and not by its name. */
import { isUtf8 } from 'node:buffer';
import type { UnreadableCode } from '@shared/domain/import/progress.ts';
import { decoded, type Encoding } from './decode.ts';

export type Sniffed =
  | { readonly is: 'xlsx' }
  | { readonly is: 'text'; readonly encoding: Encoding }
  | { readonly is: 'unreadable'; readonly code: UnreadableCode };

const begins = (bytes: Buffer, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Letters of Latin scripts in UTF-16 without a mark have every other byte zero. */
const zeroShare = (bytes: Buffer, first: 0 | 1): number => {
  let zeros = 0;
  for (let at = first; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / Math.max(1, Math.floor(bytes.length / 2));
};

const encodingOf = (bytes: Buffer): Encoding => {
  if (begins(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  if (zeroShare(sample, 1) > 0.4) return 'utf-16le';
  if (zeroShare(sample, 0) > 0.4) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

/** Control characters that no text has, NUL among them. */
const junkShare = (text: string): number => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is counted.
  const junk = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return junk / Math.max(1, text.length);
};

const mostJunk = 0.005;
const sampleBytes = 256 * 1024;

/** An encrypted workbook is an OLE file with a stream of this name; an old .xls is one without. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

export const sniff = (bytes: Buffer): Sniffed => {
  if (bytes.length === 0) return { is: 'unreadable', code: 'file-empty' };
  if (begins(bytes, 0x50, 0x4b)) return { is: 'xlsx' };
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const code = bytes.includes(encryptedPackage) ? 'file-locked' : 'file-old-excel';
    return { is: 'unreadable', code };
  }
  const encoding = encodingOf(bytes);
  const sample = [...decoded(bytes.subarray(0, sampleBytes), encoding)].join('');
  if (sample.trim() === '') return { is: 'unreadable', code: 'file-empty' };
  if (bytes.toString('latin1', 0, 5) === '%PDF-' || junkShare(sample) > mostJunk) {
    return { is: 'unreadable', code: 'not-a-table' };
  }
  return { is: 'text', encoding };
};
