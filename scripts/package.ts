import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Configuration, Platform } from 'electron-builder';
import { buildIfChanged } from './build/build-if-changed';
import { ensureElectronRuntime } from './electron/runtime';
import { printFailure, Steps } from './progress/report';
import { inProject } from './project-root';

// npm run package: an unpacked program in dist/, with the Electron that is on this machine. What
// carries the substitute runtime is for this machine only and must not be handed on.

const settings = (electronDist: string, electronVersion: string): Configuration => ({
  appId: 'fr.parlance.desktop',
  productName: 'Parlance',
  executableName: 'parlance',
  electronDist,
  electronVersion,
  npmRebuild: false,
  asar: true,
  directories: { output: inProject('dist'), buildResources: inProject('resources') },
  files: ['out/main/**', 'out/preload/**', 'out/renderer/**', '!**/*.map', '!node_modules/**'],
  linux: { category: 'Office', target: 'dir' },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
  },
});

/** The runtime without Electron's default app, which would only show that no program was found. */
async function withoutDefaultApp(runtime: string, work: (folder: string) => Promise<unknown>) {
  await mkdir(inProject('dist'), { recursive: true });
  const folder = await mkdtemp(inProject('dist', 'runtime-'));
  try {
    const isWanted = (file: string): boolean => path.basename(file) !== 'default_app.asar';
    await cp(runtime, folder, { recursive: true, filter: isWanted });
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  try {
    const steps = new Steps(3);
    const runtime = await steps.run('Electron runtime', ensureElectronRuntime);
    await steps.run('Build', buildIfChanged);
    const folder = await steps.run('Package', async (report) => {
      const targets = Platform.LINUX.createTarget('dir');
      await withoutDefaultApp(runtime.folder, (folder) =>
        build({ targets, config: settings(folder, runtime.version), publish: 'never' }),
      );
      const unpacked = inProject('dist', 'linux-unpacked');
      if (runtime.origin === 'substitute') report('for this machine only: do not hand it on');
      return unpacked;
    });
    console.log(folder);
    process.exit(0);
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
