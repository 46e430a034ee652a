import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './build/build-if-changed';
import { commandFile } from './checks/run-tool';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { projectRoot } from './project-root';
import { inPrivateNetwork, obstacleToPrivateNetwork } from './testing/private-network';
import { setStage } from './testing/stage';

// npm run bench [-- --json FILE] [names of bench files]: measures ratios against a peer or a raw
// limit in the same run, prints them, and writes them as JSON where told.

type Row = {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly goal: string;
  readonly holds: boolean;
};

/** The wanted file and what is left for the filters. */
function readWords(words: readonly string[]): { json: string | null; filters: readonly string[] } {
  const at = words.indexOf('--json');
  if (at < 0) return { json: null, filters: words };
  const file = words[at + 1];
  if (file === undefined) throw new Error('--json needs the name of a file');
  const from = process.env['PARLANCE_CALLED_FROM'] ?? process.cwd();
  return {
    json: path.resolve(from, file),
    filters: words.filter((_, one) => one !== at && one !== at + 1),
  };
}

const show = ({ id, what, value, unit, baseline, ratio, goal, holds }: Row): string =>
  `${holds ? 'holds ' : 'MISSED'}  ${id}: ${what}\n        ${value} ${unit} against ${baseline} ${unit}: ratio ${ratio} (goal ${goal})`;

async function measure(lifetime: Lifetime, filters: readonly string[]): Promise<Row[]> {
  const steps = new Steps(3);
  const env = await steps.run('What the benches need', (report) => setStage(lifetime, report));
  await steps.run('Build', buildIfChanged);
  const rowsFile = path.join(mkdtempSync(path.join(os.tmpdir(), 'parlance-bench-')), 'rows.jsonl');
  writeFileSync(rowsFile, '');
  await steps.run('Benches', async () => {
    const plain = {
      command: process.execPath,
      args: [commandFile('vitest'), 'run', '--project', 'bench', ...filters],
    };
    const { command, args } =
      (await obstacleToPrivateNetwork()) === undefined ? inPrivateNetwork(plain) : plain;
    const vitest = startGuarded(command, args, {
      cwd: projectRoot,
      env: { ...env, PARLANCE_BENCH_ROWS: rowsFile },
    });
    lifetime.onEnd(vitest.stop);
    if ((await vitest.exited) !== 0)
      process.stderr.write('some benches could not be measured, see above\n');
  });
  const lines = readFileSync(rowsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    const { json, filters } = readWords(process.argv.slice(2));
    const code = await lifetime.run(async () => {
      const rows = await measure(lifetime, filters);
      process.stdout.write(`\n${rows.map(show).join('\n')}\n`);
      if (json !== null) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
      await lifetime.end();
      return rows.length > 0 ? 0 : 1;
    });
    process.exit(code);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
