/** Sequences go on each half minute, on whichever instances run. */
import { type Loop, startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { SequenceHub } from './send-step.ts';
import { moveSequences } from './service.ts';

const restMs = 30_000;

export const startSequences = (
  hub: SequenceHub & Pick<HubDependencies, 'log'>,
): (() => Promise<void>) => {
  const turn: Loop['turn'] = async () => ((await moveSequences(hub)) ? 0 : restMs);
  const failure = 'a sequence did not go on';
  return startLoop(hub.log, { failure, turn, afterFailureMs: restMs, firstMs: 3_000 });
};
