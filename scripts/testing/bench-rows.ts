import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** One measured ratio: a value of ours against a peer or a raw limit in the same run. */
export const benchRowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  what: z.string().min(1),
  value: z.number(),
  unit: z.enum(['ms', 'MiB', 'rows/s', 'requests/s', '%']),
  baseline: z.number().positive(),
  ratio: z.number(),
  /** What was wanted, in words; `holds` says whether it was reached. */
  goal: z.string().min(1),
  holds: z.boolean(),
});

/** One measured ratio. */
export type BenchRow = z.infer<typeof benchRowSchema>;

const rowsSchema = z.array(benchRowSchema).superRefine((rows, context) => {
  const ids = rows.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) {
    context.addIssue({ code: 'custom', message: `${id} was measured twice` });
  }
});

/** The rows that the benches left, one JSON object a line. Throws when one is not such a row. */
export function readBenchRows(file: string): BenchRow[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return rowsSchema.parse(lines.map((line) => JSON.parse(line)));
}

/** Writes the rows as one JSON array. */
export function writeBenchRows(file: string, rows: readonly BenchRow[]): void {
  writeFileSync(file, `${JSON.stringify(rowsSchema.parse(rows), null, 2)}\n`);
}

/** A row for a reader: whether it holds, then the figures. */
export const showBenchRow = ({ id, what, value, unit, baseline, ratio, goal, holds }: BenchRow) =>
  `${holds ? 'holds ' : 'MISSED'}  ${id}: ${what}\n        ${value} ${unit} against ${baseline} ${unit}: ratio ${ratio} (goal ${goal})`;
