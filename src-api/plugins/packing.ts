/**
 * What goes between desktop and hub is packed (gzip): a first load is many times smaller on the wire.
 * Only the routes that say so; the limit of a body counts what comes out of it.
 */

import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { HubApp } from '@api/hub-app.ts';
import compress from '@fastify/compress';
import type { RouteShorthandOptions } from 'fastify';

const leastBytes = 1_024;
/** Fast rather than small: the hub serves hundreds of desktops. */
const level = 2;

export const installPacking = async (app: HubApp): Promise<void> => {
  await app.register(compress, { global: false });
};

/** Options of a route whose answers, and bodies, may be packed. */
export const packed: Pick<RouteShorthandOptions, 'compress' | 'decompress'> = {
  compress: { encodings: ['gzip'], threshold: leastBytes, zlibOptions: { level } },
  decompress: { requestEncodings: ['gzip'] },
};

const deflated = promisify(deflateRaw);
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** A last block with nothing in it: what is before it need not know that it is the last. */
const lastBlock = Buffer.from([3, 0]);

/** Texts as one gzip (RFC 1952), of which each can be unpacked alone; `lengths` are their packed bytes. */
export const packInParts = async (
  texts: readonly string[],
): Promise<{ readonly bytes: Buffer; readonly lengths: readonly number[] }> => {
  const options = { level, finishFlush: constants.Z_FULL_FLUSH };
  const parts = await Promise.all(texts.map((text) => deflated(text, options)));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(texts.reduce((sum, text) => crc32(text, sum), 0));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  trailer.writeUInt32LE(size >>> 0, 4);
  const bytes = Buffer.concat([gzipHeader, ...parts, lastBlock, trailer]);
  return { bytes, lengths: parts.map(({ length }) => length) };
};
