/** /v1/distribution: who serves which queue of the switch, and why; moves and pauses by leads. */
import { z } from 'zod';
import {
  principles,
  qualificationSchema,
  queueRuleSchema,
} from '../../domain/distribution/wanted.ts';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();
const queueSchema = z.string().min(1).max(80);
const reasonSchema = z.string().trim().min(1).max(200);

const whySchema = z.object({
  by: z.enum([...principles, 'move']),
  code: z.string().max(60).optional(),
  level: z.number().int().min(1).max(5).optional(),
});

export const queueMoveSchema = z.object({
  id: idSchema,
  userId: idSchema,
  queue: queueSchema,
  direction: z.enum(['in', 'out']),
  penalty: z.number().int().min(0).max(100),
  reason: reasonSchema,
  by: idSchema,
  since: instantSchema,
  /** Then it goes back by itself. */
  until: instantSchema,
});
export type QueueMove = z.infer<typeof queueMoveSchema>;

export const queuePauseSchema = queueMoveSchema
  .omit({ direction: true, penalty: true })
  .extend({ queue: queueSchema.nullable() });
export type QueuePause = z.infer<typeof queuePauseSchema>;

export const queueMoveOrderSchema = queueMoveSchema
  .pick({ userId: true, queue: true, direction: true, reason: true, until: true })
  .extend({ penalty: queueMoveSchema.shape.penalty.default(0) });
export type QueueMoveOrder = z.infer<typeof queueMoveOrderSchema>;
export const queuePauseOrderSchema = queuePauseSchema.pick({
  userId: true,
  queue: true,
  reason: true,
  until: true,
});
export type QueuePauseOrder = z.infer<typeof queuePauseOrderSchema>;

export const keptQueueRuleSchema = queueRuleSchema.extend({
  /** 0: the switch alone says who serves it. */
  version: z.number().int().min(0),
});
export type KeptQueueRule = z.infer<typeof keptQueueRuleSchema>;

export const qualificationsSchema = z.object({
  qualifications: z.array(qualificationSchema).max(50),
});

export const distributionSchema = z.object({
  switch: z.enum(['none', 'away', 'ready']),
  queues: z.array(
    z.object({
      queue: queueSchema,
      brandId: z.string().max(40),
      label: z.string().max(120),
      rule: keptQueueRuleSchema,
      /** People of mine whom it is to have, or has. */
      members: z.array(
        z.object({
          userId: idSchema,
          penalty: z.number().int().nullable(),
          /** Why she is to serve it; empty: she is not to. */
          why: z.array(whySchema),
          isThere: z.boolean(),
          isPaused: z.boolean(),
          pauseReason: z.string().max(300),
        }),
      ),
    }),
  ),
  people: z.array(
    z.object({
      userId: idSchema,
      name: z.string().max(200),
      extension: z.string().max(40),
      qualifications: z.array(qualificationSchema),
    }),
  ),
  moves: z.array(queueMoveSchema),
  pauses: z.array(queuePauseSchema),
});
export type Distribution = z.infer<typeof distributionSchema>;
