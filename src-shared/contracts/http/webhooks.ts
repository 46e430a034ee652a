/**
 * Webhooks out: who wants to hear of what, and what was told. Each delivery is signed after Standard
 * Webhooks (https://www.standardwebhooks.com); its body is `webhookBodySchema`.
 */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const webhookEntities = ['customer', 'interaction', 'case', 'consent', 'callback'] as const;
const deeds = ['created', 'changed', 'deleted'] as const;
export const webhookEvents = webhookEntities.flatMap((entity) =>
  deeds.map((deed) => `${entity}.${deed}` as const),
);
export const webhookEventSchema = z.enum(webhookEvents);

export const webhookBodySchema = z.object({
  type: webhookEventSchema,
  timestamp: instantSchema,
  data: z.object({
    id: idSchema,
    /** What is there now of a new one; of a changed one only what changed. */
    facts: z.record(z.string(), z.unknown()),
  }),
});
export type WebhookBody = z.infer<typeof webhookBodySchema>;

export const newSubscriptionSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: z.array(webhookEventSchema).min(1).max(webhookEvents.length),
  brandIds: z.array(z.string().max(40)).min(1).max(100),
});
export type NewSubscription = z.infer<typeof newSubscriptionSchema>;
export const subscriptionSchema = newSubscriptionSchema.extend({
  id: idSchema,
  active: z.boolean(),
  createdAt: instantSchema,
  waiting: z.number().int(),
  dead: z.number().int(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;
export const subscriptionWithSecretSchema = subscriptionSchema.extend({ secret: z.string() });
export type SubscriptionWithSecret = z.infer<typeof subscriptionWithSecretSchema>;
export const subscriptionsSchema = z.object({ subscriptions: z.array(subscriptionSchema) });
export const subscriptionChangeSchema = newSubscriptionSchema
  .extend({ active: z.boolean() })
  .partial();
export type SubscriptionChange = z.infer<typeof subscriptionChangeSchema>;
export const subscriptionPathSchema = z.object({ subscriptionId: idSchema });

export const deliverySchema = z.object({
  id: idSchema,
  event: webhookEventSchema,
  entityId: idSchema,
  at: instantSchema,
  status: z.enum(['waiting', 'delivered', 'dead']),
  attempts: z.number().int(),
  /** The next try of one that waits. */
  nextAt: instantSchema,
  /** What went wrong last: a status, or a word such as `timeout` or `address-refused`. */
  failure: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
export const deliveriesQuerySchema = z.object({
  status: deliverySchema.shape.status.default('dead'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const deliveriesSchema = z.object({ deliveries: z.array(deliverySchema) });
export const redeliverySchema = z.object({ ids: z.array(idSchema).min(1).max(200) });
export const redeliveredSchema = z.object({ count: z.number().int() });
