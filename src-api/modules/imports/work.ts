/**
 * Works on imports in the background, a batch at a time. Whoever asks the hub goes first: a batch is
 * made shorter when it took long, and after each the work rests as long as it lasted, unless nobody waits.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { Activity } from '@api/plugins/activity.ts';
import { readOne } from './read-stage.ts';
import { runBatch } from './run-lines.ts';
import { type Importing, tryBatch } from './try-lines.ts';
import { undoBatch } from './undo.ts';

const fewest = 50;
const most = 500;
/** Nobody who waits for a connection or a row waits longer than about this. */
const batchMs = 200;

/** How many lines the next batch takes. */
export const nextBatch = (lines: number, tookMs: number): number =>
  Math.round(Math.min(most, Math.max(fewest, (lines * batchMs) / Math.max(1, tookMs))));

/** One piece of work of any import. @returns whether there was any. */
export const workOnImports = async (hub: Importing, lines: number = most): Promise<boolean> =>
  (await readOne(hub)) ||
  (await tryBatch(hub, lines)) ||
  (await runBatch(hub, lines)) ||
  (await undoBatch(hub, lines));

const pollMs = 300;
const afterFailureMs = 3_000;
const restShare = 1;

/** @returns how to stop it; the batch that is under way is ended first. */
export const startImports = (
  hub: Importing & Pick<HubDependencies, 'log'>,
  { isQuiet }: Activity,
): (() => Promise<void>) => {
  let lines = fewest;
  return startLoop(hub.log, {
    failure: 'import not worked on',
    turn: async () => {
      const startedAt = performance.now();
      if (!(await workOnImports(hub, lines))) return pollMs;
      const tookMs = performance.now() - startedAt;
      lines = nextBatch(lines, tookMs);
      return isQuiet() ? 0 : restShare * tookMs;
    },
    afterFailureMs,
  });
};
