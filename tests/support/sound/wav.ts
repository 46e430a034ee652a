import { readFileSync, writeFileSync } from 'node:fs';

/** Mono sound: samples between -1 and 1. */
export type Sound = { readonly rateHz: number; readonly samples: Float64Array };

const HEADER_BYTES = 44;
const FULL_SCALE = 32_767;

/** Writes 16-bit mono PCM. */
export function writeWav(file: string, { rateHz, samples }: Sound): void {
  const buffer = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  buffer.write('RIFF', 0, 'latin1');
  buffer.writeUInt32LE(buffer.length - 8, 4);
  buffer.write('WAVEfmt ', 8, 'latin1');
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(rateHz, 24);
  buffer.writeUInt32LE(rateHz * 2, 28);
  buffer.writeUInt16LE(2, 32);
  buffer.writeUInt16LE(16, 34);
  buffer.write('data', 36, 'latin1');
  buffer.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) => {
    const limited = Math.max(-1, Math.min(1, sample));
    buffer.writeInt16LE(Math.round(limited * FULL_SCALE), HEADER_BYTES + at * 2);
  });
  writeFileSync(file, buffer);
}

type Chunks = { readonly format: Buffer; readonly data: Buffer };

/** A recording that is still being written says 0 or too much: then the data goes to the end. */
function readChunks(buffer: Buffer): Chunks {
  let format: Buffer | undefined;
  for (let at = 12; at + 8 <= buffer.length; ) {
    const name = buffer.toString('latin1', at, at + 4);
    const bytes = buffer.readUInt32LE(at + 4);
    const body = buffer.subarray(at + 8, at + 8 + bytes);
    if (name === 'fmt ') format = body;
    if (name === 'data' && format !== undefined) {
      const isOpen = bytes === 0 || at + 8 + bytes > buffer.length;
      return { format, data: isOpen ? buffer.subarray(at + 8) : body };
    }
    at += 8 + bytes + (bytes % 2);
  }
  throw new Error('this is no WAV file with sound in it');
}

/** Reads 16-bit PCM, also while it is being recorded; of several channels the first. */
export function readWav(file: string): Sound {
  const buffer = readFileSync(file);
  if (buffer.toString('latin1', 0, 4) !== 'RIFF') throw new Error(`${file} is no WAV file`);
  const { format, data } = readChunks(buffer);
  const channels = format.readUInt16LE(2);
  const rateHz = format.readUInt32LE(4);
  if (format.readUInt16LE(14) !== 16) throw new Error(`${file} is not 16-bit PCM`);
  const frames = Math.floor(data.length / (2 * channels));
  const samples = new Float64Array(frames);
  for (let at = 0; at < frames; at += 1) {
    samples[at] = data.readInt16LE(at * 2 * channels) / (FULL_SCALE + 1);
  }
  return { rateHz, samples };
}
