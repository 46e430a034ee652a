/** What waits to be sent, as she sees it: the state of each thing, its reason, and what she can do. */
import { z } from 'zod';
import { caseKinds, caseStatuses, customerSchema } from '../../domain/customer/customer.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { customerChangeSchema } from '../sync/mutation.ts';
import { otherChangeSchema } from '../sync/push.ts';

/** Why something has not gone out yet: out of reach, behind another, or the hub cannot take it now. */
export const waitingReasons = [
  'offline',
  'sending',
  'follows',
  'hub-failing',
  'hub-older',
] as const;
/**
 * What she can do about something that was put aside: send it again, send it with what made it fail
 * taken out, ask whoever may, hold to hers on top of what the hub has, or give it up.
 */
export const remedies = ['again', 'without-case', 'ask-lead', 'mine', 'drop'] as const;
export type Remedy = (typeof remedies)[number];
const keepSchema = z.enum(['mine', 'hub', 'both']);
export type Keep = z.infer<typeof keepSchema>;
const changedFieldSchema = customerChangeSchema.keyof();
export type ChangedField = z.infer<typeof changedFieldSchema>;

export const outboxItemSchema = z.object({
  id: idSchema,
  kind: z.string(),
  madeAt: instantSchema,
  customerId: idSchema.nullable(),
  customerName: z.string().nullable(),
  brandId: z.string().nullable(),
  /** parti, en route, sur ce poste, mis de côté. */
  status: z.enum(['sent', 'sending', 'waiting', 'parked']),
  sentAt: instantSchema.nullable(),
  code: z.enum(errorCodes).nullable(),
  detail: z.string().nullable(),
  /** For what has not gone out and was not put aside. */
  reason: z.enum(waitingReasons).nullable(),
  /** For what was put aside, the best first; none where two values are to be settled. */
  remedies: z.array(z.enum(remedies)),
  /** It goes out after this one, which is of the same customer. */
  after: idSchema.nullable(),
  /** For a parked change of a customer: her values, the values before, and the hub's. */
  conflict: z
    .object({
      base: customerChangeSchema,
      mine: customerChangeSchema,
      hub: customerSchema,
      others: z.array(otherChangeSchema),
    })
    .nullable(),
  /** For a case that somebody else moved on: where each of them saw it. */
  standing: z
    .object({
      kind: z.enum(caseKinds),
      mine: z.enum(caseStatuses),
      hub: z.enum(caseStatuses),
      at: instantSchema,
    })
    .nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const outboxCommands = {
  'outbox.list': { input: z.object({}), output: z.array(outboxItemSchema) },
  'outbox.remedy': {
    input: z.object({ id: idSchema, remedy: z.enum(remedies) }),
    output: z.null(),
  },
  'outbox.send-now': { input: z.object({}), output: z.null() },
  /** Answers a conflict field by field; a field that is not named keeps the hub's value. */
  'outbox.resolve': {
    input: z.object({ id: idSchema, keep: z.partialRecord(changedFieldSchema, keepSchema) }),
    output: z.null(),
  },
} as const;
