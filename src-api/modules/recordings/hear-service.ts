/** Who listens to what, and why: each opening is noted before a second of it is heard. */
import { Readable } from 'node:stream';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import type { HeardRecording, Recording } from '@shared/contracts/http/recordings.ts';
import type { RecordingRules } from '@shared/domain/recording/purpose.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as heard from './hear-repository.ts';
import type { RecordingHub } from './recording-hub.ts';
import { findRecordingRules, setRecordingRules } from './rules-repository.ts';
import { openSound, type Range } from './sealed-sound.ts';

type Who = { readonly user: User; readonly actor: Actor };
/** As long as somebody may listen to one call before she says again why. */
const listeningMs = 2 * 3_600_000;

export const listRecordings = (
  hub: RecordingHub,
  user: User,
  query: Parameters<typeof heard.findRecordings>[2],
): Promise<Recording[]> => heard.findRecordings(hub.database.db, user, query);

export const recordingOf = async (
  hub: RecordingHub,
  user: User,
  id: string,
): Promise<Result<HeardRecording>> => {
  const { db } = hub.database;
  const one = await heard.findHeard(db, user, id);
  const sound = await heard.findSound(db, id);
  if (one === null || sound === undefined) return fail('not-found');
  const told = await heard.findTold(db, one.interactionIds);
  const beganMs = Date.parse(sound.begunAt ?? one.startedAt);
  const placed = ({ at, text }: { at: string; text: string }) => ({
    atMs: Math.max(0, Math.round(Date.parse(at) - beganMs)),
    text,
  });
  return succeed({
    ...one,
    peaks: sound.peaks,
    pauses: [...sound.pauses],
    steps: told.steps.map(placed).map(({ atMs, text }) => ({ atMs, title: text })),
    notes: told.notes.map(placed),
    heardBy: await heard.findListeners(db, id),
  });
};

export const listen = async (
  hub: RecordingHub,
  { user, actor }: Who,
  { recordingId, reason }: { readonly recordingId: string; readonly reason: string },
): Promise<Result<{ listeningId: string; until: string }>> => {
  const { db } = hub.database;
  const one = await heard.findHeard(db, user, recordingId);
  if (one === null) return fail('not-found');
  if (one.state !== 'stored') return fail('recording-not-there', `it is ${one.state}`);
  const id = hub.newId();
  const nowMs = hub.clock.now();
  const until = toInstant(nowMs + listeningMs);
  await db.transaction().execute(async (tx) => {
    const at = toInstant(nowMs);
    await heard.insertListening(tx, { id, recordingId, userId: user.id, reason, at, until });
    const deed = { action: 'listened', entity: 'recording', entityId: recordingId };
    await recordAudit(tx, { ...deed, ...actor, detail: { reason } });
  });
  return succeed({ listeningId: id, until });
};

export type HeardSound = {
  readonly bytes: number;
  readonly range: Range | null;
  readonly content: Readable;
};

const asked = /^bytes=(\d{0,12})-(\d{0,12})$/;

/** RFC 9110 §14.1.2, one range; null: none that can be had. */
export const rangeOf = (header: string, bytes: number): Range | null => {
  const [, first = '', last = ''] = asked.exec(header) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return Number(first) <= to ? { from: Number(first), to } : null;
};

/** Opened piece by piece as it is sent. */
export const soundOf = async (
  hub: RecordingHub,
  user: User,
  asked: {
    readonly recordingId: string;
    readonly listening: string;
    readonly range?: string | undefined;
  },
): Promise<Result<HeardSound>> => {
  const { db } = hub.database;
  const { recordingId, listening } = asked;
  const now = toInstant(hub.clock.now());
  const own = { id: listening, recordingId, userId: user.id };
  if (!(await heard.isListening(db, own, now))) return fail('not-found');
  if ((await heard.findHeard(db, user, recordingId)) === null) return fail('not-found');
  const sound = await heard.findSound(db, recordingId);
  if (hub.recording === null || sound === undefined) return fail('recording-not-there');
  const { key: wrapped, bytes } = sound;
  if (wrapped === null || bytes === null) return fail('recording-not-there');
  const range = asked.range === undefined ? null : rangeOf(asked.range, bytes);
  if (asked.range !== undefined && range === null) return fail('input-malformed', 'range');
  const { open } = await sealOf(db, hub.random);
  const key = Buffer.from(open(wrapped), 'hex');
  const whole = range ?? { from: 0, to: bytes - 1 };
  const pieces = openSound(hub.recording.store, { id: recordingId, key }, whole);
  return succeed({ bytes, range, content: Readable.from(pieces) });
};

export const rulesOf = async (hub: RecordingHub, user: User, brandId: string) => {
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  return succeed({ brandId, ...(await findRecordingRules(hub.database.db, brandId)) });
};

/** What a brand may record is changed with a reason, in the journal. */
export const changeRules = async (
  hub: HubDependencies,
  { user, actor }: Who,
  change: { readonly brandId: string; readonly rules: RecordingRules; readonly reason: string },
) => {
  const { brandId, rules, reason } = change;
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  const deed = { action: 'changed', entity: 'recording-rules', entityId: brandId };
  const at = toInstant(hub.clock.now());
  const detail = { reason, rules };
  await audited(hub, actor, { ...deed, detail }, (tx) =>
    setRecordingRules(tx, brandId, { rules, why: reason, by: user.id, at }),
  );
  return rulesOf(hub, user, brandId);
};
