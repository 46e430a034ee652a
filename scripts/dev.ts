import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { context, type PluginBuild } from 'esbuild';
import { apiBuildOptions } from './build/build-api';
import { viteEnvironment } from './build/build-if-changed';
import { commandFile } from './checks/run-tool';
import { ensureElectronRuntime } from './electron/runtime';
import { type ApiProcess, startApi } from './launch/api-process';
import { hubDataFolder } from './launch/data-folder';
import { devServerPort } from './launch/dev-server-port';
import { ensureScreen } from './launch/display';
import { greetApi } from './launch/given-api';
import { printLine, programSwitches } from './launch/program';
import { startGuarded } from './processes/guarded-process';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { inProject, projectRoot } from './project-root';
import { ELECTRON_LIBRARIES } from './system/package-groups';
import { ensureSystemPackages } from './system/system-packages';

// npm run dev [-- switches of the program]: the program with hot reload of its windows, restarted when
// src-main changes; the central API is restarted when src-api changes, always on the same port.

const API_PORT = process.env['PARLANCE_API_PORT'] ?? '4610';
const API_LOG = inProject('.cache', 'api.log');
const NOT_BUILT = new StepError('the central API could not be built', 'the lines above say where');

/** Bundles the API at every change and puts the new one in the place of the old one. */
async function serveApi(lifetime: Lifetime, steps: Steps, origin: string): Promise<string> {
  const env = {
    PARLANCE_TRAINING: '1',
    ...process.env,
    PARLANCE_API_PORT: API_PORT,
    PARLANCE_DATA_DIR: hubDataFolder(),
    PARLANCE_ALLOWED_ORIGINS: [process.env['PARLANCE_ALLOWED_ORIGINS'], origin].join(','),
  };
  let running: ApiProcess | undefined;
  let announce: (start: Promise<void>) => void = () => undefined;
  const firstStart = new Promise<void>((resolve) => {
    announce = resolve;
  });
  lifetime.onEnd(async () => running?.stop());
  const restart = async (): Promise<void> => {
    await running?.stop();
    running = await startApi({ env, logFile: API_LOG, report: steps.detail });
    steps.detail(`central API at ${running.apiUrl}, its log is ${API_LOG}`);
  };
  const setup = (build: PluginBuild): void => {
    build.onEnd(async ({ errors }) => {
      for (const { text, location } of errors) {
        steps.detail(`${location?.file ?? ''}:${location?.line ?? ''} ${text}`);
      }
      const started = errors.length === 0 ? restart() : Promise.reject(NOT_BUILT);
      // The first start decides whether there is anything to develop on; later ones may fail.
      announce(started);
      await started.catch(printFailure);
    });
  };
  const options = apiBuildOptions();
  const watcher = await context({ ...options, plugins: [{ name: 'restart', setup }] });
  lifetime.onEnd(() => watcher.dispose());
  await watcher.watch();
  await firstStart;
  return `http://127.0.0.1:${API_PORT}`;
}

async function develop(lifetime: Lifetime): Promise<number> {
  const steps = new Steps(4);
  const screen = await steps.run('Screen and system libraries', async (report) => {
    await ensureSystemPackages([ELECTRON_LIBRARIES], report);
    return ensureScreen(lifetime, report);
  });
  const runtime = await steps.run('Electron runtime', ensureElectronRuntime);
  const port = await devServerPort();
  const origin = `http://localhost:${port}`;
  const given = process.env['PARLANCE_API_URL'];
  const apiUrl = await steps.run('Central API', async (report) => {
    if (!given) return serveApi(lifetime, steps, origin);
    await greetApi(given);
    report(`using the one at ${given}; its PARLANCE_ALLOWED_ORIGINS must hold ${origin}`);
    return given;
  });
  const [advisor] = demoAdvisors;
  const env = {
    ...viteEnvironment(),
    PARLANCE_DEMO_USER: advisor.login,
    PARLANCE_DEMO_PASSWORD: advisor.password,
    ...screen.env,
    ELECTRON_EXEC_PATH: runtime.executable,
    PARLANCE_API_URL: apiUrl,
    PARLANCE_DEV_PORT: String(port),
  };
  const words = [commandFile('electron-vite'), 'dev', '--watch', '--', ...programSwitches(screen)];
  words.push(...process.argv.slice(2));
  const vite = await steps.run('Program with hot reload', async () =>
    startGuarded(process.execPath, words, { cwd: projectRoot, env, output: printLine }),
  );
  lifetime.onEnd(vite.stop);
  return vite.exited;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    process.exit(await lifetime.run(() => develop(lifetime)));
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
