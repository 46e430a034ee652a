/** Bytes to text, in the encodings that tables are sent in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** 0x80 to 0x9f of Windows-1252 (WHATWG); the five that it does not use stay what they are. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 takes Windows-1252 for Latin-1: the œ of Lœuf and the apostrophe of Excel would be lost. */
const windows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (one) => high[one.charCodeAt(0) - 0x80] ?? one);

const pieceBytes = 256 * 1024;

/** Piece by piece: the text of a large file is never there whole. */
export function* decoded(bytes: Buffer, encoding: Encoding): Generator<string> {
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    yield decoder === null ? windows1252(piece) : decoder.decode(piece, { stream: true });
  }
  const last = decoder?.decode() ?? '';
  if (last !== '') yield last;
}
