/** Takes finished recordings from the switch, seals them and deletes what lay there in the clear. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { fileOf } from '@api/pbx/recorder-port.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { removePlain } from './purge-service.ts';
import { openSides, UnreadableSound } from './read-sides.ts';
import type { RecordingHub } from './recording-hub.ts';
import type { RecordingParts } from './recording-parts.ts';
import * as kept from './repository.ts';
import { findRecordingRules } from './rules-repository.ts';
import { sealSound } from './sealed-sound.ts';
import { steer } from './steer-service.ts';

const dayMs = 86_400_000;
/** The switch closes its files some milliseconds after the call. */
const settledMs = 500;
/** Nothing is there by then: nothing will come. */
const lostMs = 60_000;

const sidesOf = (spool: string, id: string) => ({
  advisor: path.join(spool, fileOf(id, 'advisor')),
  customer: path.join(spool, fileOf(id, 'customer')),
});

/** Null: at least one is not there. */
const lastWritten = async (files: ReturnType<typeof sidesOf>): Promise<number | null> => {
  const times = await Promise.all(
    [files.advisor, files.customer].map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    ),
  );
  const known = times.filter((time) => time !== null);
  return known.length === times.length ? Math.max(...known) : null;
};

const seal = async (
  hub: RecordingHub,
  { spool, store }: RecordingParts,
  one: kept.KeptRecording,
): Promise<void> => {
  const { db } = hub.database;
  const both = await openSides(sidesOf(spool, one.id));
  const key = Buffer.from(hub.random(32));
  try {
    await sealSound(store, { id: one.id, key, random: hub.random }, both.sound);
  } finally {
    await both.close();
  }
  const { seal: wrap } = await sealOf(db, hub.random);
  const { rules } = await findRecordingRules(db, one.brandId);
  const endedMs = Date.parse(one.endedAt ?? toInstant(hub.clock.now()));
  const until = (days: number) => toInstant(endedMs + days * dayMs);
  await kept.saveStored(db, one.id, {
    key: wrap(key.toString('hex')),
    bytes: both.bytes,
    durationMs: both.durationMs,
    peaks: both.peaks,
    soundUntil: until(rules[one.purpose].audioDays),
    analysisUntil: until(rules[one.purpose].analysisDays),
  });
};

const collect = async (
  hub: RecordingHub,
  parts: RecordingParts,
  one: kept.KeptRecording,
): Promise<boolean> => {
  const files = sidesOf(parts.spool, one.id);
  const written = await lastWritten(files);
  const endedMs = Date.parse(one.endedAt ?? '');
  if (written === null) {
    if (hub.clock.now() - endedMs < lostMs) return false;
    hub.log.warn({ recordingId: one.id }, 'the switch has no sound of a recording');
    return steer(hub, parts, one.id, { type: 'lost' });
  }
  // Of the machine's own clock, like the times of its files.
  if (Date.now() - written < settledMs) return false;
  try {
    await seal(hub, parts, one);
  } catch (error) {
    if (!(error instanceof UnreadableSound)) throw error;
    hub.log.warn({ recordingId: one.id }, 'a recording cannot be read');
    await removePlain(parts.spool, one.id);
    return steer(hub, parts, one.id, { type: 'lost' });
  }
  await steer(hub, parts, one.id, { type: 'stored' });
  await removePlain(parts.spool, one.id);
  return true;
};

/** @returns how many were taken. */
export const collectEnded = async (hub: RecordingHub, parts: RecordingParts): Promise<number> => {
  let count = 0;
  for (const one of await kept.allEnded(hub.database.db))
    if (await collect(hub, parts, one)) count += 1;
  return count;
};
