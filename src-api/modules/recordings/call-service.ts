/** A call that goes on: whether it is recorded, and what its advisor and its customer say to that. */

import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import { findLine } from '@api/modules/lines/repository.ts';
import type {
  CallRecording,
  objectionSchema,
  recordableCallSchema,
} from '@shared/contracts/http/recordings.ts';
import { type RecordingDecision, shallRecord } from '@shared/domain/recording/decide.ts';
import type { PauseCause } from '@shared/domain/recording/recording-machine.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { drawCall } from './draw-service.ts';
import type { RecordingHub } from './recording-hub.ts';
import * as kept from './repository.ts';
import * as rules from './rules-repository.ts';
import { findScriptRecorded } from './script-repository.ts';
import { begin, steer } from './steer-service.ts';

type Call = z.output<typeof recordableCallSchema>;
type Who = { readonly user: User; readonly actor: Actor };

const viewOf = (
  recordings: readonly kept.KeptRecording[],
  because: CallRecording['because'] = null,
): CallRecording => ({
  because: recordings.length === 0 ? because : null,
  recordings: recordings.map(({ id, purpose, state, causes }) => ({
    id,
    purpose,
    state,
    causes: [...causes],
  })),
});

const legOf = async (hub: RecordingHub, user: User, call: Call): Promise<string | null> => {
  const recorder = hub.recording?.recorder;
  if (recorder === undefined || call.training || recorder.state() === 'away') return null;
  const line = await findLine(hub.database.db, user.id);
  if (line === null) return null;
  const { callUid, number } = call;
  return recorder.findLeg({ extension: line.extension, callUid, number }).catch(() => null);
};

const decide = async (
  hub: RecordingHub,
  tx: kept.Db,
  { user, call, isPossible }: { user: User; call: Call; isPossible: boolean },
): Promise<RecordingDecision> => {
  const { rules: allowed } = await rules.findRecordingRules(tx, call.brandId);
  const objected = (await kept.ofInteraction(tx, call.interactionId)).some(
    ({ state }) => state === 'objected',
  );
  const known = {
    rules: allowed,
    part: call.part,
    training: call.training,
    speechAllows: await findScriptRecorded(tx, call.scriptId),
    objected,
    ...(await rules.standingOf(tx, call.customerId)),
    possible: isPossible,
    draw: null,
  };
  const first = shallRecord(known);
  // Only a call that nothing else forbids takes part in the draw: the others are not in the sample's way.
  const mayBeDrawn = !first.record && first.because === 'off' && allowed.evaluation.on;
  if (!mayBeDrawn || call.part !== 'talk' || !known.speechAllows) return first;
  await kept.lockSample(tx, user.id);
  const { perMonth } = allowed.evaluation;
  const { interactionId, brandId } = call;
  const draw = await drawCall(hub, tx, { interactionId, advisorId: user.id, brandId, perMonth });
  return shallRecord({ ...known, draw });
};

/** Asked at the start of a call, when it is handed over, and when another part of it begins. */
export const recordCall = async (
  hub: RecordingHub,
  user: User,
  call: Call,
): Promise<CallRecording> => {
  const leg = await legOf(hub, user, call);
  const at = toInstant(hub.clock.now());
  const made = await hub.database.db.transaction().execute(async (tx) => {
    if (leg !== null) {
      await kept.lockLeg(tx, leg);
      for (const { id } of await kept.liveOnLeg(tx, leg))
        await kept.addPart(tx, id, call.interactionId, at);
    }
    const own = await kept.ofInteraction(tx, call.interactionId);
    const decision = await decide(hub, tx, { user, call, isPossible: leg !== null });
    if (!decision.record || leg === null)
      return { because: decision.record ? ('not-possible' as const) : decision.because, id: null };
    if (own.some(({ purpose }) => purpose === decision.purpose)) return { because: null, id: null };
    const id = hub.newId();
    const { brandId, customerId, causes } = call;
    const { purpose } = decision;
    const about = { id, brandId, advisorId: user.id, customerId, purpose, leg, causes, at };
    await kept.insertRecording(tx, about);
    await kept.addPart(tx, id, call.interactionId, at);
    return { because: null, id };
  });
  if (made.id !== null && leg !== null && hub.recording !== null)
    void begin(hub, hub.recording, { id: made.id, leg });
  return viewOf(await kept.ofInteraction(hub.database.db, call.interactionId), made.because);
};

/** Hers: she has this exchange, or had it until she handed it over. */
const ofHers = async (
  hub: RecordingHub,
  user: User,
  interactionId: string,
): Promise<kept.KeptRecording[]> => {
  const found = await kept.ofInteraction(hub.database.db, interactionId);
  return found.filter(({ brandId }) => user.brandIds.includes(brandId));
};

export const callRecordings = async (
  hub: RecordingHub,
  user: User,
  interactionId: string,
): Promise<CallRecording> => viewOf(await ofHers(hub, user, interactionId));

const isLive = ({ state }: kept.KeptRecording): boolean =>
  state === 'announcing' || state === 'recording' || state === 'paused';

/** All that stand now. Answers when the switch has done it. */
export const setCauses = async (
  hub: RecordingHub,
  user: User,
  { interactionId, causes }: { interactionId: string; causes: readonly PauseCause[] },
): Promise<Result<CallRecording>> => {
  const live = (await ofHers(hub, user, interactionId)).filter(isLive);
  if (live.length > 0 && hub.recording === null) return fail('recording-not-changed');
  try {
    for (const { id } of live)
      if (hub.recording !== null) await steer(hub, hub.recording, id, { type: 'causes', causes });
  } catch {
    return fail('recording-not-changed');
  }
  return succeed(await callRecordings(hub, user, interactionId));
};

/** Everything of this call goes at once; for ever: nothing of her is recorded any more. */
export const object = async (
  hub: RecordingHub,
  { user, actor }: Who,
  {
    interactionId,
    scope,
    customerId,
  }: z.output<typeof objectionSchema> & { interactionId: string },
): Promise<Result<CallRecording>> => {
  if (scope === 'always' && customerId === null)
    return fail('input-malformed', 'customerId: whose objection is it?');
  const { db } = hub.database;
  const at = toInstant(hub.clock.now());
  if (scope === 'always' && customerId !== null) {
    const { opposed } = await rules.standingOf(db, customerId);
    if (!opposed)
      await kept.insertObjection(db, { id: hub.newId(), customerId, saidTo: user.id, at });
  }
  const deed = { action: 'recording-objected', entity: 'interaction', entityId: interactionId };
  await recordAudit(db, { ...deed, ...actor, detail: { scope } });
  try {
    for (const { id } of await ofHers(hub, user, interactionId))
      if (hub.recording !== null) await steer(hub, hub.recording, id, { type: 'objected' });
  } catch {
    return fail('recording-not-changed');
  }
  return succeed(await callRecordings(hub, user, interactionId));
};
