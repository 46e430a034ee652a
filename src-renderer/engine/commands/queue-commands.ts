/** What a lead decides of queues: who serves them for a time, and what they are to achieve. */
import {
  distributionSchema,
  queueMoveSchema,
  queuePauseSchema,
} from '@shared/contracts/http/distribution.ts';
import { keptQueueTargetSchema, queueTargetsSchema } from '@shared/contracts/http/queue-targets.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

type Queue =
  | 'lead.queue-targets'
  | 'lead.decide-queue-target'
  | 'lead.distribution'
  | 'lead.move'
  | 'lead.queue-pause'
  | 'lead.end-move';

export const queueCommands = ({
  hub,
  session,
}: Pick<CommandDeps, 'hub' | 'session'>): Pick<Part<'lead'>, Queue> => {
  const on = withShift(session);
  const { distribution, queueTargets } = routes;
  return {
    'lead.queue-targets': on(() =>
      hub.ask({ method: 'GET', path: queueTargets, answer: queueTargetsSchema }),
    ),
    'lead.decide-queue-target': on((_, { queue, ...body }) =>
      hub.ask({
        method: 'PUT',
        path: `${queueTargets}/${encodeURIComponent(queue)}`,
        body,
        answer: keptQueueTargetSchema,
      }),
    ),
    'lead.distribution': on(() =>
      hub.ask({ method: 'GET', path: distribution, answer: distributionSchema }),
    ),
    'lead.move': on((_, body) =>
      hub.ask({ method: 'POST', path: `${distribution}/moves`, body, answer: queueMoveSchema }),
    ),
    'lead.queue-pause': on((_, body) =>
      hub.ask({ method: 'POST', path: `${distribution}/pauses`, body, answer: queuePauseSchema }),
    ),
    'lead.end-move': on((_, { what, id }) =>
      hub.ask({
        method: 'POST',
        path: `${distribution}/${what}/${id}/end`,
        body: {},
        answer: z.null(),
      }),
    ),
  };
};
