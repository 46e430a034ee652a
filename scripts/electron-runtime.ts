import { ensureElectronRuntime } from './electron/runtime';
import { printFailure } from './progress/report';

// tsx scripts/electron-runtime.ts: makes sure of an Electron and prints its folder.

async function main(): Promise<void> {
  try {
    const report = (line: string): void => void process.stderr.write(`${line}\n`);
    const { folder, version, origin } = await ensureElectronRuntime(report);
    report(`Electron ${version} (${origin})`);
    console.log(folder);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

void main();
