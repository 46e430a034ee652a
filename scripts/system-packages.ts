import { printFailure } from './progress/report';
import {
  BROWSER,
  CALENDARS,
  DISPLAY,
  ELECTRON_LIBRARIES,
  KEY_STORE,
  PBX,
  PHONES,
} from './system/package-groups';
import { ensureSystemPackages } from './system/system-packages';

// tsx scripts/system-packages.ts: installs every system package that the program and its tests use.

async function main(): Promise<void> {
  try {
    const groups = [DISPLAY, ELECTRON_LIBRARIES, PHONES, PBX, CALENDARS, KEY_STORE, BROWSER];
    await ensureSystemPackages(groups, (line) => process.stderr.write(`${line}\n`));
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

void main();
