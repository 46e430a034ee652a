/** /v1/queue-targets: what each queue of my brands is to achieve. */
import { z } from 'zod';
import { decidedTargetSchema } from '../../domain/queue-call/target.ts';

export const keptQueueTargetSchema = z.object({
  queue: z.string().min(1).max(80),
  label: z.string().max(120),
  brandId: z.string().max(40),
  target: decidedTargetSchema,
  /** 0: nobody has decided anything yet, and the usual one holds. */
  version: z.number().int().min(0),
});
export type KeptQueueTarget = z.infer<typeof keptQueueTargetSchema>;

export const queueTargetsSchema = z.object({ targets: z.array(keptQueueTargetSchema) });

/** `version` is the one that was read. */
export const queueTargetChangeSchema = keptQueueTargetSchema.pick({ target: true, version: true });
