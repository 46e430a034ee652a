/** Moves a recording from state to state: what the switch is asked and what is kept stand or fall together. */
import { RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import {
  onRecordingEvent,
  type RecordingEffect,
  type RecordingEvent,
} from '@shared/domain/recording/recording-machine.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { orderRemoval } from './purge-repository.ts';
import { removeOrdered } from './purge-service.ts';
import type { RecordingHub } from './recording-hub.ts';
import type { RecordingParts } from './recording-parts.ts';
import * as kept from './repository.ts';

const askSwitch = async (
  { recorder }: RecordingParts,
  { leg, id }: kept.KeptRecording,
  effect: RecordingEffect,
): Promise<void> => {
  if (effect === 'start') return recorder.start(leg, id);
  if (effect === 'pause') return recorder.pause(leg);
  if (effect === 'resume') return recorder.resume(leg);
  if (effect !== 'stop') return;
  try {
    await recorder.stop(leg, id);
  } catch (error) {
    // The leg is gone, and its recording with it.
    if (!(error instanceof RefusedBySwitch)) throw error;
  }
};

type Times = Parameters<typeof kept.saveState>[3];

const timesOf = (
  one: kept.KeptRecording,
  event: RecordingEvent,
  effects: readonly RecordingEffect[],
  nowMs: number,
): Times => {
  const at = toInstant(nowMs);
  const sinceMs = one.begunAt === null ? 0 : nowMs - Date.parse(one.begunAt);
  const closed = one.pauses.map((span) => ({ ...span, toMs: span.toMs ?? sinceMs }));
  return {
    ...(event.type === 'announced' ? { announcedAt: at } : {}),
    ...(effects.includes('start') ? { begunAt: at } : {}),
    ...(effects.includes('pause') ? { pauses: [...closed, { fromMs: sinceMs, toMs: null }] } : {}),
    ...(effects.includes('resume') || effects.includes('stop') ? { pauses: closed } : {}),
    ...(event.type === 'ended' || event.type === 'objected' ? { endedAt: at } : {}),
  };
};

/** @returns false when the event does not fit. @throws what the switch did not do: nothing is changed then. */
export const steer = async (
  hub: RecordingHub,
  parts: RecordingParts,
  recordingId: string,
  event: RecordingEvent,
): Promise<boolean> => {
  const done = await hub.database.db.transaction().execute(async (tx) => {
    const one = await kept.lockRecording(tx, recordingId);
    if (one === null) return null;
    const step = onRecordingEvent(one, event);
    if ('ignored' in step) return null;
    for (const effect of step.effects) await askSwitch(parts, one, effect);
    const nowMs = hub.clock.now();
    await kept.saveState(tx, one.id, step.recording, timesOf(one, event, step.effects, nowMs));
    const goes = step.effects.includes('delete');
    if (goes)
      await orderRemoval(
        tx,
        {
          recordingId: one.id,
          purpose: one.purpose,
          why: event.type === 'objected' ? 'objection' : 'retention',
        },
        toInstant(nowMs),
      );
    return { goes };
  });
  if (done?.goes === true) await removeOrdered(hub, parts);
  return done !== null;
};

/** Tells the customer, then begins: nothing of her is recorded that she was not told of. */
export const begin = async (
  hub: RecordingHub,
  parts: RecordingParts,
  one: Pick<kept.KeptRecording, 'id' | 'leg'>,
): Promise<void> => {
  try {
    const others = await kept.liveOnLeg(hub.database.db, one.leg);
    const isTold =
      parts.announcement === 'switch' || others.some(({ announcedAt }) => announcedAt !== null);
    if (!isTold) await parts.recorder.announce(one.leg, one.id);
    await steer(hub, parts, one.id, { type: 'announced' });
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    hub.log.warn({ cause, recordingId: one.id }, 'not recorded');
    await steer(hub, parts, one.id, { type: 'lost' });
  }
};
