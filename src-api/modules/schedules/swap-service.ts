/** Exchanges: asked for, agreed to by the colleague, checked by the rules, and decided. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { AskSwap, Swap, SwapAnswer, SwapStatus } from '@shared/contracts/http/schedules.ts';
import { mondayOf } from '@shared/domain/calendar/day-text.ts';
import { type Exchanged, exchange } from '@shared/domain/schedule/exchange.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type Person, peopleOf } from './people.ts';
import { findWeek, lockWeek, settingsOf, turnWeek, writeDays } from './repository.ts';
import { addSwap, findSwap, lockSwap, setSwap } from './swaps-repository.ts';
import { type Actor, todayOf } from './week-service.ts';

type Db = HubDependencies['database']['db'];
type Wanted = Pick<Swap, 'askedBy' | 'askedDay' | 'colleague' | 'colleagueDay'>;

/** As everybody sees it: an exchange is of published days. */
const publishedPlan = ({ plan, days, published }: Person): Person['plan'] => ({
  ...plan,
  days: [...plan.days.filter((one) => !days.includes(one)), ...published],
});

/** Both days may lie in two weeks: what is published around the first holds the second. */
const outcomeOf = async (tx: Db, teamId: string, wanted: Wanted): Promise<Result<Exchanged>> => {
  const people = await peopleOf(tx, teamId, mondayOf(wanted.askedDay));
  const [me, colleague] = [wanted.askedBy, wanted.colleague].map((id) =>
    people.find(({ userId }) => userId === id),
  );
  if (me === undefined || colleague === undefined || me === colleague) return fail('not-found');
  const outcome = exchange(
    { brandIds: me.brandIds, plan: publishedPlan(me), day: wanted.askedDay },
    { brandIds: colleague.brandIds, plan: publishedPlan(colleague), day: wanted.colleagueDay },
  );
  if ('not' in outcome) return fail('schedule-refused', outcome.not);
  if ('refused' in outcome)
    return fail(
      'schedule-refused',
      outcome.refused.map(({ rule, day }) => `${rule} ${day}`).join(', '),
    );
  return succeed(outcome.done);
};

/** Both stages: a draft of the week does not take the exchange back when it is published. */
const apply = async (
  tx: Db,
  teamId: string,
  wanted: Wanted,
  { mine, theirs }: Exchanged,
): Promise<void> => {
  const changes = [
    ...mine.map((one) => ({ userId: wanted.askedBy, ...one })),
    ...theirs.map((one) => ({ userId: wanted.colleague, ...one })),
  ];
  for (const change of changes) {
    const { hasDraft } = await findWeek(tx, teamId, mondayOf(change.day));
    const to = { teamId, userIds: [change.userId], from: change.day, to: change.day };
    await writeDays(tx, { ...to, stage: 'published' }, [change]);
    if (hasDraft) await writeDays(tx, { ...to, stage: 'draft' }, [change]);
  }
  for (const week of new Set(changes.map(({ day }) => mondayOf(day)))) {
    const { hasDraft } = await lockWeek(tx, teamId, week);
    await turnWeek(tx, { teamId, week }, { hasDraft });
  }
};

/** Told again with the same id nothing is asked twice. */
export const askSwap = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  asked: AskSwap,
): Promise<Result<Swap>> => {
  const { teamId } = user;
  if (teamId === null) return fail('not-found');
  const today = todayOf(hub);
  if (asked.day < today || asked.colleagueDay < today) return fail('swap-not-in-state');
  return hub.database.db.transaction().execute(async (tx): Promise<Result<Swap>> => {
    const wanted = {
      askedBy: user.id,
      askedDay: asked.day,
      colleague: asked.colleague,
      colleagueDay: asked.colleagueDay,
    };
    const outcome = await outcomeOf(tx, teamId, wanted);
    if (!outcome.ok) return outcome;
    await addSwap(tx, { ...asked, askedBy: user.id, at: toInstant(hub.clock.now()) });
    const about = { action: 'asked', entity: 'shift-swap', entityId: asked.id };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
    const swap = await findSwap(tx, asked.id);
    return swap === null || swap.askedBy !== user.id ? fail('not-found') : succeed(swap);
  });
};

type Part = 'asker' | 'colleague' | 'lead';
const answers: Readonly<
  Record<
    SwapAnswer,
    { readonly by: Part; readonly from: readonly SwapStatus[]; readonly to: SwapStatus }
  >
> = {
  accept: { by: 'colleague', from: ['asked'], to: 'accepted' },
  decline: { by: 'colleague', from: ['asked'], to: 'declined' },
  withdraw: { by: 'asker', from: ['asked', 'accepted'], to: 'withdrawn' },
  approve: { by: 'lead', from: ['accepted'], to: 'approved' },
  refuse: { by: 'lead', from: ['accepted'], to: 'refused' },
};

const hasPart = (user: User, swap: Swap, part: Part): boolean => {
  if (part === 'asker') return swap.askedBy === user.id;
  if (part === 'colleague') return swap.colleague === user.id;
  return user.role === 'team-lead' || user.role === 'administrator';
};

/** The team of the two, as far as whoever answers may see it. */
const teamOf = async (tx: Db, user: User, swap: Swap): Promise<string | null> => {
  const row = await tx
    .selectFrom('users')
    .select('team_id')
    .where('id', '=', swap.askedBy)
    .executeTakeFirst();
  const teamId = row?.team_id ?? null;
  return user.role === 'administrator' || teamId === user.teamId ? teamId : null;
};

export const answerSwap = (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { swapId, answer }: { readonly swapId: string; readonly answer: SwapAnswer },
): Promise<Result<Swap>> =>
  hub.database.db.transaction().execute(async (tx): Promise<Result<Swap>> => {
    const status = await lockSwap(tx, swapId);
    const swap = await findSwap(tx, swapId);
    if (status === null || swap === null) return fail('not-found');
    const teamId = await teamOf(tx, user, swap);
    const { by, from, to } = answers[answer];
    if (teamId === null || !hasPart(user, swap, by)) return fail('not-found');
    if (!from.includes(status) || swap.askedDay < todayOf(hub) || swap.colleagueDay < todayOf(hub))
      return fail('swap-not-in-state');
    const { settings } = await settingsOf(tx, teamId);
    const isDone = to === 'approved' || (to === 'accepted' && settings.swaps === 'automatic');
    if (to === 'accepted' || isDone) {
      const outcome = await outcomeOf(tx, teamId, swap);
      if (!outcome.ok) return outcome;
      if (isDone) await apply(tx, teamId, swap, outcome.value);
    }
    const now = isDone ? ('approved' as const) : to;
    await setSwap(tx, swapId, { status: now, at: toInstant(hub.clock.now()) });
    const about = { action: now, entity: 'shift-swap', entityId: swapId };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
    const changed = await findSwap(tx, swapId);
    return changed === null ? fail('not-found') : succeed(changed);
  });
