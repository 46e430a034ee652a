/** /v1/seats/:userId/call: an advisor's call as her lead has it in view, and /v1/help/my-call, which tells it. */
import { z } from 'zod';
import { directionSchema } from '../../domain/interaction/channel.ts';
import { noteLineSchema } from '../../domain/interaction/interaction.ts';
import { ivrSchema } from '../../domain/ivr/ivr.ts';
import { speechRecordSchema } from '../../domain/script/progress.ts';
import { helpWays } from '../../domain/team-help/policy.ts';

const instantSchema = z.iso.datetime();

/** A lead's screen asks so often; whoever has not asked for so long does not look any more. */
export const seatCallEveryMs = 2_000;
export const seatCallLastsMs = 30_000;

/** What only her desktop knows: told while somebody looks. Of the speech only where she is in it. */
export const toldCallSchema = z.object({
  callUid: z.string().max(200).nullable(),
  customerId: z.uuid().nullable(),
  brandId: z.string().max(40),
  direction: directionSchema,
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  calledNumber: z.string().max(40).nullable(),
  queue: z.string().max(80).nullable(),
  reasonCode: z.string().max(60).nullable(),
  notes: z.array(noteLineSchema).max(500),
  ivr: ivrSchema.nullable(),
  speech: speechRecordSchema
    .pick({
      scriptId: true,
      version: true,
      stepId: true,
      path: true,
      choices: true,
      language: true,
    })
    .nullable(),
});
export type ToldCall = z.infer<typeof toldCallSchema>;

/** The three of a help as the switch itself has them. */
export const lineTruthSchema = z.object({
  /** When the switch was asked; null: it did not answer, and nothing is known. */
  at: instantSchema.nullable(),
  /** The advisor and the customer are put together. */
  talk: z.boolean(),
  lead: z.enum(['none', 'rings', 'talks', ...helpWays]),
});
export type LineTruth = z.infer<typeof lineTruthSchema>;

export const seatCallSchema = z.object({
  /** Null: nobody is known, or it is for a brand of another lead. */
  customer: z.object({ id: z.uuid(), name: z.string().max(240) }).nullable(),
  /** `older`: her desktop tells nothing of it; `none`: she is in no call of a brand of this lead. */
  telling: z.enum(['told', 'asked', 'older', 'away', 'none']),
  told: toldCallSchema.omit({ customerId: true }).nullable(),
  line: lineTruthSchema,
});
export type SeatCall = z.infer<typeof seatCallSchema>;
