/** How one attempt to reach somebody ended, as the telephone tells it; what she said is a disposition. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

export const dialResults = [
  /** Somebody spoke with an advisor. */
  'reached',
  'busy',
  'no-answer',
  'machine',
  /** Somebody picked up and no advisor was there. */
  'abandoned',
  /** The network says that nobody has this number. */
  'wrong-number',
  /** A fault of ours or of the network: says nothing of her. */
  'failed',
] as const;

export const dialResultSchema = z.enum(dialResults);
export type DialResult = z.infer<typeof dialResultSchema>;

/** An attempt that was made, whatever came of it. */
export const attemptSchema = z.object({
  at: z.iso.datetime(),
  /** The place of the number in her list, 0 the best. */
  numberRank: z.number().int().min(0).max(9),
  result: dialResultSchema,
  /** Who made it, and how it was qualified where somebody was reached; absent of older ones. */
  advisorId: idSchema.nullable().optional(),
  dispositionCode: z.string().max(60).nullable().optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;
