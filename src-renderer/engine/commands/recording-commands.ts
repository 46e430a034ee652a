/** Recordings: those of her calls are the engine's, those that are listened to the hub's. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import {
  heardRecordingSchema,
  listeningSchema,
  recordingsSchema,
} from '@shared/contracts/http/recordings.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const soundWithinMs = 60_000;

/** It is said why first: the hub gives no second of it otherwise. */
const hear = async (
  hub: HubClient,
  { recordingId, reason }: { readonly recordingId: string; readonly reason: string },
): Promise<Result<{ bytes: ArrayBuffer }>> => {
  const path = `${routes.recordings}/${recordingId}`;
  const opened = await hub.ask({
    method: 'POST',
    path: `${path}/listenings`,
    body: { reason },
    answer: listeningSchema,
  });
  if (!opened.ok) return opened;
  const got = await hub.fetchBytes({
    path: `${path}/sound?listening=${opened.value.listeningId}`,
    timeoutMs: soundWithinMs,
  });
  return got.ok ? succeed({ bytes: got.value }) : got;
};

export const recordingCommands = ({ hub, session }: CommandDeps): Part<'recording'> => {
  const on = withShift(session);
  return {
    'recording.pause': on((shift, { callId, cause }) => shift.recordings.pause(callId, cause)),
    'recording.resume': on((shift, { callId, cause }) => shift.recordings.resume(callId, cause)),
    'recording.object': on((shift, { callId, scope }) => shift.recordings.object(callId, scope)),
    'recording.list': on((_, query) =>
      hub.ask({ method: 'GET', path: routes.recordings, query, answer: recordingsSchema }),
    ),
    'recording.see': on((_, { recordingId }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.recordings}/${recordingId}`,
        answer: heardRecordingSchema,
      }),
    ),
    'recording.hear': on((_, asked) => hear(hub, asked)),
  };
};
