/**
 * What lies packed in the files of a profile: gzip and zlib streams wherever they begin, the blocks of
 * LevelDB's tables, and the values that IndexedDB packs by itself (both by Snappy).
 */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';

const mostBytes = 64 * 1024 * 1024;
const footerBytes = 48;
const trailerBytes = 5;

/** A little-endian number of seven bits a byte; null past the end. */
const varint = (bytes: Buffer, at: number): { value: number; next: number } | null => {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
};

const little = (bytes: Buffer, at: number, count: number): number =>
  at + count > bytes.length ? 0 : count === 0 ? 0 : bytes.readUIntLE(at, count);

/** As far as it is Snappy: what follows the last sound element is left out. */
export const unsnap = (bytes: Buffer): Buffer => {
  const length = varint(bytes, 0);
  if (length === null || length.value > mostBytes) return Buffer.alloc(0);
  const out = Buffer.alloc(length.value);
  let [at, to] = [length.next, 0];
  while (to < out.length && at < bytes.length) {
    const tag = bytes[at] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const extra = tag >> 2 < 60 ? 0 : (tag >> 2) - 59;
      const size = (extra === 0 ? tag >> 2 : little(bytes, at + 1, extra)) + 1;
      to += bytes.copy(out, to, at + 1 + extra, Math.min(bytes.length, at + 1 + extra + size));
      at += 1 + extra + size;
      continue;
    }
    const width = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = little(bytes, at + 1, width) + (kind === 1 ? (tag >> 5) * 256 : 0);
    if (back === 0 || back > to) break;
    for (let index = 0; index < size && to < out.length; index += 1, to += 1)
      out[to] = out[to - back] ?? 0;
    at += 1 + width;
  }
  return out.subarray(0, to);
};

/** Where each of these bytes begins. */
const places = (bytes: Buffer, wanted: readonly number[]): number[] => {
  const found: number[] = [];
  const needle = Buffer.from(wanted);
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found.push(at);
  return found;
};

const attempt = (unpack: () => Buffer): Buffer[] => {
  try {
    return [unpack()];
  } catch {
    return [];
  }
};

/** Where the stream of a gzip file begins: behind its head, which may name the file. */
const behindHead = (bytes: Buffer, at: number): number => {
  const flags = bytes[at + 3] ?? 0;
  let next = at + 10;
  if ((flags & 4) !== 0) next += 2 + little(bytes, next, 2);
  for (const text of [8, 16]) if ((flags & text) !== 0) next = bytes.indexOf(0, next) + 1;
  return (flags & 2) === 0 ? next : next + 2;
};

/** Whatever follows a stream, or is missing of it, leaves what could be read of it. */
const zipped = (bytes: Buffer): Buffer[] => {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };
  return [
    ...places(bytes, [0x1f, 0x8b, 0x08]).flatMap((at) =>
      attempt(() => inflateRawSync(bytes.subarray(behindHead(bytes, at)), lenient)),
    ),
    ...[0x01, 0x5e, 0x9c, 0xda]
      .flatMap((second) => places(bytes, [0x78, second]))
      .flatMap((at) => attempt(() => inflateSync(bytes.subarray(at), lenient))),
  ];
};

/** A block of a table, unpacked when it is packed; empty when it is none. */
const blockOf = (bytes: Buffer, at: number, size: number): Buffer => {
  if (at + size + trailerBytes > bytes.length) return Buffer.alloc(0);
  const block = bytes.subarray(at, at + size);
  return bytes[at + size] === 1 ? unsnap(block) : block;
};

/** The blocks that the index of a LevelDB table names. */
const tableBlocks = (bytes: Buffer): Buffer[] => {
  const footer = bytes.subarray(Math.max(0, bytes.length - footerBytes));
  const numbers: number[] = [];
  for (let at = 0; numbers.length < 4; ) {
    const read = varint(footer, at);
    if (read === null) return [];
    numbers.push(read.value);
    at = read.next;
  }
  const [, , indexAt = 0, indexSize = 0] = numbers;
  const index = blockOf(bytes, indexAt, indexSize);
  const blocks: Buffer[] = [];
  const end = index.length - 4 * (little(index, index.length - 4, 4) + 1);
  for (let at = 0; at < end; ) {
    const [shared, own] = [varint(index, at), varint(index, at + 1)];
    const value = own === null ? null : varint(index, own.next);
    if (shared === null || own === null || value === null) break;
    const place = varint(index, value.next + own.value);
    const size = place === null ? null : varint(index, place.next);
    if (place !== null && size !== null) blocks.push(blockOf(bytes, place.value, size.value));
    at = value.next + own.value + value.value;
  }
  return blocks;
};

/** What IndexedDB packs before it writes a value: 0xff, 0x11, 0x02 stand before it. */
const packedValues = (bytes: Buffer): Buffer[] =>
  places(bytes, [0xff, 0x11, 0x02]).map((at) => unsnap(bytes.subarray(at + 3)));

/** The bytes themselves, and whatever can be unpacked in them. */
export const unpacked = (bytes: Buffer, name: string): Buffer[] => {
  const tables = /\.(ldb|sst)$/.test(name) ? tableBlocks(bytes) : [];
  const plain = [bytes, ...tables];
  return [...plain, ...plain.flatMap(packedValues), ...zipped(bytes)];
};
