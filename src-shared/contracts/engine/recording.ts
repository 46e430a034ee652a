/** What the windows see of a call's recording, and what they ask for in it. */
import { z } from 'zod';
import { reasonsNotToRecord } from '../../domain/recording/decide.ts';
import { recordingPurposeSchema } from '../../domain/recording/purpose.ts';
import { pauseCauses } from '../../domain/recording/recording-machine.ts';
import { idSchema } from '../../kernel/ids.ts';
import * as recordings from '../http/recordings.ts';

export const recordingViewSchema = z.object({
  callId: idSchema,
  /** `unknown`: the hub was asked and has not answered; then nothing may be taken for granted. */
  state: z.enum(['unknown', 'none', 'announcing', 'recording', 'paused', 'objected']),
  purpose: recordingPurposeSchema.nullable(),
  because: z.enum(reasonsNotToRecord).nullable(),
  /** Why it is, or is to be, in pause. */
  causes: z.array(z.enum(pauseCauses)),
  /** It was asked for and the switch has not done it yet. */
  pending: z.boolean(),
});
export type RecordingView = z.infer<typeof recordingViewSchema>;

const ofCall = z.object({ callId: idSchema });
const cause = z.enum(['by-hand', 'payment']);

export const recordingCommands = {
  /** Answers when nothing is recorded any more: before that no card number is asked for. */
  'recording.pause': { input: ofCall.extend({ cause }), output: z.null() },
  'recording.resume': { input: ofCall.extend({ cause }), output: z.null() },
  /** What was recorded is deleted at once; `always`: no call of hers is recorded any more. */
  'recording.object': {
    input: ofCall.extend({ scope: z.enum(['call', 'always']) }),
    output: z.null(),
  },
  'recording.list': {
    input: z.object({ interactionId: idSchema.optional() }),
    output: recordings.recordingsSchema,
  },
  'recording.see': {
    input: recordings.recordingPathSchema,
    output: recordings.heardRecordingSchema,
  },
  /** The sound, once it was said why. */
  'recording.hear': {
    input: recordings.recordingPathSchema.extend(recordings.listenSchema.shape),
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
} as const;
