import { randomInt } from 'node:crypto';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure } from './progress/report';
import { StepError } from './progress/step-error';
import { projectRoot } from './project-root';
import { closeSoak, type SoakOutcome } from './testing/soak-outcome';

// npm run soak [-- seeds [rounds [kills [calls [histories]]]]]: the long version of the tests that kill, stop, cut
// and call. It
// prints which seeds ran, so that a failing one can be kept, and ends with one line that says it.

type Wish = {
  readonly seeds: number;
  readonly rounds: number;
  readonly kills: number;
  readonly calls: number;
  /** Runs of twenty desktops whose histories are checked. */
  readonly histories: number;
};
type Part = {
  readonly what: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

function readWish(words: readonly string[]): Wish {
  const [seeds = 10, rounds = 200, kills = 20, calls = 500, histories = 1_000] = words.map(
    (word) => {
      const value = Number(word);
      if (Number.isInteger(value) && value > 0) return value;
      throw new StepError(`${word} is not a number of runs`, 'npm run soak -- 10 200 20 500 1000');
    },
  );
  return { seeds, rounds, kills, calls, histories };
}

function partsOf({ seeds, rounds, kills, calls, histories }: Wish): readonly Part[] {
  const chosen = Array.from({ length: seeds }, () => randomInt(1, 1_000_000));
  const [first = 1] = chosen;
  return [
    {
      what: `${seeds} days of ${rounds} rounds of kill, API stop and network cut, seeds ${chosen.join(', ')}`,
      args: ['--only', 'convergence', 'desktop/nothing-lost'],
      env: { PARLANCE_SOAK_SEEDS: chosen.join(','), PARLANCE_SOAK_ROUNDS: String(rounds) },
    },
    {
      what: `${histories} runs of twenty desktops before two APIs, from seed ${first}`,
      args: ['--only', 'convergence', 'many/many-desktops'],
      env: { PARLANCE_SOAK_RUNS: String(histories), PARLANCE_SOAK_SEED: String(first) },
    },
    {
      what: `${kills} kills of the real program, in a wrap-up or after it, the hub there or away, seed ${first}`,
      args: ['--only', 'e2e', 'random-kills'],
      env: { PARLANCE_SOAK_KILLS: String(kills), PARLANCE_SOAK_SEED: String(first) },
    },
    {
      what: 'a predictive campaign of 2000 people and ten advisors on the real switch',
      args: ['--only', 'lab', 'predictive-campaign'],
      env: { PARLANCE_LAB_PEOPLE: '2000' },
    },
    {
      what: `${calls * 10} random sequences of commands and faults on the calls, seed ${first}`,
      args: ['--only', 'unit', 'random-calls'],
      env: { PARLANCE_SOAK_SEQUENCES: String(calls * 10), PARLANCE_SOAK_SEED: String(first) },
    },
    {
      what: `${calls} calls in one run, and ${Math.ceil(calls / 20)} bursts of damaged SIP messages, seed ${first}`,
      args: ['--only', 'lab', 'many-calls', 'torture'],
      env: {
        PARLANCE_SOAK_CALLS: String(calls),
        PARLANCE_SOAK_BURSTS: String(Math.ceil(calls / 20)),
        PARLANCE_SOAK_SEED: String(first),
      },
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
