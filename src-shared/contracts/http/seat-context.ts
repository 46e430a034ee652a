/** GET /v1/seats/:userId: the call and the day of an advisor, for the lead who helps her. */
import { z } from 'zod';
import { advisorStates } from '../../domain/agent-state/states.ts';

const instantSchema = z.iso.datetime();

export const seatContextSchema = z.object({
  /** Of the call that she is in; null: none, or nobody is known, or it is for a brand of another lead. */
  customer: z
    .object({
      id: z.uuid(),
      name: z.string().max(240),
      /** The title of the newest case that is open. */
      openCase: z.string().max(200).nullable(),
    })
    .nullable(),
  speech: z
    .object({
      name: z.string().max(200),
      version: z.number().int(),
      step: z.string().max(200),
      place: z.number().int().min(1),
      steps: z.number().int().min(1),
    })
    .nullable(),
  today: z.object({
    calls: z.number().int().min(0),
    /** Talk, hold and wrap-up of the answered ones; null before the first. */
    averageHandlingMs: z.number().min(0).nullable(),
  }),
  /** Her states of the last hour, oldest first; the last goes on. */
  hour: z.array(z.object({ state: z.enum(advisorStates), from: instantSchema })).max(500),
});
export type SeatContext = z.infer<typeof seatContextSchema>;
