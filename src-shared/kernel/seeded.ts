/** Chance that comes out the same for the same seed, on every machine (mulberry32, Tommy Ettinger). */
export type Seeded = {
  /** Uniform, 0 to 1 without 1. */
  readonly next: () => number;
  /** Of the standard normal distribution (Box and Muller 1958). */
  readonly normal: () => number;
};

export const seeded = (seed: number): Seeded => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal };
};
