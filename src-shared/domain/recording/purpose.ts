/**
 * What a call may be recorded for, and how long what is kept. CNIL, « L'écoute et l'enregistrement des
 * appels » : for training and evaluation never permanently nor systematically, the sound six months at
 * most, what was made of it a year; as proof of a contract only from the contract phase on.
 */
import { z } from 'zod';

export const recordingPurposes = ['evaluation', 'contract', 'complaint'] as const;
export const recordingPurposeSchema = z.enum(recordingPurposes);
export type RecordingPurpose = z.infer<typeof recordingPurposeSchema>;

/** Six months and a year, by the shortest of them: nothing is kept a day too long. */
export const longestAudioDays = 181;
export const longestAnalysisDays = 365;
/** More calls a month of one advisor would be no sample. */
export const largestSample = 10;

const audioDays = z
  .number()
  .int()
  .min(1)
  .max(longestAudioDays, 'CNIL: the sound of a call is kept six months at most');
const analysisDays = z
  .number()
  .int()
  .min(1)
  .max(longestAnalysisDays, 'CNIL: what was made of a recording is kept a year at most');
const kept = { on: z.boolean(), audioDays, analysisDays };

export const recordingRulesSchema = z.object({
  evaluation: z.object({
    ...kept,
    /** Calls of each advisor that are drawn in a month: a sample, never all. */
    perMonth: z
      .number()
      .int()
      .min(1)
      .max(largestSample, 'CNIL: never permanently nor systematically for training and evaluation'),
  }),
  contract: z.object(kept),
  complaint: z
    .object({
      ...kept,
      /** The law or the act of the brand that allows it; without one there is no such recording. */
      basis: z.string().trim().max(300),
    })
    .refine(({ on, basis }) => !on || basis.length >= 10, {
      path: ['basis'],
      message: 'a complaint is recorded only where a law or the brand allows it: say which',
    }),
});
export type RecordingRules = z.infer<typeof recordingRulesSchema>;

/** Nothing is recorded by default. */
export const noRecording: RecordingRules = {
  evaluation: { on: false, audioDays: 90, analysisDays: 365, perMonth: 3 },
  contract: { on: false, audioDays: longestAudioDays, analysisDays: 365 },
  complaint: { on: false, audioDays: 60, analysisDays: 180, basis: '' },
};
