/**
 * What a desktop tells the hub. Each mutation has a client-made id and takes effect once, however
 * often it is sent. Mutations with the same `orderKey` are applied in the order they were made.
 */
import { z } from 'zod';
import { advisorStates } from '../../domain/agent-state/states.ts';
import { articleNoteSchema } from '../../domain/article/told-of-articles.ts';
import { callbackSchema } from '../../domain/callback/callback.ts';
import {
  caseSchema,
  caseStatuses,
  consentSchema,
  customerSchema,
} from '../../domain/customer/customer.ts';
import { grantSchema } from '../../domain/delegation/delegation.ts';
import { bookingSchema } from '../../domain/diary/appointment.ts';
import { favouriteSchema } from '../../domain/favourite/favourite.ts';
import {
  instantSchema,
  interactionSchema,
  noteLineSchema,
} from '../../domain/interaction/interaction.ts';
import { dialDecisionSchema } from '../../domain/law/dial-decision.ts';
import { speechRecordSchema } from '../../domain/script/progress.ts';
import { idSchema } from '../../kernel/ids.ts';

export const wrapUpSchema = z.object({
  interactionId: idSchema,
  customerId: idSchema.nullable(),
  reasonCode: z.string().max(60).nullable(),
  dispositionCode: z.string().max(60).nullable(),
  notes: z.array(noteLineSchema).max(500),
  caseId: idSchema.nullable(),
  speech: speechRecordSchema.nullable(),
  wrapUpEndedAt: instantSchema,
});
export type WrapUp = z.infer<typeof wrapUpSchema>;

/** Fields of a customer that an advisor may correct; each is merged on its own. */
export const customerChangeSchema = customerSchema
  .pick({
    civility: true,
    firstName: true,
    lastName: true,
    companyName: true,
    birthDate: true,
    registration: true,
    language: true,
    phones: true,
    emails: true,
    address: true,
  })
  .partial();

export const advisorStateSchema = z.enum(advisorStates);
export type AdvisorState = z.infer<typeof advisorStateSchema>;

export const mutationBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interaction.record'), payload: interactionSchema }),
  z.object({ kind: z.literal('interaction.wrap-up'), payload: wrapUpSchema }),
  z.object({ kind: z.literal('customer.create'), payload: customerSchema }),
  z.object({
    kind: z.literal('customer.change'),
    payload: z.object({
      customerId: idSchema,
      /** The values that the advisor saw, by field: the base of a three-way merge. */
      base: customerChangeSchema,
      change: customerChangeSchema,
    }),
  }),
  z.object({ kind: z.literal('case.open'), payload: caseSchema }),
  z.object({
    kind: z.literal('case.advance'),
    payload: z.object({ caseId: idSchema, status: z.enum(caseStatuses), at: instantSchema }),
  }),
  z.object({ kind: z.literal('callback.create'), payload: callbackSchema }),
  z.object({
    kind: z.literal('callback.close'),
    payload: z.object({
      callbackId: idSchema,
      status: z.enum(['done', 'cancelled']),
      interactionId: idSchema.nullable(),
    }),
  }),
  /** Who saw whom while the hub could not be told: when she began to. */
  z.object({
    kind: z.literal('customer.seen'),
    payload: z.object({ customerId: idSchema, at: instantSchema }),
  }),
  /** An article was read, copied, judged, or one is missing. */
  z.object({ kind: z.literal('article.told'), payload: articleNoteSchema }),
  /** Whether a call might be placed, and why not. */
  z.object({ kind: z.literal('dial.decided'), payload: dialDecisionSchema }),
  z.object({ kind: z.literal('consent.record'), payload: consentSchema }),
  z.object({ kind: z.literal('grant.record'), payload: grantSchema }),
  /** An hour that was proposed to her while the hub could not be asked: it may be somebody else's. */
  z.object({ kind: z.literal('appointment.book'), payload: bookingSchema }),
  z.object({
    kind: z.literal('advisor.state'),
    payload: z.object({
      state: advisorStateSchema,
      reason: z.string().max(60).nullable(),
      since: instantSchema,
    }),
  }),
  z.object({
    kind: z.literal('favourite.set'),
    /** The last change of one favourite counts, by when it was made. */
    payload: favouriteSchema.extend({ starred: z.boolean(), at: instantSchema }),
  }),
]);
export type MutationBody = z.infer<typeof mutationBodySchema>;
export type MutationKind = MutationBody['kind'];

/** As sent: the body is parsed one by one, so that one bad mutation never refuses the others. */
export const mutationEnvelopeSchema = z.object({
  id: idSchema,
  orderKey: z.string().min(1).max(80),
  madeAt: instantSchema,
  kind: z.string().max(60),
  payload: z.unknown(),
});
export type MutationEnvelope = z.infer<typeof mutationEnvelopeSchema>;
export type Mutation = Omit<MutationEnvelope, 'kind' | 'payload'> & MutationBody;
