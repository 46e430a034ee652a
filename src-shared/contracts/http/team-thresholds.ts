/** /v1/team-thresholds/:teamId: from when on a lead's eyes are wanted. */
import { z } from 'zod';
import { thresholdsSchema } from '../../domain/lead-board/thresholds.ts';
import { idSchema } from '../../kernel/ids.ts';

export const keptThresholdsSchema = z.object({
  teamId: idSchema,
  /** 0: nobody has decided anything yet, and the usual ones hold. */
  version: z.number().int().min(0),
  thresholds: thresholdsSchema,
});
export type KeptThresholds = z.infer<typeof keptThresholdsSchema>;

/** `version` is the one that was read. */
export const thresholdsChangeSchema = keptThresholdsSchema.omit({ teamId: true });
