import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import {
  benchRowSchema,
  readBenchRows,
  showBenchRow,
  writeBenchRows,
} from '@scripts/testing/bench-rows';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordRow } from '../bench/support/rows.ts';

let folder = '';
let rowsFile = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-rows-'));
  rowsFile = path.join(folder, 'rows.jsonl');
  writeFileSync(rowsFile, '');
  vi.stubEnv('PARLANCE_BENCH_ROWS', rowsFile);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const measure = (id: string, value: number, baseline: number): void =>
  recordRow({ id, what: 'a thing', value, unit: 'ms', baseline, goal: { ratioAtMost: 2 } });

it('[BENCH-1] what benches record becomes one JSON array of whole rows', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 1e6, noNaN: true }),
          fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        ),
        { maxLength: 8 },
      ),
      (figures) => {
        writeFileSync(rowsFile, '');
        for (const [at, [value, baseline]] of figures.entries()) {
          measure(`bench-${at}`, value, baseline);
        }
        const answer = path.join(folder, 'rows.json');
        writeBenchRows(answer, readBenchRows(rowsFile));
        const rows = JSON.parse(readFileSync(answer, 'utf8'));
        expect(rows).toHaveLength(figures.length);
        for (const row of rows) {
          expect(Object.keys(benchRowSchema.parse(row))).toEqual([
            ...['id', 'what', 'value', 'unit', 'baseline', 'ratio', 'goal', 'holds'],
          ]);
        }
      },
    ),
  );
});

it('[BENCH-1] a row that is none, or an id that comes twice, is refused', () => {
  measure('twice', 1, 1);
  measure('twice', 1, 1);
  expect(() => readBenchRows(rowsFile)).toThrow('twice was measured twice');
  writeFileSync(rowsFile, '{"id":"half"}\n');
  expect(() => readBenchRows(rowsFile)).toThrow();
  expect(() => measure('never', Number.NaN, 1)).toThrow();
  expect(() => measure('never', 1, 0)).toThrow();
});

it('[BENCH-2] a missed goal is recorded and said', () => {
  measure('good', 2, 1);
  measure('slow', 201, 100);
  const [good, slow] = readBenchRows(rowsFile);
  expect([good?.holds, slow?.holds]).toEqual([true, false]);
  if (slow === undefined) throw new Error('the row is there');
  expect(showBenchRow(slow)).toMatch(/^MISSED {2}slow: a thing\n .*ratio 2.01 \(goal ratio ≤ 2\)$/);
});

it('[BENCH-2] npm run bench says what to do when it was called wrong', async () => {
  const { code, stderr } = await run('npm', ['run', 'bench', '--', '--json'], { cwd: projectRoot });
  expect(code).toBe(1);
  expect(stderr).toMatch(/--json needs the name of a file\nWhat to do: npm run bench/);
});
