/** GET /v1/channel-map: where exchanges break and go on, what customers want, how they differ. */
import { z } from 'zod';
import { channelSchema } from '../../domain/interaction/channel.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';

const count = z.number().int();
export const channelMapQuerySchema = z.object({
  brandId: z.string().max(40).optional(),
  from: instantSchema,
  to: instantSchema,
});

export const channelMapSchema = z.object({
  /** Exchanges of the time asked for, of all customers. */
  contacts: count,
  flows: z.array(
    z.object({
      from: channelSchema,
      /** Null: taken up nowhere. */
      to: channelSchema.nullable(),
      count,
      /** From the failure until it was taken up. */
      medianMs: z.number().nullable(),
    }),
  ),
  customers: count,
  wants: z.array(
    z.object({
      channel: channelSchema,
      /** Customers who like the channel (appetence of 40 or more), and those of them who may be written to there. */
      want: count,
      allowed: count,
      /** Mean of what moved in a year, in points; null: nobody used it then. */
      yearDelta: z.number().nullable(),
    }),
  ),
  classes: z.array(
    z.object({
      kind: z.enum([
        'single-channel',
        'multichannel',
        'attached-to-person',
        'attached-to-place',
        'too-few',
      ]),
      customers: count,
      /** Mean of what they spent in twelve months, in euro cents. */
      valueCents: z.number(),
      /** Of those known for more than a year, who was in touch within the last one: 0 to 1. */
      staying: z.number().nullable(),
      /** Breaks of the time asked for, for 100 exchanges of theirs. */
      breaksPer100: z.number().nullable(),
    }),
  ),
});
export type ChannelMap = z.infer<typeof channelMapSchema>;
