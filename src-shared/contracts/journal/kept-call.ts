/** What is kept of each answered call, sealed on this desktop, so that a new program can take it back. */
import { z } from 'zod';
import { callViewSchema } from '../engine/views.ts';

/** Milliseconds since the epoch. */
const moment = z.number().int().min(0);

export const keptCallSchema = z.object({
  origin: callViewSchema.pick({
    id: true,
    direction: true,
    number: true,
    numberDisplay: true,
    numberHidden: true,
    brandId: true,
    calledNumber: true,
    calledLabel: true,
    queue: true,
    title: true,
    training: true,
    consultFor: true,
    putThrough: true,
    campaign: true,
  }),
  /** RFC 3261 §12: what names the dialog, at both ends. */
  dialog: z.object({
    callId: z.string().min(1).max(300),
    localTag: z.string().min(1).max(300),
    remoteTag: z.string().min(1).max(300),
  }),
  muted: z.boolean(),
  held: z.boolean(),
  startedAt: moment,
  answeredAt: moment,
  heldSince: moment.nullable(),
  heldMs: z.number().min(0),
});
export type KeptCall = z.infer<typeof keptCallSchema>;

export const keptCallsSchema = z.object({
  calls: z.array(keptCallSchema).max(20),
  /** SIP messages by which the PBX learns that nobody is there any more for an unanswered call. */
  partings: z.array(z.string().max(8_000)).max(20),
});
export type KeptCalls = z.infer<typeof keptCallsSchema>;
export const nothingKept: KeptCalls = { calls: [], partings: [] };
