/** Asks people to move, and changes their day once they accept. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { MoveAnswer, MoveAsk } from '@shared/contracts/http/schedule-moves.ts';
import { mondayOf } from '@shared/domain/calendar/day-text.ts';
import { isRefused, judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  addAsks,
  asksOfPerson,
  asksOfTeam,
  findAsk,
  lockAsk,
  type NewAsk,
  setAsk,
} from './moves-repository.ts';
import { peopleOf } from './people.ts';
import { findWeek, lockWeek, turnWeek, writeDays } from './repository.ts';
import { adviceOf } from './today-service.ts';
import { type Actor, teamFor, todayOf } from './week-service.ts';

type Db = HubDependencies['database']['db'];

/** The moves as they are advised at this moment: one that is gone is refused, and looked at again. */
export const askMoves = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  asked: { readonly teamId?: string | undefined; readonly ids: readonly string[] },
): Promise<Result<{ readonly asks: MoveAsk[] }>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const { advice, view } = await adviceOf(hub, team.value);
  const moves = (advice?.moves ?? []).filter(({ id }) => asked.ids.includes(id));
  if (moves.length < asked.ids.length) return fail('version-superseded');
  const at = toInstant(hub.clock.now());
  const asks = moves.flatMap((move): NewAsk[] =>
    move.people.map(({ userId, before, after }) => ({
      id: hub.newId(),
      move: move.id,
      teamId: team.value,
      userId,
      day: view.day,
      kind: move.kind,
      brandId: move.brandId,
      from: move.from,
      to: move.to,
      before: [...before],
      after: [...after],
      askedBy: user.id,
      askedAt: at,
    })),
  );
  await hub.database.db.transaction().execute(async (tx) => {
    await addAsks(tx, asks);
    for (const { id, userId } of asks) {
      const about = {
        action: 'asked',
        entity: 'schedule-move',
        entityId: id,
        detail: { of: userId },
      };
      await recordAudit(tx, { userId: user.id, correlationId, ...about });
    }
  });
  return succeed({ asks: await asksOfTeam(hub.database.db, team.value, view.day) });
};

export const ownAsks = async (hub: HubDependencies, user: User): Promise<MoveAsk[]> =>
  asksOfPerson(hub.database.db, user.id, todayOf(hub));

const isSame = (a: readonly Piece[], b: readonly Piece[]): boolean => {
  const bare = (pieces: readonly Piece[]) =>
    pieces.map(({ kind, from, to, brandId, movable }) => [kind, from, to, brandId, movable]);
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
};

/** Her published day becomes what she was asked, unless it changed meanwhile or a rule refuses it now. */
const apply = async (tx: Db, teamId: string, ask: MoveAsk): Promise<Result<null>> => {
  const week = mondayOf(ask.day);
  await lockWeek(tx, teamId, week);
  const person = (await peopleOf(tx, teamId, week)).find(({ userId }) => userId === ask.userId);
  const pieces = person?.published.find(({ day }) => day === ask.day)?.pieces;
  if (person === undefined || pieces === undefined || !isSame(pieces, ask.before))
    return fail('version-superseded');
  const days = [
    ...person.plan.days.filter(({ day }) => day !== ask.day),
    { day: ask.day, pieces: ask.after },
  ];
  if (isRefused(judgePlan({ ...person.plan, days }, { from: ask.day, to: ask.day })))
    return fail('schedule-refused');
  const { hasDraft } = await findWeek(tx, teamId, week);
  const to = { teamId, userIds: [ask.userId], from: ask.day, to: ask.day };
  const change = { userId: ask.userId, day: ask.day, pieces: ask.after };
  await writeDays(tx, { ...to, stage: 'published' }, [change]);
  if (hasDraft) await writeDays(tx, { ...to, stage: 'draft' }, [change]);
  await turnWeek(tx, { teamId, week }, { hasDraft });
  return succeed(null);
};

const statuses = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;

/** She alone accepts or declines; her lead takes back what nobody has answered. */
export const answerMove = (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { askId, answer }: { readonly askId: string; readonly answer: MoveAnswer },
): Promise<Result<MoveAsk>> =>
  hub.database.db.transaction().execute(async (tx): Promise<Result<MoveAsk>> => {
    const teamId = await lockAsk(tx, askId);
    const ask = await findAsk(tx, askId);
    if (teamId === null || ask === null) return fail('not-found');
    const isLead =
      user.role === 'administrator' || (user.role === 'team-lead' && user.teamId === teamId);
    if (answer === 'withdraw' ? !isLead : ask.userId !== user.id) return fail('not-found');
    if (ask.status !== 'asked' || ask.day < todayOf(hub)) return fail('move-not-in-state');
    if (answer === 'accept') {
      const done = await apply(tx, teamId, ask);
      if (!done.ok) return done;
    }
    await setAsk(tx, askId, { status: statuses[answer], at: toInstant(hub.clock.now()) });
    const about = { action: statuses[answer], entity: 'schedule-move', entityId: askId };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
    const changed = await findAsk(tx, askId);
    return changed === null ? fail('not-found') : succeed(changed);
  });
