/** The desk around the calls: devices, the day so far, the checks, the incoming card. */
import { z } from 'zod';
import { brandSchema } from '../../domain/brand/brand.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { teamCallSchema } from '../../domain/team-call/team-call.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { advisorStateSchema } from '../sync/mutation.ts';
import { likelyReasonSchema } from './likely-reason.ts';

const codeSchema = z.enum(errorCodes);

export const audioDeviceSchema = z.object({ id: z.string(), label: z.string() });
/** What is done to her voice before it is sent (W3C Media Capture §4.3.8). */
export const voiceProcessingSchema = z.object({
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGainControl: z.boolean(),
});
export type VoiceProcessing = z.infer<typeof voiceProcessingSchema>;

export const devicesViewSchema = z.object({
  inputs: z.array(audioDeviceSchema),
  outputs: z.array(audioDeviceSchema),
  microphoneId: z.string(),
  speakerId: z.string(),
  ringerId: z.string(),
  /** Chosen devices that are unplugged, and what serves in their stead (null: nothing). */
  away: z.array(
    z.object({
      use: z.enum(['microphone', 'speaker', 'ringer']),
      label: z.string(),
      instead: z.string().nullable(),
    }),
  ),
  /** 0 to 1, of the device that serves now. */
  loudness: z.object({ speaker: z.number(), ringer: z.number() }),
  processing: voiceProcessingSchema,
  error: codeSchema.nullable(),
});

/** Trying the microphone outside of calls; levels in dB of full scale. */
export const soundTestViewSchema = z.object({
  state: z.enum(['idle', 'listening', 'recording', 'playing']),
  levelDb: z.number().nullable(),
  /** Of the last sentence that was played back. */
  verdict: z.enum(['silent', 'quiet', 'noisy', 'loud', 'good']).nullable(),
  voiceDb: z.number().nullable(),
});

/** Headsets whose buttons and lights are in step with the calls. */
export const headsetsViewSchema = z.array(z.object({ name: z.string(), maker: z.string() }));

export const dayViewSchema = z.object({
  /** Today's states, oldest first; the last has no end. `talking` splits the calls out of `busy`. */
  segments: z.array(
    z.object({
      state: z.enum([...advisorStateSchema.options, 'talking', 'held']),
      from: instantSchema,
      to: instantSchema.nullable(),
    }),
  ),
  calls: z.number().int(),
  /** Talk + hold + wrap-up, mean over today's answered calls; null before the first. */
  averageHandlingMs: z.number().nullable(),
});

export const checkIds = [
  'microphone',
  'loudspeaker',
  'ringer',
  'permissions',
  'pbx',
  'line',
  'media',
  'hub',
  'clock',
  'storage',
  'key',
] as const;
export type CheckId = (typeof checkIds)[number];
export const checkViewSchema = z.object({
  id: z.enum(checkIds),
  status: z.enum(['running', 'passed', 'failed', 'unknown']),
  /** A short measured value, already free of personal data: device label, "14 ms". */
  measure: z.string().nullable(),
  /** The device that it is about, by the name that its maker or its owner gave it. */
  detail: z.string().nullable(),
  error: codeSchema.nullable(),
});

/** A call that waits for whoever of the team takes it. */
export const teamCallViewSchema = teamCallSchema.extend({ byMe: z.boolean() });

/** The incoming card above other windows; null when nothing rings. */
export const cardViewSchema = z
  .object({
    callId: idSchema,
    brand: brandSchema.nullable(),
    title: z.string(),
    numberDisplay: z.string(),
    place: z.string().nullable(),
    vip: z.boolean(),
    /** The two likeliest: the second says more where the first has no words of its own. */
    reasons: z.array(likelyReasonSchema).max(2),
    candidates: z.number().int(),
    ringingSince: instantSchema,
    training: z.boolean(),
    /** Of a call that the hub dialled: the brand calls, and this campaign is why. */
    campaign: z.string().optional(),
  })
  .nullable();
