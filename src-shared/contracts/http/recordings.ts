/** Recordings of calls: decided and steered by desktops, listened to with a reason, gone in time. */
import { z } from 'zod';
import { e164Schema, instantSchema } from '../../domain/interaction/interaction.ts';
import { callParts, reasonsNotToRecord } from '../../domain/recording/decide.ts';
import { recordingPurposeSchema, recordingRulesSchema } from '../../domain/recording/purpose.ts';
import { pauseCauses, recordingStates } from '../../domain/recording/recording-machine.ts';
import { idSchema } from '../../kernel/ids.ts';

const causesSchema = z.array(z.enum(pauseCauses)).max(pauseCauses.length);
const interactionId = idSchema;

/** A call that goes on, told by the desktop that has it; the hub decides. */
export const recordableCallSchema = z.object({
  interactionId,
  brandId: z.string().max(40),
  customerId: idSchema.nullable(),
  callUid: z.string().max(200).nullable(),
  number: e164Schema.nullable(),
  scriptId: z.string().max(60).nullable(),
  part: z.enum(callParts),
  training: z.boolean(),
  causes: causesSchema,
});

export const drawSchema = z.object({
  month: z.string(),
  unit: z.number(),
  chance: z.number(),
  perMonth: z.number().int(),
  drawn: z.number().int(),
  expectedRest: z.number().int(),
});

/** What her desktop shows of the call's recordings; `because` where there is none. */
export const callRecordingSchema = z.object({
  because: z.enum(reasonsNotToRecord).nullable(),
  recordings: z.array(
    z.object({
      id: idSchema,
      purpose: recordingPurposeSchema,
      state: z.enum(recordingStates),
      causes: causesSchema,
    }),
  ),
});
export type CallRecording = z.infer<typeof callRecordingSchema>;

export const recordingCallPathSchema = z.object({ interactionId });
export const causesBodySchema = z.object({ causes: causesSchema });
/** `always`: no call with her is recorded any more. */
export const objectionSchema = z.object({
  scope: z.enum(['call', 'always']),
  customerId: idSchema.nullable(),
});

export const recordingPathSchema = z.object({ recordingId: idSchema });
export const recordingSchema = z.object({
  id: idSchema,
  /** Every exchange that it is of: a call that was handed over is several. */
  interactionIds: z.array(idSchema),
  brandId: z.string(),
  advisorId: idSchema,
  advisorName: z.string(),
  customerName: z.string().nullable(),
  title: z.string(),
  purpose: recordingPurposeSchema,
  state: z.enum(recordingStates),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  durationMs: z.number().int().nullable(),
  soundUntil: instantSchema.nullable(),
  analysisUntil: instantSchema.nullable(),
  draw: drawSchema.nullable(),
});
export type Recording = z.infer<typeof recordingSchema>;
export const recordingsQuerySchema = z.object({
  interactionId: idSchema.optional(),
  advisorId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const recordingsSchema = z.object({ recordings: z.array(recordingSchema) });

const spanSchema = z.object({ fromMs: z.number().int(), toMs: z.number().int().nullable() });
export const heardRecordingSchema = recordingSchema.extend({
  /** 0 to 100 for each tenth of a second, of each side; null once what was made of it is purged. */
  peaks: z
    .object({ advisor: z.array(z.number().int()), customer: z.array(z.number().int()) })
    .nullable(),
  pauses: z.array(spanSchema),
  /** The steps of the speech, from the beginning of the sound. */
  steps: z.array(z.object({ atMs: z.number().int(), title: z.string() })),
  notes: z.array(z.object({ atMs: z.number().int(), text: z.string() })),
  /** Who listened, newest first. */
  heardBy: z.array(z.object({ name: z.string(), at: instantSchema, reason: z.string() })),
});
export type HeardRecording = z.infer<typeof heardRecordingSchema>;

export const listeningReasons = [
  'evaluation',
  'coaching',
  'own-call',
  'complaint',
  'proof',
] as const;
export const listenSchema = z.object({ reason: z.enum(listeningReasons) });
export const listeningSchema = z.object({ listeningId: idSchema, until: instantSchema });
export const soundQuerySchema = z.object({ listening: idSchema });

export const recordingRulesOfSchema = z.object({
  brandId: z.string(),
  rules: recordingRulesSchema,
  changedAt: instantSchema.nullable(),
  why: z.string().nullable(),
});
export const recordingRulesPathSchema = z.object({ brandId: z.string().max(40) });
export const changeRecordingRulesSchema = z.object({
  rules: recordingRulesSchema,
  reason: z.string().trim().min(3).max(500),
});

export const drawsQuerySchema = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) });
/** With it anybody draws again: HMAC-SHA-256 of the exchange's id by `key`, its head as a number. */
export const drawsSchema = z.object({
  month: z.string(),
  /** SHA-256 of the key. */
  fingerprint: z.string(),
  /** In hexadecimal digits; null until the month is over. */
  key: z.string().nullable(),
  draws: z.array(
    drawSchema.extend({
      interactionId: idSchema,
      advisorId: idSchema,
      at: instantSchema,
      isDrawn: z.boolean(),
    }),
  ),
});

export const recordingPurgesSchema = z.object({
  purges: z.array(
    z.object({
      seq: z.number().int(),
      recordingId: idSchema,
      purpose: recordingPurposeSchema,
      what: z.enum(['sound', 'analysis']),
      why: z.enum(['retention', 'objection', 'erasure']),
      at: instantSchema,
      /** SHA-256 of what was deleted; null: there was no file any more. */
      fingerprint: z.string().nullable(),
      digest: z.string(),
    }),
  ),
  /** The first that is not what it was; null: the chain is whole. */
  brokenAt: z.number().int().nullable(),
});
