/**
 * What other systems tell the hub (POST /v1/hooks/:sourceId), one event a request, signed after
 * https://www.standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`.
 * `timestamp` says when it happened; without an offset it is the clock of `zone`.
 */
import { z } from 'zod';
import { channelSchema, directionSchema } from '../../domain/interaction/channel.ts';
import { outcomeSchema } from '../../domain/interaction/interaction.ts';
import { ivrStepSchema, maskCards } from '../../domain/ivr/ivr.ts';
import { satisfactionSchema } from '../../domain/survey/satisfaction-answer.ts';
import { defaultZone, whenSchema, zoneSchema } from '../../domain/time/when.ts';

/** The sender's own name of a thing, the same each time. */
const refSchema = z.string().min(1).max(120);
const brandIdSchema = z.string().min(1).max(40);
const centsSchema = z.number().int().min(0).max(100_000_000_00);

/** Who it was, as far as the sender knows. Numbers in any form; HOOK-13 to HOOK-15 say who that is. */
export const mentionSchema = z.object({
  ref: refSchema.optional(),
  phones: z.array(z.string().max(40)).max(10).default([]),
  emails: z.array(z.email().max(200)).max(10).default([]),
  kind: z.enum(['person', 'company']).optional(),
  civility: z.enum(['mme', 'm', 'none']).optional(),
  firstName: z.string().max(80).optional(),
  lastName: z.string().max(80).optional(),
  companyName: z.string().max(120).optional(),
  language: z.enum(['fr', 'en']).optional(),
  address: z
    .object({
      lines: z.array(z.string().max(120)).max(4),
      postcode: z.string().max(10),
      commune: z.string().max(80),
      country: z.string().length(2).default('FR'),
    })
    .optional(),
});
export type Mention = z.infer<typeof mentionSchema>;

const about = { ref: refSchema, brandId: brandIdSchema };

const interactionData = z.object({
  ...about,
  channel: channelSchema,
  direction: directionSchema.default('inbound'),
  endedAt: whenSchema.optional(),
  outcome: outcomeSchema.default('done'),
  title: z.string().min(1).max(200),
  customerWords: z.string().max(4000).optional(),
  summary: z.string().max(4000).optional(),
  reasonCode: z.string().max(60).optional(),
  queue: z.string().max(80).optional(),
  /** The sender's name of the conversation, and the `ref` that this answers (In-Reply-To). */
  conversation: refSchema.optional(),
  repliesTo: refSchema.optional(),
  /** The answer to a survey: an exchange of its own, about a contact before it. */
  satisfaction: satisfactionSchema.optional(),
  customer: mentionSchema.optional(),
});

const correctionData = z.object({
  ...about,
  why: z.string().min(1).max(300),
  change: interactionData
    .pick({ endedAt: true, title: true, customerWords: true, summary: true, reasonCode: true })
    .extend({ startedAt: whenSchema, outcome: outcomeSchema })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'nothing to correct'),
});

const lineSchema = z.object({
  label: z.string().min(1).max(200),
  quantity: z.number().int().min(1).max(10_000),
  amountCents: centsSchema,
});
const sale = {
  ...about,
  amountCents: centsSchema,
  lines: z.array(lineSchema).max(100).default([]),
  customer: mentionSchema.optional(),
};

const envelope = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({
    type: z.literal(type),
    timestamp: whenSchema,
    zone: zoneSchema.default(defaultZone),
    data,
  });

const appointmentData = z.object({ ...about, customer: mentionSchema.optional() });
const dated = appointmentData.extend({ dueAt: whenSchema, subject: z.string().max(300) });

/** Days, as the contract says them; without an end none is known. */
const contractData = z.object({
  ...about,
  object: z.string().min(1).max(200),
  since: z.iso.date(),
  until: z.iso.date().nullable().default(null),
  customer: mentionSchema,
});
const contractEnd = z.object({ ...about, endedOn: z.iso.date() });

const ivrData = z
  .object({
    brandId: brandIdSchema,
    /** The switch's own name of the call (X-Call-Uid). */
    callUid: z.string().min(1).max(200).optional(),
    /** Who called, in any form. */
    number: z.string().max(40).optional(),
    steps: z
      .array(
        z.object({
          kind: ivrStepSchema.shape.kind,
          prompt: z.string().max(120).optional(),
          value: ivrStepSchema.shape.value,
          label: z.string().max(120).overwrite(maskCards).optional(),
        }),
      )
      .min(1)
      .max(30),
    reasonCode: z.string().max(60).optional(),
  })
  .refine(({ callUid, number }) => callUid !== undefined || number !== undefined, {
    message: 'callUid or number',
    path: ['callUid'],
  });

export const hookEventSchema = z.discriminatedUnion('type', [
  envelope('interaction.happened', interactionData),
  envelope('interaction.corrected', correctionData),
  envelope(
    'customer.known',
    z.object({ brandId: brandIdSchema, customer: mentionSchema.required({ ref: true }) }),
  ),
  envelope('order.placed', z.object({ ...sale, cartRef: refSchema.optional() })),
  envelope(
    'cart.broken-off',
    z.object({ ...sale, timeToLiveMinutes: z.number().int().min(1).max(44_640) }),
  ),
  envelope('cart.bought', z.object(about)),
  envelope('ivr.input', ivrData),
  envelope('appointment.set', dated),
  envelope('appointment.moved', dated),
  envelope('appointment.cancelled', appointmentData),
  envelope('contract.running', contractData),
  envelope('contract.ended', contractEnd),
]);
export type HookEvent = z.infer<typeof hookEventSchema>;
export type HookEventOf<Type extends HookEvent['type']> = Extract<HookEvent, { type: Type }>;

/** Why an event is kept aside instead of taking effect; `issues` of the item name the fields. */
export const quarantineReasons = [
  'not-json',
  'malformed',
  'id-reused',
  'brand-foreign',
  'time-ahead',
  'time-too-old',
  'ends-before-start',
  'customer-ambiguous',
  'customer-unknown',
  'not-storable',
  'failed',
] as const;
export const quarantineReasonSchema = z.enum(quarantineReasons);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;
