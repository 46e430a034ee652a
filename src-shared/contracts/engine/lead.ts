/** What a team lead's windows ask of the engine, and what an advisor's do about help. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { deskOrderSchema, givenDeskOrderSchema } from '../http/desk-orders.ts';
import {
  distributionSchema,
  queueMoveOrderSchema,
  queueMoveSchema,
  queuePauseOrderSchema,
  queuePauseSchema,
} from '../http/distribution.ts';
import {
  alertRulesAnswerSchema,
  keptAlertRulesSchema,
  leadAlertSchema,
  leadAlertsSchema,
} from '../http/lead-alerts.ts';
import { queueForecastsSchema } from '../http/queue-forecasts.ts';
import {
  keptQueueTargetSchema,
  queueTargetChangeSchema,
  queueTargetsSchema,
} from '../http/queue-targets.ts';
import { seatCallSchema } from '../http/seat-call.ts';
import { seatContextSchema } from '../http/seat-context.ts';
import {
  helpOrderSchema,
  helpReasonSchema,
  helpSchema,
  helpWayChangeSchema,
} from '../http/team-help.ts';
import { keptThresholdsSchema } from '../http/team-thresholds.ts';
import type { BoardState } from '../live/board-state.ts';

const nothing = z.null();

export const leadCommands = {
  /** The board as it is known; what comes after is told as it comes, until the windows are closed. */
  'lead.watch': { input: nothing, output: z.custom<BoardState>() },
  'lead.seat': { input: z.object({ userId: idSchema }), output: seatContextSchema },
  /** Her call in view: asked again and again while she is looked at, and ended when she is not. */
  'lead.call': { input: z.object({ userId: idSchema }), output: seatCallSchema },
  'lead.call-end': { input: z.object({ userId: idSchema }), output: nothing },
  'lead.order': {
    input: z.object({ userId: idSchema, order: deskOrderSchema }),
    output: givenDeskOrderSchema,
  },
  'lead.thresholds': { input: z.object({ teamId: idSchema }), output: keptThresholdsSchema },
  'lead.set-thresholds': { input: keptThresholdsSchema, output: keptThresholdsSchema },
  'lead.queue-forecasts': { input: z.object({}), output: queueForecastsSchema },
  /** Of the last seven days, of one of her teams. */
  'lead.alert-log': { input: z.object({ teamId: idSchema }), output: leadAlertsSchema },
  'lead.take-alert': { input: z.object({ alertId: idSchema }), output: leadAlertSchema },
  'lead.alert-rules': { input: z.object({ teamId: idSchema }), output: alertRulesAnswerSchema },
  'lead.set-alert-rules': { input: keptAlertRulesSchema, output: alertRulesAnswerSchema },
  /** What queues of my brands are to achieve. */
  'lead.queue-targets': { input: z.object({}), output: queueTargetsSchema },
  'lead.decide-queue-target': {
    input: queueTargetChangeSchema.extend({ queue: keptQueueTargetSchema.shape.queue }),
    output: keptQueueTargetSchema,
  },
  /** Who of my people serves which queue, why, and what was ordered for a time. */
  'lead.distribution': { input: z.object({}), output: distributionSchema },
  'lead.move': { input: queueMoveOrderSchema.required(), output: queueMoveSchema },
  'lead.queue-pause': { input: queuePauseOrderSchema, output: queuePauseSchema },
  'lead.end-move': {
    input: z.object({ what: z.enum(['moves', 'pauses']), id: idSchema }),
    output: nothing,
  },
  /** Into her call: my own telephone is called, and takes itself up. */
  'lead.help': {
    input: helpOrderSchema.extend(helpSchema.pick({ advisorName: true, brandId: true }).shape),
    output: helpSchema,
  },
  'lead.help-way': { input: helpWayChangeSchema, output: helpSchema },
  'lead.help-take': { input: helpReasonSchema, output: helpSchema },
  'lead.help-end': { input: nothing, output: nothing },
} as const;

/** Help that an advisor asks for. */
export const helpCommands = {
  'help.raise-hand': { input: z.object({ words: z.string().trim().max(200) }), output: nothing },
  'help.lower-hand': { input: nothing, output: nothing },
  /** She has read what her lead had her desktop do. */
  'help.read-order': { input: nothing, output: nothing },
} as const;
