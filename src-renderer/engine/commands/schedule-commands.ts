/** Schedules are the hub's: a desktop asks and shows. */
import { adherenceSchema } from '@shared/contracts/http/adherence.ts';
import * as moves from '@shared/contracts/http/schedule-moves.ts';
import * as schedules from '@shared/contracts/http/schedules.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const base = routes.schedules;
const week = schedules.teamWeekSchema;
/** Two years of calls are counted, for each brand, by whoever asks first in a minute. */
const answerWithinMs = 45_000;

const weekCommands = ({ hub, session }: CommandDeps) => {
  const on = withShift(session);
  return {
    'schedules.week': on((_, query: schedules.WeekQuery) =>
      hub.ask({
        method: 'GET',
        path: `${base}/week`,
        query,
        answer: week,
        timeoutMs: answerWithinMs,
      }),
    ),
    'schedules.propose': on((_, body: schedules.ChangeWeek) =>
      hub.ask({
        method: 'POST',
        path: `${base}/week/propose`,
        body,
        answer: week,
        timeoutMs: answerWithinMs,
      }),
    ),
    'schedules.publish': on((_, body: schedules.ChangeWeek) =>
      hub.ask({
        method: 'POST',
        path: `${base}/week/publish`,
        body,
        answer: week,
        timeoutMs: answerWithinMs,
      }),
    ),
  };
};

const leadCommands = ({ hub, session, newId }: CommandDeps) => {
  const on = withShift(session);
  return {
    'schedules.change-day': on((_, body: schedules.ChangeDay) =>
      hub.ask({
        method: 'PUT',
        path: `${base}/week/day`,
        body,
        answer: week,
        timeoutMs: answerWithinMs,
      }),
    ),
    'schedules.add-absence': on((_, absence: schedules.NewAbsence) =>
      hub.ask({
        method: 'POST',
        path: `${base}/absences`,
        body: { ...absence, id: newId() },
        answer: schedules.absenceSchema,
      }),
    ),
    'schedules.end-absence': on((_, { absenceId }: { readonly absenceId: string }) =>
      hub.ask({
        method: 'DELETE',
        path: `${base}/absences/${absenceId}`,
        answer: schedules.absencePathSchema,
      }),
    ),
    'schedules.change-terms': on(
      (_, { userId, ...body }: schedules.Terms & { readonly userId: string }) =>
        hub.ask({
          method: 'PUT',
          path: `${base}/people/${userId}`,
          body,
          answer: schedules.termsSchema,
        }),
    ),
    'schedules.change-settings': on((_, body: schedules.TeamSettings) =>
      hub.ask({
        method: 'PUT',
        path: `${base}/settings`,
        body,
        answer: schedules.teamSettingsSchema,
      }),
    ),
  };
};

const moveCommands = ({ hub, session }: CommandDeps) => {
  const on = withShift(session);
  return {
    'schedules.today': on((_, query: { readonly teamId?: string | undefined }) =>
      hub.ask({
        method: 'GET',
        path: `${base}/today`,
        query,
        answer: moves.todaySchema,
        timeoutMs: answerWithinMs,
      }),
    ),
    'schedules.ask-moves': on((_, body: moves.AskMoves) =>
      hub.ask({
        method: 'POST',
        path: `${base}/moves`,
        body,
        answer: moves.moveAsksSchema,
        timeoutMs: answerWithinMs,
      }),
    ),
    'schedules.own-asks': on(() =>
      hub.ask({ method: 'GET', path: `${base}/moves/mine`, answer: moves.moveAsksSchema }),
    ),
    'schedules.answer-move': on(
      (_, { askId, ...body }: { readonly askId: string; readonly answer: moves.MoveAnswer }) =>
        hub.ask({
          method: 'POST',
          path: `${base}/moves/${askId}/answer`,
          body,
          answer: moves.moveAskSchema,
        }),
    ),
  };
};

export const scheduleCommands = (deps: CommandDeps): Part<'schedules'> => {
  const { hub, session, newId } = deps;
  const on = withShift(session);
  return {
    ...weekCommands(deps),
    ...leadCommands(deps),
    ...moveCommands(deps),
    'schedules.day': on((_, query) =>
      hub.ask({ method: 'GET', path: `${base}/day`, query, answer: schedules.teamDaySchema }),
    ),
    'schedules.adherence': on((_, query) =>
      hub.ask({ method: 'GET', path: `${base}/adherence`, query, answer: adherenceSchema }),
    ),
    'schedules.mine': on((_, query) =>
      hub.ask({ method: 'GET', path: `${base}/mine`, query, answer: schedules.ownWeekSchema }),
    ),
    'schedules.wish': on((_, body) =>
      hub.ask({
        method: 'PUT',
        path: `${base}/mine/wishes`,
        body,
        answer: schedules.ownWeekSchema,
      }),
    ),
    'schedules.ask-swap': on((_, asked) =>
      hub.ask({
        method: 'POST',
        path: `${base}/swaps`,
        body: { ...asked, id: newId() },
        answer: schedules.swapSchema,
      }),
    ),
    'schedules.answer-swap': on((_, { swapId, ...body }) =>
      hub.ask({
        method: 'POST',
        path: `${base}/swaps/${swapId}/answer`,
        body,
        answer: schedules.swapSchema,
      }),
    ),
  };
};
