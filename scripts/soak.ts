import { randomInt } from 'node:crypto';
import { run } from './processes/run';
import { projectRoot } from './project-root';

// npm run soak [-- seeds [rounds [kills]]]: the long version of the tests that kill, stop and cut. It
// prints which seeds ran, so that a failing one can be kept.

const [seeds = 10, rounds = 200, kills = 20] = process.argv.slice(2).map(Number);
const chosen = Array.from({ length: seeds }, () => randomInt(1, 1_000_000));

type Part = {
  readonly what: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

const parts: readonly Part[] = [
  {
    what: `${seeds} days of ${rounds} rounds of kill, API stop and network cut, seeds ${chosen.join(', ')}`,
    args: ['--only', 'convergence', 'desktop'],
    env: { PARLANCE_SOAK_SEEDS: chosen.join(','), PARLANCE_SOAK_ROUNDS: String(rounds) },
  },
  {
    what: `${kills} kills of the real program, in a wrap-up or after it, the hub there or away`,
    args: ['--only', 'e2e', 'random-kills'],
    env: { PARLANCE_SOAK_KILLS: String(kills), PARLANCE_SOAK_SEED: String(chosen[0] ?? 1) },
  },
];

async function main(): Promise<void> {
  const summary: string[] = [];
  let failed = 0;
  for (const { what, args, env } of parts) {
    process.stdout.write(`\n${what}\n`);
    const startedAt = performance.now();
    const { code, stdout, stderr } = await run(
      process.execPath,
      ['scripts/run.mjs', 'test', ...args],
      { cwd: projectRoot, env: { ...process.env, ...env } },
    );
    const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
    if (code !== 0) {
      failed += 1;
      process.stdout.write(`${stdout}\n${stderr}\n`);
    }
    summary.push(`${code === 0 ? 'held  ' : 'FAILED'} ${minutes} min  ${what}`);
  }
  process.stdout.write(`\n${summary.join('\n')}\n`);
  process.exit(failed === 0 ? 0 : 1);
}

void main();
