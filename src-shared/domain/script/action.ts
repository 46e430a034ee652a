/** What a step does beside what is said: each is carried out by one key and kept with the call. */
import { z } from 'zod';
import { grantKindSchema } from '../brand-rules/brand-rules.ts';
import { caseKinds } from '../customer/customer.ts';
import { channelSchema } from '../interaction/channel.ts';
import { labelsSchema } from './text.ts';

const label = z.string().max(120);

export const actionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('callback'),
    /** Hours from now where no answer says when. */
    inHours: z.number().min(0.25).max(720).default(24),
    /** The answer that says when: `step.field`, a date. */
    when: z.string().max(130).optional(),
    assignee: z.enum(['me', 'anyone']).default('anyone'),
    reason: z.string().max(300),
  }),
  z.object({
    type: z.literal('appointment'),
    when: z.string().max(130).optional(),
    inHours: z.number().min(0.25).max(720).default(48),
    reason: z.string().max(300),
  }),
  z.object({
    type: z.literal('open-case'),
    kind: z.enum(caseKinds),
    title: z.string().max(200),
    detail: z.string().max(4000).default(''),
  }),
  z.object({
    type: z.literal('send-document'),
    /** An article whose customer's version is sent, or the name of a document of the brand. */
    articleId: z.string().max(60).optional(),
    name: label,
    labels: labelsSchema.optional(),
    channel: channelSchema.extract(['email', 'sms', 'post']).default('email'),
  }),
  z.object({
    type: z.literal('grant'),
    kind: grantKindSchema,
    amountCents: z.number().int().min(0).max(100_000_000).default(0),
  }),
  z.object({
    type: z.literal('transfer'),
    /** A queue's name or a number, as the transfer's own field takes it. */
    to: z.string().min(1).max(80),
    why: z.string().max(300).default(''),
  }),
  z.object({ type: z.literal('disposition'), code: z.string().min(1).max(60) }),
]);
export type Action = z.infer<typeof actionSchema>;
