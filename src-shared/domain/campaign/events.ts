/** What happens to somebody that makes her a contact of a running campaign, and for how long. */
import { z } from 'zod';

export const eventSourceSchema = z.discriminatedUnion('kind', [
  /** A cart that was left, as long as it lives. */
  z.object({ kind: z.literal('cart'), minAmountCents: z.number().int().min(0).default(0) }),
  /** She became a customer so many days ago: a survey. */
  z.object({
    kind: z.literal('new-customer'),
    afterDays: z.number().int().min(0).max(90).default(7),
  }),
  /** What was promised to a VIP whom nobody has reached yet ends within these minutes, or has ended. */
  z.object({
    kind: z.literal('vip-waiting'),
    withinMinutes: z.number().int().min(0).max(10_080).default(60),
  }),
  z.object({
    kind: z.literal('contract-ending'),
    withinDays: z.number().int().min(1).max(365).default(30),
  }),
  /** She gave up in the queue, or nobody took her call; who waits longer than this is not called any more. */
  z.object({
    kind: z.literal('abandoned-call'),
    withinHours: z.number().min(0.25).max(720).default(24),
  }),
]);
export type EventSource = z.infer<typeof eventSourceSchema>;

export const eventKinds = [
  'cart',
  'new-customer',
  'vip-waiting',
  'contract-ending',
  'abandoned-call',
] as const satisfies readonly EventSource['kind'][];

/** Each kind once. */
export const eventSourcesSchema = z
  .array(eventSourceSchema)
  .max(eventKinds.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, {
    message: 'each event once',
  });
