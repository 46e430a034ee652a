import { run } from '@scripts/processes/run';

/** Presses a key for the whole screen, as a hand on the keyboard would, whichever window is in front. */
export async function pressGlobalKey(key: string): Promise<void> {
  const { code, stderr } = await run('xdotool', ['key', key]);
  if (code !== 0) throw new Error(`xdotool could not press ${key}: ${stderr}`);
}
