/** What the hub does by itself: ends what has ended, takes and seals the sounds, deletes what is over. */
import { startLoop } from '@api/background-loop.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { soundsOver } from './purge-repository.ts';
import { purgeAnalyses, removeOrdered } from './purge-service.ts';
import type { RecordingHub } from './recording-hub.ts';
import type { RecordingParts } from './recording-parts.ts';
import * as kept from './repository.ts';
import { steer } from './steer-service.ts';
import { collectEnded } from './store-service.ts';

const turnMs = 2_000;
const afterFailureMs = 10_000;

/** Whose leg is no more: its end was not heard, or by a hub that is gone. */
const endGone = async (hub: RecordingHub, parts: RecordingParts): Promise<void> => {
  if (parts.recorder.state() === 'away') return;
  const live = await kept.allLive(hub.database.db);
  if (live.length === 0) return;
  const legs = await parts.recorder.liveLegs();
  for (const { id, leg } of live)
    if (!legs.has(leg)) await steer(hub, parts, id, { type: 'ended' });
};

/** Once, as the loop does it. */
export const workOnRecordings = async (hub: RecordingHub, parts: RecordingParts): Promise<void> => {
  await endGone(hub, parts);
  await collectEnded(hub, parts);
  const now = toInstant(hub.clock.now());
  for (const { id } of await soundsOver(hub.database.db, now))
    await steer(hub, parts, id, { type: 'purged' });
  await purgeAnalyses(hub);
  await removeOrdered(hub, parts);
};

/** @returns how to stop it. */
export const startRecordings = (
  hub: RecordingHub,
  parts: RecordingParts,
): (() => Promise<void>) => {
  parts.recorder.listen({
    ended: (leg) => {
      const end = async () => {
        for (const { id } of await kept.liveOnLeg(hub.database.db, leg))
          await steer(hub, parts, id, { type: 'ended' });
      };
      end().catch((error: unknown) => {
        hub.log.warn({ cause: error instanceof Error ? error.message : 'unknown' }, 'not ended');
      });
    },
    back: () => undefined,
  });
  return startLoop(hub.log, {
    failure: 'recordings not kept',
    turn: async () => {
      await workOnRecordings(hub, parts);
      return turnMs;
    },
    afterFailureMs,
  });
};
