/**
 * Files of sound, sealed: AES-256-GCM in pieces of 64 KiB, so that any part can be read without the rest.
 * Each piece is bound to its file and its place: none can be moved, left out or put elsewhere.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const pieceBytes = 65_536;
const ivBytes = 12;
const tagBytes = 16;
const sealedPieceBytes = ivBytes + tagBytes + pieceBytes;

const boundTo = (id: string, place: number): Buffer => Buffer.from(`${id} ${place}`);

export const sealedFileOf = (store: string, id: string): string => path.join(store, `${id}.sealed`);

const sealPiece = ({ id, key, random }: SealOf, place: number, piece: Buffer): Buffer => {
  const iv = Buffer.from(random(ivBytes));
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(boundTo(id, place));
  const sealed = Buffer.concat([cipher.update(piece), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
};

export type SealOf = {
  readonly id: string;
  readonly key: Buffer;
  readonly random: (length: number) => Uint8Array;
};

async function* pieces(of: SealOf, sound: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let place = 0;
  for await (const more of sound) {
    rest = Buffer.concat([rest, more]);
    while (rest.length >= pieceBytes) {
      yield sealPiece(of, place, rest.subarray(0, pieceBytes));
      rest = rest.subarray(pieceBytes);
      place += 1;
    }
  }
  if (rest.length > 0) yield sealPiece(of, place, rest);
}

/** Whole or not at all: under its name it stands once it is complete. */
export const sealSound = async (
  store: string,
  of: SealOf,
  sound: AsyncIterable<Buffer>,
): Promise<void> => {
  await mkdir(store, { recursive: true, mode: 0o700 });
  const file = sealedFileOf(store, of.id);
  const unfinished = `${file}.part`;
  await pipeline(
    Readable.from(pieces(of, sound), { objectMode: true }),
    createWriteStream(unfinished, { mode: 0o600 }),
  );
  await rename(unfinished, file);
};

export type Range = { readonly from: number; readonly to: number };

/** The bytes `from` to `to`, both included. @throws when the file is not what was sealed. */
export async function* openSound(
  store: string,
  { id, key }: Pick<SealOf, 'id' | 'key'>,
  { from, to }: Range,
): AsyncGenerator<Buffer> {
  const file = await open(sealedFileOf(store, id), 'r');
  try {
    for (let place = Math.floor(from / pieceBytes); place * pieceBytes <= to; place += 1) {
      const sealed = Buffer.alloc(sealedPieceBytes);
      const { bytesRead } = await file.read(sealed, 0, sealedPieceBytes, place * sealedPieceBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
      decipher.setAAD(boundTo(id, place));
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      const body = sealed.subarray(ivBytes + tagBytes, bytesRead);
      const piece = Buffer.concat([decipher.update(body), decipher.final()]);
      const first = place * pieceBytes;
      yield piece.subarray(Math.max(0, from - first), to - first + 1);
    }
  } finally {
    await file.close();
  }
}

/** Deletes it. @returns its SHA-256 as it lay there; null: there was none. */
export const removeSound = async (store: string, id: string): Promise<string | null> => {
  const file = sealedFileOf(store, id);
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(file)) hash.update(piece);
  } catch {
    return null;
  }
  await rm(file, { force: true });
  return hash.digest('hex');
};
