/** The team lead's board, and the hand that an advisor raises. */
import { givenDeskOrderSchema } from '@shared/contracts/http/desk-orders.ts';
import { alertRulesAnswerSchema, leadAlertsSchema } from '@shared/contracts/http/lead-alerts.ts';
import { queueForecastsSchema } from '@shared/contracts/http/queue-forecasts.ts';
import { seatCallSchema } from '@shared/contracts/http/seat-call.ts';
import { seatContextSchema } from '@shared/contracts/http/seat-context.ts';
import { keptThresholdsSchema } from '@shared/contracts/http/team-thresholds.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';
import { queueCommands } from './queue-commands.ts';

/** What is told outside the board, and what is ahead. */
const alertCommands = ({
  hub,
  alerts,
  session,
}: Pick<CommandDeps, 'hub' | 'alerts' | 'session'>) => {
  const on = withShift(session);
  return {
    'lead.queue-forecasts': on(() =>
      hub.ask({ method: 'GET', path: routes.queueForecasts, answer: queueForecastsSchema }),
    ),
    'lead.alert-log': on((_, { teamId }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.leadAlerts}?teamId=${teamId}`,
        answer: leadAlertsSchema,
      }),
    ),
    'lead.take-alert': on((_, { alertId }) => alerts.take(alertId)),
    'lead.alert-rules': on((_, { teamId }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.teamAlertRules}/${teamId}`,
        answer: alertRulesAnswerSchema,
      }),
    ),
    'lead.set-alert-rules': on((_, { teamId, ...body }) =>
      hub.ask({
        method: 'PUT',
        path: `${routes.teamAlertRules}/${teamId}`,
        body,
        answer: alertRulesAnswerSchema,
      }),
    ),
  } satisfies Partial<Part<'lead'>>;
};

type CallCommand = Extract<keyof Part<'lead'>, `lead.call${string}` | `lead.help${string}`>;

const callCommands = ({ hub, session, teamHelp }: CommandDeps): Pick<Part<'lead'>, CallCommand> => {
  const on = withShift(session);
  return {
    'lead.call': on((_, { userId }) =>
      hub.ask({ method: 'GET', path: `${routes.seats}/${userId}/call`, answer: seatCallSchema }),
    ),
    'lead.call-end': on((_, { userId }) =>
      hub.ask({ method: 'DELETE', path: `${routes.seats}/${userId}/call`, answer: z.null() }),
    ),
    'lead.help': on((_, order) => teamHelp.begin(order)),
    'lead.help-way': on((_, { way }) => teamHelp.changeWay(way)),
    'lead.help-take': on((_, { reason }) => teamHelp.takeOver(reason)),
    'lead.help-end': on(() => teamHelp.end()),
  };
};

export const leadCommands = (deps: CommandDeps): Part<'lead'> => {
  const { hub, lead, session, alerts } = deps;
  const on = withShift(session);
  return {
    ...callCommands(deps),
    ...queueCommands({ hub, session }),
    'lead.watch': on(() => succeed(lead.watch())),
    'lead.seat': on((_, { userId }) =>
      hub.ask({ method: 'GET', path: `${routes.seats}/${userId}`, answer: seatContextSchema }),
    ),
    'lead.thresholds': on((_, { teamId }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.teamThresholds}/${teamId}`,
        answer: keptThresholdsSchema,
      }),
    ),
    'lead.set-thresholds': on((_, { teamId, ...body }) =>
      hub.ask({
        method: 'PUT',
        path: `${routes.teamThresholds}/${teamId}`,
        body,
        answer: keptThresholdsSchema,
      }),
    ),
    ...alertCommands({ hub, alerts, session }),
    'lead.order': on((_, { userId, order }) =>
      hub.ask({
        method: 'POST',
        path: `${routes.deskOrders}/${userId}`,
        body: order,
        answer: givenDeskOrderSchema,
      }),
    ),
  };
};

export const helpCommands = ({ board, help, session }: CommandDeps): Part<'help'> => ({
  'help.raise-hand': withShift(session)((_, { words }) => help.raise(words)),
  'help.lower-hand': () => help.lower(),
  'help.read-order': () => {
    board.patch('help', { ordered: null });
    return done;
  },
});

export const talkCommands = ({ helpMessages, session }: CommandDeps): Part<'talk'> => {
  const on = withShift(session);
  return {
    'talk.write': on((_, wish) => helpMessages.write(wish)),
    'talk.read': on((_, { ids }) => helpMessages.read(ids)),
    'talk.drop': on((_, { id }) => helpMessages.drop(id)),
  };
};
