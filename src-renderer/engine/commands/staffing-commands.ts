/** What a day brings is told by the hub, which knows its history. */
import { staffingDaySchema } from '@shared/contracts/http/staffing.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

/** Two years of calls are counted. */
const answerWithinMs = 30_000;

export const staffingCommands = ({ hub, session }: CommandDeps): Part<'staffing'> => ({
  'staffing.day': withShift(session)((_, query) =>
    hub.ask({
      method: 'GET',
      path: routes.staffingDay,
      query,
      answer: staffingDaySchema,
      timeoutMs: answerWithinMs,
    }),
  ),
});
