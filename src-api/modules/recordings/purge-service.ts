/** Deletes what is over, what was objected to and what was erased, with the proof of each. */
import { createHash } from 'node:crypto';
import { open as openFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileOf, sides } from '@api/pbx/recorder-port.ts';
import type { recordingPurgesSchema } from '@shared/contracts/http/recordings.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { z } from 'zod';
import * as purging from './purge-repository.ts';
import type { RecordingHub } from './recording-hub.ts';
import type { RecordingParts } from './recording-parts.ts';
import { removeSound } from './sealed-sound.ts';

type Hub = Pick<RecordingHub, 'database' | 'clock'>;
const zeros = Buffer.alloc(65_536);

/** The switch's own file lay there unsealed: it is written over before it goes. */
export const removePlain = async (spool: string, recordingId: string): Promise<void> => {
  for (const side of sides) {
    const file = path.join(spool, fileOf(recordingId, side));
    const size = await stat(file).then(
      (found) => found.size,
      () => null,
    );
    if (size === null) continue;
    const handle = await openFile(file, 'r+');
    try {
      for (let at = 0; at < size; at += zeros.length)
        await handle.write(zeros, 0, Math.min(zeros.length, size - at), at);
    } finally {
      await handle.close();
    }
    await rm(file, { force: true });
  }
};

/** Every file whose removal is ordered. @returns how many. */
export const removeOrdered = async (
  hub: Hub,
  { spool, store }: Pick<RecordingParts, 'spool' | 'store'>,
): Promise<number> => {
  for (let count = 0; ; count += 1) {
    const isDone = await hub.database.db.transaction().execute(async (tx) => {
      const removal = await purging.lockRemoval(tx);
      if (removal === null) return true;
      const { recordingId, purpose, why } = removal;
      await removePlain(spool, recordingId);
      const fingerprint = await removeSound(store, recordingId);
      const at = toInstant(hub.clock.now());
      await purging.endRemoval(tx, recordingId);
      const link = { recording_id: recordingId, purpose, what: 'sound', why, at } as const;
      await purging.addPurge(tx, { ...link, fingerprint });
      return false;
    });
    if (isDone) return count;
  }
};

/** What was made of recordings whose time is over: waveform, draw, listeners, assessments. */
export const purgeAnalyses = (hub: Hub): Promise<number> =>
  hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    const gone = await purging.purgeAnalyses(tx, at);
    for (const { id, purpose, assessed } of gone)
      await purging.addPurge(tx, {
        recording_id: id,
        purpose,
        what: 'analysis',
        why: 'retention',
        at,
        fingerprint: assessed === null ? null : createHash('sha256').update(assessed).digest('hex'),
      });
    return gone.length;
  });

export const recordingPurges = async (hub: Hub): Promise<z.input<typeof recordingPurgesSchema>> => {
  const purges = await purging.findPurges(hub.database.db);
  return {
    purges: purges.map(({ recording_id: recordingId, former_digest: _, ...purge }) => ({
      ...purge,
      recordingId,
    })),
    brokenAt: purging.brokenLink(purges),
  };
};
