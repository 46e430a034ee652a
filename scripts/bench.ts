import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfChanged } from './build/build-if-changed';
import { commandFile } from './checks/run-tool';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { projectRoot } from './project-root';
import { type BenchRow, readBenchRows, showBenchRow, writeBenchRows } from './testing/bench-rows';
import { inPrivateNetwork, obstacleToPrivateNetwork } from './testing/private-network';
import { setStage } from './testing/stage';

// npm run bench [-- --json FILE] [names of bench files]: measures ratios against a peer or a raw
// limit in the same run, prints them, and writes them as JSON where told. A missed goal is a result;
// a bench that could not be measured fails the command.

/** The wanted file and what is left for the filters. */
function readWords(words: readonly string[]): { json: string | null; filters: readonly string[] } {
  const at = words.indexOf('--json');
  if (at < 0) return { json: null, filters: words };
  const file = words[at + 1];
  if (file === undefined) {
    throw new StepError('--json needs the name of a file', 'npm run bench -- --json rows.json');
  }
  const from = process.env['INIT_CWD'] ?? process.env['PARLANCE_CALLED_FROM'] ?? '';
  return {
    json: path.resolve(from, file),
    filters: words.filter((_, one) => one !== at && one !== at + 1),
  };
}

type Measured = { readonly rows: readonly BenchRow[]; readonly isWhole: boolean };

async function measure(lifetime: Lifetime, filters: readonly string[]): Promise<Measured> {
  const steps = new Steps(3);
  const { env } = await steps.run('What the benches need', (report) => setStage(lifetime, report));
  await steps.run('Build', buildIfChanged);
  const rowsFile = path.join(mkdtempSync(path.join(os.tmpdir(), 'parlance-bench-')), 'rows.jsonl');
  writeFileSync(rowsFile, '');
  const isWhole = await steps.run('Benches', async () => {
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
    return (await vitest.exited) === 0;
  });
  return { rows: readBenchRows(rowsFile), isWhole };
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    const { json, filters } = readWords(process.argv.slice(2));
    const code = await lifetime.run(async () => {
      const { rows, isWhole } = await measure(lifetime, filters);
      process.stdout.write(`\n${rows.map(showBenchRow).join('\n')}\n`);
      if (json !== null) writeBenchRows(json, rows);
      if (!isWhole) process.stderr.write('some benches could not be measured, see above\n');
      await lifetime.end();
      return isWhole && rows.length > 0 ? 0 : 1;
    });
    process.exit(code);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
