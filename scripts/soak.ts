import { randomInt } from 'node:crypto';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure } from './progress/report';
import { StepError } from './progress/step-error';
import { projectRoot } from './project-root';
import { closeSoak, type SoakOutcome } from './testing/soak-outcome';

// npm run soak [-- seeds [rounds [kills]]]: the long version of the tests that kill, stop and cut. It
// prints which seeds ran, so that a failing one can be kept, and ends with one line that says it.

type Wish = { readonly seeds: number; readonly rounds: number; readonly kills: number };
type Part = {
  readonly what: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

function readWish(words: readonly string[]): Wish {
  const [seeds = 10, rounds = 200, kills = 20] = words.map((word) => {
    const value = Number(word);
    if (Number.isInteger(value) && value > 0) return value;
    throw new StepError(`${word} is not a number of runs`, 'npm run soak -- 10 200 20');
  });
  return { seeds, rounds, kills };
}

function partsOf({ seeds, rounds, kills }: Wish): readonly Part[] {
  const chosen = Array.from({ length: seeds }, () => randomInt(1, 1_000_000));
  const [first = 1] = chosen;
  return [
    {
      what: `${seeds} days of ${rounds} rounds of kill, API stop and network cut, seeds ${chosen.join(', ')}`,
      args: ['--only', 'convergence', 'desktop/nothing-lost'],
      env: { PARLANCE_SOAK_SEEDS: chosen.join(','), PARLANCE_SOAK_ROUNDS: String(rounds) },
    },
    {
      what: `${kills} kills of the real program, in a wrap-up or after it, the hub there or away, seed ${first}`,
      args: ['--only', 'e2e', 'random-kills'],
      env: { PARLANCE_SOAK_KILLS: String(kills), PARLANCE_SOAK_SEED: String(first) },
    },
  ];
}

async function soak(lifetime: Lifetime, parts: readonly Part[]): Promise<number> {
  const outcomes: SoakOutcome[] = [];
  for (const { what, args, env } of parts) {
    process.stdout.write(`\n${what}\n`);
    const startedAt = performance.now();
    const tests = startGuarded(process.execPath, ['scripts/run.mjs', 'test', ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      graceMs: 30_000,
    });
    lifetime.onEnd(tests.stop);
    const holds = (await tests.exited) === 0;
    outcomes.push({ what, holds, minutes: (performance.now() - startedAt) / 60_000 });
  }
  process.stdout.write(`\n${closeSoak(outcomes)}\n`);
  return outcomes.every(({ holds }) => holds) ? 0 : 1;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    const parts = partsOf(readWish(process.argv.slice(2)));
    let code = 1;
    await lifetime.run(async () => {
      code = await soak(lifetime, parts);
      return code;
    });
    process.exit(code);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
