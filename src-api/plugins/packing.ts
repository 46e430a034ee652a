/**
 * What goes between desktop and hub is packed (gzip): a first load is many times smaller on the wire.
 * Only the routes that say so; the limit of a body counts what comes out of it.
 */

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
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

const gzipped = promisify(gzip);

/** As an answer is packed, for those that carry the packed bytes in a form of their own. */
export const packBytes = (text: string): Promise<Buffer> => gzipped(text, { level });
