import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startGuarded } from '../processes/guarded-process';
import type { Lifetime } from '../processes/lifetime';
import type { Report } from '../progress/report';
import { StepError } from '../progress/step-error';
import { DISPLAY } from '../system/package-groups';
import { ensureSystemPackages } from '../system/system-packages';

/** The screen that the program shows itself on; `virtual` is one that nobody sees. */
export type Screen = { readonly env: NodeJS.ProcessEnv; readonly virtual: boolean };

const FIRST_NUMBER = 90;
const LAST_NUMBER = 400;
const START_TIMEOUT_MS = 15_000;
const POLL_MS = 50;

const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

const socketOf = (number: number): string => `/tmp/.X11-unix/X${number}`;

async function startServer(number: number, lifetime: Lifetime): Promise<boolean> {
  const size = ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = startGuarded('Xvfb', [`:${number}`, ...size], {
    output: 'ignore',
    graceMs: 1_000,
  });
  let isGone = false;
  void server.exited.then(() => {
    isGone = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!isGone && Date.now() < deadline) {
    if (existsSync(socketOf(number))) {
      // Another server may have won the number in the same moment: then ours ends at once.
      await pause(POLL_MS * 4);
      if (isGone) return false;
      lifetime.onEnd(server.stop);
      return true;
    }
    await pause(POLL_MS);
  }
  await server.stop();
  return false;
}

/**
 * The screen of this machine, or a virtual one (Xvfb, installed on Debian as root when missing)
 * that lives as long as `lifetime`.
 */
export async function ensureScreen(lifetime: Lifetime, report: Report): Promise<Screen> {
  if (hasScreen()) return { env: process.env, virtual: false };
  report('this machine has no display: the program runs on a virtual screen (Xvfb)');
  await ensureSystemPackages([DISPLAY], report);
  for (let number = FIRST_NUMBER; number < LAST_NUMBER; number += 1) {
    const isTaken = existsSync(socketOf(number)) || existsSync(`/tmp/.X${number}-lock`);
    if (isTaken || !(await startServer(number, lifetime))) continue;
    return { env: { ...process.env, DISPLAY: `:${number}` }, virtual: true };
  }
  throw new StepError(
    'no virtual screen could be started',
    'try `Xvfb :99` by hand to see why, or start from a desktop session',
  );
}
