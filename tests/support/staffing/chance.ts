/** Chances that a test can repeat, made otherwise than the code that it tests. */
import { seeded } from '@shared/kernel/seeded.ts';

export type Chance = {
  readonly share: () => number;
  readonly exponential: (mean: number) => number;
  readonly poisson: (mean: number) => number;
  /** Of mean 1. */
  readonly gamma: (relative: number) => number;
};

export const makeChance = (seed: number): Chance => {
  const { next: share, normal } = seeded(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - share());
  /** By counting arrivals until the time is over. */
  const poisson = (mean: number): number => {
    let count = -1;
    for (let time = 0; time <= mean; count += 1) time += exponential(1);
    return count;
  };
  /** G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", 2000. */
  const gamma = (relative: number): number => {
    const shape = 1 / relative ** 2;
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - share()) < x * x * 0.5 + d - d * v + d * Math.log(v))
        return (d * v) / shape;
    }
  };
  return { share, exponential, poisson, gamma };
};
