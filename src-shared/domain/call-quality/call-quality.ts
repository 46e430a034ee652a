/** What is said of a call's sound while it lives, and what is kept of it afterwards. */
import { z } from 'zod';

/** What spoils the sound most; by which way the packets get lost, or what else it is. */
export const qualityReasons = ['loss-in', 'loss-out', 'jitter', 'delay'] as const;
export const qualityReasonSchema = z.enum(qualityReasons);
export type QualityReason = z.infer<typeof qualityReasonSchema>;

/**
 * Nobody is heard: no packet comes, none goes out, the far end is dead silent, or her microphone
 * gives nothing at all.
 */
export const soundAlarms = [
  'nothing-received',
  'nothing-sent',
  'far-end-silent',
  'microphone-silent',
] as const;
export const soundAlarmSchema = z.enum(soundAlarms);
export type SoundAlarm = z.infer<typeof soundAlarmSchema>;

export const networkKinds = ['wifi', 'wired', 'unknown'] as const;
export const networkKindSchema = z.enum(networkKinds);

/** Of a call that lives. */
export const liveQualitySchema = z.object({
  reason: qualityReasonSchema.nullable(),
  alarm: soundAlarmSchema.nullable(),
  network: networkKindSchema,
});
export type LiveQuality = z.infer<typeof liveQualitySchema>;

const percentSchema = z.number().min(0).max(100);
/** Of a call that is over; null where nothing was measured. */
export const callQualitySchema = z.object({
  /** Mean and lowest opinion score of what she heard (ITU-T G.107, P.800): 1 to 4.5. */
  mos: z.number().min(1).max(4.5),
  lowestMos: z.number().min(1).max(4.5),
  lossPercent: percentSchema,
  /** Of what she said, as the far end reported it. */
  sentLossPercent: percentSchema,
  jitterMs: z.number().min(0),
  roundTripMs: z.number().min(0).nullable(),
  /** How long one side could not be heard, in milliseconds. */
  unheardMs: z.number().int().min(0),
  reason: qualityReasonSchema.nullable(),
  network: networkKindSchema,
});
export type CallQuality = z.infer<typeof callQualitySchema>;
