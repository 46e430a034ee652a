import { buildIfChanged } from './build/build-if-changed';
import { runChecks } from './checks/run-checks';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { inLanes } from './testing/lanes';
import { obstacleToPrivateNetwork } from './testing/private-network';
import { runAgain } from './testing/run-again';
import { runVitest, type VitestRun } from './testing/run-vitest';
import { setStage } from './testing/stage';
import { add, closingLine, NOTHING, type Tally, troubles } from './testing/tally';
import {
  ALL_PROJECTS,
  isProject,
  PLAIN_PROJECTS,
  STAGED_PROJECTS,
  stagedParts,
  type TestProject,
  testFilesOf,
} from './testing/test-projects';

// npm test [-- --only unit,lab] [vitest's filters]: installs what is missing, builds, checks, tests,
// and ends with one line that counts them all.

type Shared = Pick<VitestRun, 'filters' | 'lifetime'>;

type Wish = {
  readonly projects: readonly TestProject[];
  readonly withChecks: boolean;
  readonly filters: readonly string[];
};

function readWish(words: readonly string[]): Wish {
  const [first, names, ...filters] = words;
  if (first !== '--only') return { projects: ALL_PROJECTS, withChecks: true, filters: words };
  const wanted = (names ?? '').split(',');
  const unknown = wanted.find((name) => !isProject(name));
  if (unknown === undefined) {
    return { projects: wanted.filter(isProject), withChecks: false, filters };
  }
  throw new StepError(`there are no ${unknown} tests`, `name some of ${ALL_PROJECTS.join(', ')}`);
}

/** The staged tests that this machine cannot run: failed in CI, told and counted elsewhere. */
function countOut(projects: readonly TestProject[], obstacle: string): Tally {
  const count = projects.flatMap(testFilesOf).length;
  process.stderr.write(
    `\n${count} files of ${projects.join(' and ')} tests not run: ${obstacle}\n`,
  );
  return process.env['CI']
    ? { ...NOTHING, failed: count, failures: [obstacle] }
    : { ...NOTHING, skipped: count };
}

/**
 * Two at a time, since they wait more than they work, each in a network of its own. Hot keys, focus and
 * clipboard belong to a screen: each lane has one, and on the user's own one there is one lane.
 */
async function runStaged(kinds: readonly TestProject[], shared: Shared): Promise<Tally> {
  const parts = stagedParts(kinds, shared.filters);
  const silent = (): void => undefined;
  const lanes = [await setStage(shared.lifetime, silent)];
  if (lanes[0]?.isVirtual === true && parts.length > 1)
    lanes.push(await setStage(shared.lifetime, silent));
  const ended = await inLanes(parts, lanes, async ({ project, ...part }, { env }) => {
    const run: VitestRun = { ...shared, ...part, projects: [project], env, isPrivate: true };
    return { run, count: await runVitest(run) };
  });
  return runAgain(ended);
}

async function test(lifetime: Lifetime, wish: Wish): Promise<Tally> {
  const has = (project: TestProject): boolean => wish.projects.includes(project);
  const plain = PLAIN_PROJECTS.filter(has);
  const staged = STAGED_PROJECTS.filter(has);
  const steps = new Steps(wish.withChecks ? 5 : 4);
  const obstacle = staged.length === 0 ? undefined : await obstacleToPrivateNetwork();
  const canStage = staged.length > 0 && obstacle === undefined;
  const env = await steps.run('What the tests need', async (report) =>
    canStage ? (await setStage(lifetime, report)).env : process.env,
  );
  // Without a build the checks and the plain tests still have something to say.
  let tally = await steps.run('Build', (report) =>
    buildIfChanged(report).then(
      () => NOTHING,
      (error: unknown) => {
        printFailure(error);
        return { ...NOTHING, failed: 1, failures: ['the build'] };
      },
    ),
  );
  const isBuilt = tally.failed === 0;
  if (wish.withChecks) {
    tally = add(tally, await steps.run('Static checks', () => runChecks('')));
  }
  const shared = { filters: wish.filters, lifetime };
  const plainTally = await steps.run('Tests', async () => {
    const run: VitestRun = { ...shared, env, projects: plain, isPrivate: false };
    return runAgain([{ run, count: await runVitest(run) }]);
  });
  tally = add(tally, plainTally);
  if (obstacle !== undefined) return add(tally, countOut(staged, obstacle));
  if (staged.length === 0 || !isBuilt) return tally;
  const stagedTally = await steps.run('Tests with the real PBX and the real program', () =>
    runStaged(staged, shared),
  );
  return add(tally, stagedTally);
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  let code = 1;
  try {
    const wish = readWish(process.argv.slice(2));
    code = await lifetime.run(async () => {
      const tally = await test(lifetime, wish);
      await lifetime.end();
      process.stdout.write(`${troubles(tally)}\n${closingLine(tally)}\n`);
      return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
    });
  } catch (error) {
    printFailure(error);
    process.stdout.write(`\n${closingLine({ ...NOTHING, failed: 1 })}\n`);
  }
  process.exit(code);
}

void main();
