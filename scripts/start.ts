import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { buildIfChanged } from './build/build-if-changed';
import { playDemo } from './demo/play-demo';
import { ensureElectronRuntime } from './electron/runtime';
import { ensureSandbox } from './electron/sandbox';
import { startApi } from './launch/api-process';
import { hubDataFolder } from './launch/data-folder';
import { ensureScreen, type Screen } from './launch/display';
import { greetApi } from './launch/given-api';
import { startProgram } from './launch/program';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { inProject } from './project-root';
import { ELECTRON_LIBRARIES } from './system/package-groups';
import { ensureSystemPackages } from './system/system-packages';

// npm start [-- --demo]: everything that is needed, then the program, signed in as a demo advisor.

const API_LOG = inProject('.cache', 'api.log');

type ProvidedHub = { readonly env: NodeJS.ProcessEnv; readonly databaseUrl: string | null };

/** The hub that the program talks to: the one given by PARLANCE_API_URL, or our own. */
async function provideHub(lifetime: Lifetime, steps: Steps): Promise<ProvidedHub> {
  return steps.run('Central API', async (report) => {
    const given = process.env['PARLANCE_API_URL'];
    if (given) {
      await greetApi(given);
      report(`using the one at ${given}`);
      return { env: { PARLANCE_API_URL: given }, databaseUrl: null };
    }
    const defaults = { PARLANCE_API_PORT: '0', PARLANCE_TRAINING: '1' };
    const env = { ...defaults, ...process.env, PARLANCE_DATA_DIR: hubDataFolder() };
    const api = await startApi({ env, logFile: API_LOG, report });
    lifetime.onEnd(api.stop);
    report(`listening at ${api.apiUrl}, its log is ${API_LOG}`);
    void Promise.race([api.exited, lifetime.wanted]).then((end) => {
      if (typeof end === 'number') report(`the central API ended with code ${end}`);
    });
    const [advisor] = demoAdvisors;
    const signedIn = {
      PARLANCE_DEMO_USER: advisor.login,
      PARLANCE_DEMO_PASSWORD: advisor.password,
      ...process.env,
      PARLANCE_API_URL: api.apiUrl,
    };
    return { env: signedIn, databaseUrl: api.databaseUrl };
  });
}

/** What a newcomer can do now. */
function wordsFor(screen: Screen, env: NodeJS.ProcessEnv): string[] {
  const user = env['PARLANCE_DEMO_USER'];
  const isTraining = user !== undefined && !process.env['PARLANCE_PBX_URL'];
  return [
    ...(screen.virtual
      ? ['nobody sees this screen: `npm start -- --demo` plays calls and takes pictures of them']
      : []),
    ...(user === undefined ? [] : [`its window signs in as ${user}`]),
    ...(isTraining ? ['press "Appel d’entraînement" there and a made-up customer rings'] : []),
    'close its window or press Ctrl-C to end everything',
  ];
}

/** The program's own last words stand above it. */
const endedBadly = (code: number): StepError =>
  new StepError(
    `the program ended by itself with code ${code}`,
    `read what it said above and in ${API_LOG}, then start again; what was typed is kept`,
  );

async function start(lifetime: Lifetime): Promise<number> {
  const isDemo = process.argv.includes('--demo');
  const steps = new Steps(5);
  const screen = await steps.run('Screen and system libraries', async (report) => {
    await ensureSystemPackages([ELECTRON_LIBRARIES], report);
    return ensureScreen(lifetime, report);
  });
  const runtime = await steps.run('Electron runtime', async (report) => {
    const found = await ensureElectronRuntime(report);
    report(`Electron ${found.version} (${found.origin})`);
    await ensureSandbox(found.executable);
    return found;
  });
  await steps.run('Build', buildIfChanged);
  const hub = await provideHub(lifetime, steps);
  if (isDemo) {
    await steps.run('One practice call in, one out', (report) =>
      playDemo(runtime, screen, hub.env, hub.databaseUrl, report),
    );
    return 0;
  }
  const program = await steps.run('Parlance', async (report) => {
    const started = startProgram(runtime, screen, hub.env);
    for (const line of wordsFor(screen, hub.env)) report(line);
    return started;
  });
  lifetime.onEnd(program.stop);
  const code = await program.exited;
  if (code !== 0) throw endedBadly(code);
  return code;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    process.exit(await lifetime.run(() => start(lifetime)));
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
