/** Small pictures as data addresses, well formed or broken in one place. */
import { deflateSync } from 'node:zlib';

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // Readers of letters look at no checksum.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

export type PngGiven = {
  readonly width?: number;
  readonly height?: number;
  readonly bits?: number;
  readonly colour?: number;
  readonly interlaced?: number;
  /** The unpacked points; without them as many as the head says. */
  readonly points?: Buffer;
  readonly packed?: Buffer;
  readonly ends?: 'well' | 'not';
};

export const pngOf = (given: PngGiven = {}): Buffer => {
  const { width = 40, height = 12, bits = 8, colour = 6, interlaced = 0, ends = 'well' } = given;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, interlaced], 8);
  const values = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour] ?? 4;
  const points = given.points ?? Buffer.alloc((1 + width * values) * height);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', given.packed ?? deflateSync(points)),
    ...(ends === 'well' ? [chunk('IEND', Buffer.alloc(0))] : []),
  ]);
};

/** A frame's head and no more: what a PDF reads of it. */
export const jpegOf = (width: number, height: number, colours = 3): Buffer => {
  const frame = Buffer.alloc(19);
  frame.set([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8]);
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  frame.set([colours], 11);
  return frame;
};

export const addressOf = (file: Buffer, type: 'png' | 'jpeg' = 'png'): string =>
  `data:image/${type};base64,${file.toString('base64')}`;
