import { durationS, longestGapS, toneLevelDb } from '../sound/tones';
import { readWav } from '../sound/wav';
import { until } from '../until';
import type { BaresipPhone } from './baresip-phone';

const LISTEN_S = 0.3;
const recorded = (phone: BaresipPhone): number => {
  const file = phone.recordings.at(-1);
  return file === undefined ? 0 : durationS(readWav(file));
};

/**
 * How loud a frequency is in what a phone hears from now on, in dB. A phone records what arrives:
 * when nothing arrives its recording stands still, and what it heard last says nothing.
 */
export async function heardFromNow(phone: BaresipPhone, hz: number): Promise<number> {
  const fromS = recorded(phone);
  await until('the phone hears something', () => recorded(phone) >= fromS + LISTEN_S, 20_000);
  const sound = readWav(phone.recordings.at(-1) ?? '');
  return toneLevelDb(sound, hz, { fromS, lengthS: LISTEN_S });
}

/** Waits until what arrives is loud, or silent. */
export const untilHeard = (
  phone: BaresipPhone,
  hz: number,
  fits: (levelDb: number) => boolean,
): Promise<true> =>
  until(`the phone hears ${hz} Hz as it should`, async () => fits(await heardFromNow(phone, hz)));

/** Measures for how long a phone does not hear a frequency, from now on. */
export class SilenceWatch {
  readonly #phone: BaresipPhone;
  readonly #hz: number;
  readonly #startedAt = performance.now();
  readonly #startS: number;

  constructor(phone: BaresipPhone, hz: number) {
    this.#phone = phone;
    this.#hz = hz;
    this.#startS = recorded(phone);
  }

  /** Seconds in which nothing arrived, and the longest in which something else arrived. */
  seconds(): { readonly nothing: number; readonly otherwise: number } {
    const passed = (performance.now() - this.#startedAt) / 1_000;
    const arrived = recorded(this.#phone) - this.#startS;
    const otherwise = longestGapS(this.#phone.recordings.at(-1) ?? '', this.#hz);
    return { nothing: Math.max(0, passed - arrived), otherwise };
  }
}
