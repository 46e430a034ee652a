/** Help, as the windows of an advisor show it. */
import { z } from 'zod';
import { raisedHandSchema } from '../../domain/lead-board/desk-now.ts';
import { givenDeskOrderSchema } from '../http/desk-orders.ts';
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

export const helpViews = { help: helpViewSchema, alerts: alertsViewSchema } as const;
