/**
 * Whether a picture can be put on paper. A PDF is made of it long after it was given, for everybody of a
 * campaign at once: what would only then turn out to be no picture is refused when it comes in.
 */
import { inflateSync } from 'node:zlib';

/** At 300 dots an inch more than a sheet is wide. */
const MOST_PIXELS_A_SIDE = 3_000;
const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const IHDR_LENGTH = 13;
/** Values of a pixel by colour type: grey, RGB, palette, grey and alpha, RGB and alpha (PNG 3, 11.2.1). */
const VALUES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const MOST_FILTER = 4;

type Chunk = { readonly name: string; readonly data: Buffer };

/** Null: a chunk says that it is longer than the file. */
const chunksOf = (file: Buffer): Chunk[] | null => {
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at < file.length) {
    if (at + 12 > file.length) return null;
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > file.length) return null;
    chunks.push({ name, data: file.subarray(at + 8, at + 8 + length) });
    if (name === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
};

const sideFault = (width: number, height: number): string | null => {
  if (width === 0 || height === 0) return 'no picture';
  return width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE
    ? `at most ${MOST_PIXELS_A_SIDE} pixels a side`
    : null;
};

/** Its points are unpacked here, and no more of them than its head says. */
const pngFault = (file: Buffer): string | null => {
  const chunks = chunksOf(file);
  const head = chunks?.find(({ name }) => name === 'IHDR')?.data;
  if (!chunks || head === undefined || head.length !== IHDR_LENGTH) return 'no whole PNG';
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [bits, colour = -1, , , interlaced] = head.subarray(8);
  const values = VALUES[colour];
  if (values === undefined || bits !== 8 || interlaced !== 0)
    return 'a PNG with 8 bits a colour, not interlaced';
  if (colour === 3 && !chunks.some(({ name }) => name === 'PLTE')) return 'no whole PNG';
  const fault = sideFault(width, height);
  if (fault !== null) return fault;
  const row = 1 + width * values;
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((one) => one.data));
  try {
    const points = inflateSync(packed, { maxOutputLength: row * height });
    const filters = Array.from({ length: height }, (_, at) => points[at * row]);
    const isWhole = points.length === row * height;
    return isWhole && filters.every((one) => (one ?? 255) <= MOST_FILTER) ? null : 'no whole PNG';
  } catch {
    return 'no whole PNG';
  }
};

/** Start of a frame, but for the three of these numbers that mean something else (ITU T.81, B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegFault = (file: Buffer): string | null => {
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const length = file.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      const [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)];
      const colours = file[at + 9] ?? 0;
      return colours === 1 || colours === 3 ? sideFault(width, height) : 'a JPEG in grey or RGB';
    }
    at += 2 + length;
  }
  return 'no whole JPEG';
};

/** Null: it can be printed. The address is one of a PNG or JPEG, as the template's schema wants it. */
export const imageFault = (address: string): string | null => {
  const file = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  if (file.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return pngFault(file);
  return file[0] === 0xff && file[1] === 0xd8 ? jpegFault(file) : 'a PNG or JPEG image';
};
