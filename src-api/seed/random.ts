/** Chance that is the same each time: sfc32 (public domain, C. Doty-Humphrey), one stream per name. */
import { createHash } from 'node:crypto';

export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

const sfc32 = (seed: readonly [number, number, number, number]): (() => number) => {
  let [a, b, c, d] = seed;
  return () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
};

/** A stream of its own for each name, so that one customer never depends on how many there are. */
export const randomOf = (name: string): Random => {
  const hash = createHash('sha256').update(name).digest();
  const words = [0, 4, 8, 12].map((at) => hash.readInt32LE(at)) as [number, number, number, number];
  const next = sfc32(words);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
};

/** Picks by weight; `total` is the sum of all weights. */
export const weighted = <T>(
  random: Random,
  list: readonly T[],
  weightOf: (one: T) => number,
  total: number,
): T => {
  let left = random.next() * total;
  for (const one of list) {
    left -= weightOf(one);
    if (left < 0) return one;
  }
  return random.pick(list);
};

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** A UUID version 7 (RFC 9562 §5.7) of a time in the story, so that rows sort as they happened. */
export const timedId = (random: Random, atMs: number): string => {
  const time = hex(Math.max(0, Math.floor(atMs)), 12);
  const part = () => random.between(0, 0xffff);
  const middle = hex(0x7000 | (part() & 0x0fff), 4);
  const variant = hex(0x8000 | (part() & 0x3fff), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}-${hex(part(), 4)}${hex(part(), 4)}${hex(part(), 4)}`;
};
