/**
 * The two files of a recording as one sound, the advisor at the left and the customer at the right, and
 * how loud each was: read once, piece by piece.
 */
import { open } from 'node:fs/promises';

const headerBytes = 44;
/** What the switch writes: 16-bit samples of one channel. */
const sampleBytes = 2;
const channels = 2;
const samplesAtOnce = 16_384;
const peaksASecond = 10;
const loudest = 32_768;

type Side = {
  readonly rateHz: number;
  readonly samples: number;
  /** Fills what is left with silence. */
  readonly read: (place: number, count: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

export class UnreadableSound extends Error {}

const openSide = async (file: string): Promise<Side> => {
  const handle = await open(file, 'r');
  const header = Buffer.alloc(headerBytes);
  await handle.read(header, 0, headerBytes, 0);
  const isWav =
    header.toString('latin1', 0, 4) === 'RIFF' &&
    header.toString('latin1', 36, 40) === 'data' &&
    header.readUInt16LE(22) === 1 &&
    header.readUInt16LE(34) === 8 * sampleBytes;
  if (!isWav) {
    await handle.close();
    throw new UnreadableSound('not the sound that the switch was asked for');
  }
  const { size } = await handle.stat();
  return {
    rateHz: header.readUInt32LE(24),
    samples: Math.max(0, Math.floor((size - headerBytes) / sampleBytes)),
    read: async (place, count) => {
      const piece = Buffer.alloc(count * sampleBytes);
      await handle.read(piece, 0, piece.length, headerBytes + place * sampleBytes);
      return piece;
    },
    close: () => handle.close(),
  };
};

const headerOf = (rateHz: number, samples: number): Buffer => {
  const bytes = samples * channels * sampleBytes;
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rateHz, 24);
  header.writeUInt32LE(rateHz * channels * sampleBytes, 28);
  header.writeUInt16LE(channels * sampleBytes, 32);
  header.writeUInt16LE(8 * sampleBytes, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
};

/** The loudest sample of each tenth of a second, 0 to 100. */
class PeakMeter {
  readonly peaks: number[] = [];
  readonly #window: number;
  #at = 0;

  constructor(rateHz: number) {
    this.#window = rateHz / peaksASecond;
  }

  take(sample: number): void {
    const place = Math.floor(this.#at / this.#window);
    const level = Math.round((Math.abs(sample) * 100) / loudest);
    this.peaks[place] = Math.max(this.peaks[place] ?? 0, level);
    this.#at += 1;
  }
}

export type Sides = {
  readonly bytes: number;
  readonly durationMs: number;
  readonly sound: AsyncIterable<Buffer>;
  /** Whole once the sound was read to its end. */
  readonly peaks: { readonly advisor: number[]; readonly customer: number[] };
  readonly close: () => Promise<void>;
};

/** @throws UnreadableSound */
export const openSides = async (files: {
  readonly advisor: string;
  readonly customer: string;
}): Promise<Sides> => {
  const advisor = await openSide(files.advisor);
  const customer = await openSide(files.customer);
  const { rateHz } = advisor;
  const samples = Math.max(advisor.samples, customer.samples);
  const meters = { advisor: new PeakMeter(rateHz), customer: new PeakMeter(rateHz) };
  async function* sound(): AsyncGenerator<Buffer> {
    yield headerOf(rateHz, samples);
    for (let place = 0; place < samples; place += samplesAtOnce) {
      const count = Math.min(samplesAtOnce, samples - place);
      const [left, right] = await Promise.all([
        advisor.read(place, count),
        customer.read(place, count),
      ]);
      const both = Buffer.alloc(count * channels * sampleBytes);
      for (let at = 0; at < count; at += 1) {
        const ours = left.readInt16LE(at * sampleBytes);
        const hers = right.readInt16LE(at * sampleBytes);
        meters.advisor.take(ours);
        meters.customer.take(hers);
        both.writeInt16LE(ours, at * channels * sampleBytes);
        both.writeInt16LE(hers, at * channels * sampleBytes + sampleBytes);
      }
      yield both;
    }
  }
  return {
    bytes: headerBytes + samples * channels * sampleBytes,
    durationMs: Math.round((samples * 1000) / rateHz),
    sound: sound(),
    peaks: { advisor: meters.advisor.peaks, customer: meters.customer.peaks },
    close: async () => {
      await Promise.all([advisor.close(), customer.close()]);
    },
  };
};
