import type { ElectronRuntime } from '../electron/runtime';
import { type GuardedProcess, startGuarded } from '../processes/guarded-process';
import { projectRoot } from '../project-root';
import type { Screen } from './display';

/**
 * What Chromium needs where there is no screen, no sound card and perhaps no network at all. Not
 * its fake permission window: that one grants the microphone to every page, past our own guard.
 */
const HEADLESS_SWITCHES = [
  '--use-fake-device-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--disable-gpu',
] as const;

/** The switches for this machine: no sandbox for root only, made-up devices without a screen. */
export function programSwitches(screen: Pick<Screen, 'virtual'>): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), ...(screen.virtual ? HEADLESS_SWITCHES : [])];
}

/** Chromium's own complaints (no D-Bus, no GPU); harmless here and of no use to the reader. */
const CHROMIUM_NOISE = /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING|INFO):/;

/** Hands a line of the program on to the reader, unless it is one of those. */
export function printLine(line: string): void {
  if (!CHROMIUM_NOISE.test(line)) process.stderr.write(`${line}\n`);
}

/** Starts the built program; it ends when we end. */
export const startProgram = (
  runtime: ElectronRuntime,
  screen: Screen,
  env: NodeJS.ProcessEnv,
): GuardedProcess =>
  startGuarded(runtime.executable, [...programSwitches(screen), '.'], {
    cwd: projectRoot,
    env: { ...screen.env, ...env },
    output: printLine,
  });
