/** /v1/desk-orders: what a team lead has an advisor's desktop do, always with a reason. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();
const reason = z.string().trim().min(1).max(200);

export const deskOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change-state'),
    state: z.enum(['ready', 'pause', 'do-not-disturb']),
    pauseReason: z.string().max(60).nullable(),
    reason,
  }),
  z.object({ kind: z.literal('sign-out'), reason }),
  /** Ends what her desktop and the switch hold that they do not agree on. */
  z.object({ kind: z.literal('free'), reason }),
]);
export type DeskOrder = z.infer<typeof deskOrderSchema>;

/** `without-desktop`: hers was not there, and the hub did what could be done without it. */
export const deskOrderOutcomes = ['waits', 'done', 'refused', 'without-desktop'] as const;

export const givenDeskOrderSchema = z.object({
  id: idSchema,
  order: deskOrderSchema,
  byName: z.string().max(200),
  at: instantSchema,
  outcome: z.enum(deskOrderOutcomes),
});
export type GivenDeskOrder = z.infer<typeof givenDeskOrderSchema>;

export const deskOrdersSchema = z.object({ orders: z.array(givenDeskOrderSchema).max(50) });
export const deskOrderDoneSchema = z.object({ outcome: z.enum(['done', 'refused']) });

/** An order that no desktop took within it is not carried out later: the moment is over. */
export const deskOrderLastsMs = 60_000;
