import { readWav, type Sound, writeWav } from './wav';

const WINDOW_S = 0.05;
const SILENCE_DB = -100;

/** A sine of `hz`; `level` 1 is full scale. */
export function makeTone(hz: number, seconds: number, rateHz = 8_000, level = 0.5): Sound {
  const samples = Float64Array.from(
    { length: Math.round(seconds * rateHz) },
    (_, at) => level * Math.sin((2 * Math.PI * hz * at) / rateHz),
  );
  return { rateHz, samples };
}

/** Writes a tone as a file that a phone or a browser can speak. */
export function writeTone(file: string, hz: number, seconds: number, rateHz = 8_000): string {
  writeWav(file, makeTone(hz, seconds, rateHz));
  return file;
}

/** The amplitude of one frequency in a block (Goertzel's algorithm). */
function amplitude(block: Float64Array, hz: number, rateHz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hz) / rateHz);
  let previous = 0;
  let beforeThat = 0;
  for (const sample of block) {
    const next = sample + factor * previous - beforeThat;
    beforeThat = previous;
    previous = next;
  }
  const power = previous ** 2 + beforeThat ** 2 - factor * previous * beforeThat;
  return (2 * Math.sqrt(Math.max(0, power))) / block.length;
}

const toDecibels = (value: number): number =>
  value > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(value)) : SILENCE_DB;

/** One stretch of a sound, in seconds from its start. */
export type Stretch = { readonly fromS?: number; readonly lengthS?: number };

function cut({ rateHz, samples }: Sound, { fromS = 0, lengthS }: Stretch): Sound {
  const first = Math.round(fromS * rateHz);
  const last = lengthS === undefined ? undefined : first + Math.round(lengthS * rateHz);
  return { rateHz, samples: samples.subarray(first, last) };
}

/** How loud a frequency is on average over windows of 50 ms, in dB of full scale (0 is loudest). */
export function toneLevelDb(sound: Sound, hz: number, stretch: Stretch = {}): number {
  const { rateHz, samples } = cut(sound, stretch);
  const window = Math.round(WINDOW_S * rateHz);
  const count = Math.floor(samples.length / window);
  if (count === 0) return SILENCE_DB;
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    sum += amplitude(samples.subarray(at * window, (at + 1) * window), hz, rateHz);
  }
  return toDecibels(sum / count);
}

/** How long a sound lasts, in seconds. */
export const durationS = ({ rateHz, samples }: Sound): number => samples.length / rateHz;

/** How loud a frequency is in the last seconds of a recording, which may still be going on. */
export function recentToneDb(file: string, hz: number, lastS = 1): number {
  const sound = readWav(file);
  return toneLevelDb(sound, hz, { fromS: Math.max(0, durationS(sound) - lastS) });
}

/** How long a recording that may still be going on is by now, in seconds. */
export const recordedS = (file: string): number => durationS(readWav(file));

/**
 * How loud a frequency ever was in a recording from a moment on, in dB of full scale, by blocks of
 * 50 ms. Music that starts or stops in the middle of a block shows in every frequency, at -40 dB.
 */
export function loudestToneDb(file: string, hz: number, fromS: number): number {
  const sound = readWav(file);
  const blocks = Math.floor((durationS(sound) - fromS) / WINDOW_S);
  return Math.max(
    SILENCE_DB,
    ...Array.from({ length: blocks }, (_, at) =>
      toneLevelDb(sound, hz, { fromS: fromS + at * WINDOW_S, lengthS: WINDOW_S }),
    ),
  );
}

/** The longest time, in seconds, for which a frequency that was heard before is heard no more. */
export function longestGapS(file: string, hz: number, loudDb = -40): number {
  const sound = readWav(file);
  const heard = Array.from({ length: Math.floor(durationS(sound) / WINDOW_S) }, (_, at) => {
    const stretch = { fromS: at * WINDOW_S, lengthS: WINDOW_S };
    return toneLevelDb(sound, hz, stretch) > loudDb;
  });
  let longest = 0;
  let before = heard.indexOf(true);
  heard.forEach((loud, at) => {
    if (!loud || before < 0) return;
    longest = Math.max(longest, at - before - 1);
    before = at;
  });
  return longest * WINDOW_S;
}
