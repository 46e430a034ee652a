/**
 * What the journal holds. One line is one array of records that take effect together or not at
 * all: the end of a wrap-up and the mutations it makes, say.
 */
import { z } from 'zod';
import { callQualitySchema } from '../../domain/call-quality/call-quality.ts';
import { e164Schema, handingWays } from '../../domain/interaction/interaction.ts';
import { callPurposeSchema } from '../../domain/law/purpose.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { messageItemSchema } from '../engine/messages-written.ts';
import { workItemSchema } from '../engine/views.ts';
import { mutationEnvelopeSchema } from '../sync/mutation.ts';
import { otherChangeSchema } from '../sync/push.ts';

/** A work item with the facts of its call that no screen shows. */
export const workRecordSchema = workItemSchema.extend({
  facts: z.object({
    callUid: z.string().max(200).nullable(),
    numberHidden: z.boolean(),
    calledNumber: e164Schema.nullable(),
    queue: z.string().max(80).nullable(),
    /** The name of the campaign, as the switch or the list says it. */
    campaign: z.string().max(80).optional(),
    /** The campaign of which a call that she made is an attempt, and the speech that it asks for. */
    campaignId: idSchema.optional(),
    campaignScript: z.string().max(60).optional(),
    /** What a call that she made is for. */
    purpose: callPurposeSchema.optional(),
    sipStatus: z.number().int().nullable(),
    heldMs: z.number().int().min(0),
    transferredTo: z.string().max(120).nullable().default(null),
    transferredHow: z.enum(handingWays).optional(),
    quality: callQualitySchema.optional(),
    /** One key for all mutations of this work, so that they stay in order. */
    orderKey: z.string().max(80),
    /** The last moment the program was seen alive in this call: its end, if it dies now. */
    aliveAt: z.iso.datetime(),
    /** The call's interaction was handed to the outbox. */
    recorded: z.boolean(),
  }),
});
export type WorkRecord = z.infer<typeof workRecordSchema>;

export const journalRecordSchema = z.discriminatedUnion('t', [
  z.object({ t: z.literal('mutation'), mutation: mutationEnvelopeSchema }),
  z.object({ t: z.literal('settled'), ids: z.array(idSchema) }),
  z.object({
    t: z.literal('parked'),
    id: idSchema,
    code: z.enum(errorCodes),
    detail: z.string().nullable(),
    current: z.unknown(),
    others: z.array(otherChangeSchema).optional(),
    at: z.iso.datetime(),
  }),
  z.object({ t: z.literal('unparked'), id: idSchema }),
  z.object({ t: z.literal('work'), work: workRecordSchema }),
  z.object({ t: z.literal('work-done'), id: idSchema }),
  z.object({ t: z.literal('message'), message: messageItemSchema }),
  z.object({ t: z.literal('message-done'), id: idSchema }),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;
export const journalLineSchema = z.array(journalRecordSchema);
