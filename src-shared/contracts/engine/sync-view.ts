/** The state of the data as every screen knows it: what waits, how fresh it is, what is wrong. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { errorCodes } from '../../kernel/error-codes.ts';

export const syncViewSchema = z.object({
  hub: z.enum(['unknown', 'online', 'offline']),
  since: instantSchema,
  waiting: z.number().int(),
  parked: z.number().int(),
  lastSentAt: instantSchema.nullable(),
  freshAt: instantSchema.nullable(),
  initialLoad: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  storageError: z.enum(errorCodes).nullable(),
  /** How desktop and hub understand each other: `hub-older` keeps working, newer things wait. */
  protocol: z.enum(['agreed', 'hub-older', 'desktop-too-old']),
  /** Rows of the hub that this program does not understand. */
  skipped: z.number().int(),
  /** Unsent things of a newer program, kept as they are until it is back. */
  newerKept: z.number().int(),
});
