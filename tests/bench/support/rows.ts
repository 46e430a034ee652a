/** Where a bench writes what it measured; it never fails for being slow. */
import { appendFileSync } from 'node:fs';
import { type BenchRow, benchRowSchema } from '@scripts/testing/bench-rows';

type Measured = Pick<BenchRow, 'id' | 'what' | 'value' | 'unit' | 'baseline'> & {
  /** The ratio value / baseline that is wanted, and perhaps a limit of the value itself. */
  readonly goal: {
    readonly ratioAtMost?: number;
    readonly ratioAtLeast?: number;
    readonly valueAtMost?: number;
  };
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const recordRow = ({ id, what, value, unit, baseline, goal }: Measured): void => {
  const ratio = value / baseline;
  const { ratioAtMost, ratioAtLeast, valueAtMost } = goal;
  const wishes = [
    ...(valueAtMost === undefined
      ? []
      : [{ text: `value ≤ ${valueAtMost} ${unit}`, holds: value <= valueAtMost }]),
    ...(ratioAtMost === undefined
      ? []
      : [{ text: `ratio ≤ ${ratioAtMost}`, holds: ratio <= ratioAtMost }]),
    ...(ratioAtLeast === undefined
      ? []
      : [{ text: `ratio ≥ ${ratioAtLeast}`, holds: ratio >= ratioAtLeast }]),
  ];
  const row = benchRowSchema.parse({
    id,
    what,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(ratio),
    goal: wishes.map(({ text }) => text).join(', '),
    holds: wishes.every(({ holds }) => holds),
  });
  const file = process.env['PARLANCE_BENCH_ROWS'];
  if (file === undefined) console.log(row);
  else appendFileSync(file, `${JSON.stringify(row)}\n`);
};

/** The value that `share` of the sorted values do not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => percentile(values, 0.5);
