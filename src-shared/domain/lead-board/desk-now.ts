/** What a desktop tells of its advisor now. No name of a customer travels: whoever may know asks for it. */
import { z } from 'zod';
import { advisorStates } from '../agent-state/states.ts';
import { directionSchema } from '../interaction/channel.ts';

const instantSchema = z.iso.datetime();

export const deskCallSchema = z.object({
  /** The switch's name of the call, by which its queue knows it. */
  callUid: z.string().max(200).nullable(),
  direction: directionSchema,
  phase: z.enum(['ringing', 'dialing', 'talking']),
  /** Of the phase. */
  since: instantSchema,
  heldSince: instantSchema.nullable(),
  brandId: z.string().max(40).nullable(),
  queue: z.string().max(80).nullable(),
  campaign: z.string().max(200).nullable(),
  customerId: z.uuid().nullable(),
  /** What she hears, 1 to 4.5, to the half; null before it was measured. */
  mos: z.number().min(1).max(5).nullable(),
  /** Where she stands in the brand speech, and since when. */
  speech: z
    .object({
      scriptId: z.string().max(60),
      version: z.number().int().min(1),
      stepId: z.string().max(60),
      since: instantSchema,
    })
    .nullable(),
});
export type DeskCall = z.infer<typeof deskCallSchema>;

export const raisedHandSchema = z.object({
  since: instantSchema,
  words: z.string().max(200),
});
export type RaisedHand = z.infer<typeof raisedHandSchema>;

export const deskNowSchema = z.object({
  state: z.enum(advisorStates),
  since: instantSchema,
  reason: z.string().max(60).nullable(),
  /** What she chose to be after this. */
  next: z.enum(advisorStates).nullable(),
  call: deskCallSchema.nullable(),
  /** Calls beside it that are on hold. */
  otherCalls: z.number().int().min(0).max(20),
  hand: raisedHandSchema.nullable(),
  /** What else than what every desktop shows this one does. */
  hears: z.array(z.string().max(20)).max(20).optional(),
});
export type DeskNow = z.infer<typeof deskNowSchema>;
