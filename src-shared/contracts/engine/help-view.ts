/** Help, as the windows of an advisor show it. */
import { z } from 'zod';
import { raisedHandSchema } from '../../domain/lead-board/desk-now.ts';
import { givenDeskOrderSchema } from '../http/desk-orders.ts';
import { helpMessageSchema, messageOrderSchema } from '../http/help-messages.ts';
import { leadAlertSchema } from '../http/lead-alerts.ts';
import { helpSchema, myHelpsSchema } from '../http/team-help.ts';

/** Alerts that a lead was told of and that go on. */
const alertsViewSchema = z.object({ open: z.array(leadAlertSchema) });

const helpViewSchema = z.object({
  /** Raised until she lowers it, her call is over, or a lead has come. */
  hand: raisedHandSchema.nullable(),
  /** The last thing that her lead had this desktop do; null once she has read it. */
  ordered: givenDeskOrderSchema.nullable(),
  /** A help that she has asked to give, before the hub has answered. */
  asked: helpSchema.pick({ advisorName: true, brandId: true }).nullable(),
  ...myHelpsSchema.shape,
});

const waitingMessageSchema = messageOrderSchema.extend({
  at: z.iso.datetime(),
  /** `late`: it has waited so long that it is not sent any more. `refused`: the hub does not take it. */
  state: z.enum(['waits', 'late', 'refused']),
});
export type WaitingMessage = z.infer<typeof waitingMessageSchema>;
export const waitingMessagesSchema = z.array(waitingMessageSchema);

/** What is written between an advisor and her leads. */
const helpMessagesViewSchema = z.object({
  /** `older`: the hub knows of no messages. */
  hub: z.enum(['unknown', 'there', 'older']),
  /** Of the last hours, oldest first. */
  messages: z.array(helpMessageSchema),
  /** To a team, written while the hub was away. */
  waiting: waitingMessagesSchema,
});

export const helpViews = {
  help: helpViewSchema,
  helpMessages: helpMessagesViewSchema,
  alerts: alertsViewSchema,
} as const;
