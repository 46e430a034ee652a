/** The day under way of a team: what is needed from the re-forecast, who is planned, who could move. */
import type { HubDependencies } from '@api/hub-app.ts';
import { toldDaysOf } from '@api/modules/staffing/told-days.ts';
import type { MoveAsk, Today } from '@shared/contracts/http/schedule-moves.ts';
import { type StaffingDay, staffingQuerySchema } from '@shared/contracts/http/staffing.ts';
import { dayOfText, mondayOf } from '@shared/domain/calendar/day-text.ts';
import { instantOf } from '@shared/domain/calendar/zoned-time.ts';
import { quartersOfDay } from '@shared/domain/schedule/build/week-to-build.ts';
import { type DayUnderWay, plannedFor } from '@shared/domain/schedule/moves/day-under-way.ts';
import { type Advice, whoShouldMove } from '@shared/domain/schedule/moves/who-should-move.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import { asksOfTeam } from './moves-repository.ts';
import { type Person, peopleOf, zone } from './people.ts';
import { sharesOf } from './repository.ts';
import { teamFor, todayOf } from './week-service.ts';

const usual = staffingQuerySchema.parse({});
const minuteMs = 60_000;

type Known = {
  readonly view: DayUnderWay;
  readonly people: readonly Person[];
  readonly told: readonly StaffingDay[];
  readonly shares: ReadonlyMap<string, number>;
  readonly asks: readonly MoveAsk[];
};

/** Needs of each brand, as they are told at this moment, beside the team's published day. */
const readDay = async (hub: HubDependencies, teamId: string): Promise<Known> => {
  const { db } = hub.database;
  const day = todayOf(hub);
  const shares = await sharesOf(db, teamId);
  const days = toldDaysOf(hub);
  const told = await Promise.all([...shares.keys()].map((brandId) => days.today(brandId)));
  const people = await peopleOf(db, teamId, mondayOf(day));
  const nowMinute = Math.floor((hub.clock.now() - instantOf(dayOfText(day), 0, zone)) / minuteMs);
  const of = (count: number, brandId: string) => Math.ceil(count * (shares.get(brandId) ?? 1));
  const brands = told.map(({ brandId, quarters }) => ({
    brandId: brandId ?? '',
    quarters: quarters.map(({ calls, low, high, handlingSeconds, needed }) => {
      const share = shares.get(brandId ?? '') ?? 1;
      return {
        calls: calls * share,
        low: low * share,
        high: high * share,
        handlingSeconds,
        needed: of(needed, brandId ?? ''),
      };
    }),
  }));
  const asks = await asksOfTeam(db, teamId, day);
  const open = new Set(asks.filter(({ status }) => status === 'asked').map((one) => one.userId));
  const planned = people.map(({ userId, brandIds, published, plan, days }) => ({
    userId,
    brandIds,
    isAsked: open.has(userId),
    pieces: published.find((one) => one.day === day)?.pieces ?? [],
    plan: { ...plan, days: [...plan.days.filter((one) => !days.includes(one)), ...published] },
  }));
  const goal = {
    share: usual.share / 100,
    targetSeconds: usual.targetSeconds,
    patienceSeconds: usual.patienceSeconds,
    busiest: usual.busiest / 100,
  };
  return { view: { day, nowMinute, brands, people: planned, goal }, people, told, shares, asks };
};

const clockOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

const quartersOf = ({ view, told, shares }: Known): Today['quarters'] => {
  if (
    told.every(({ quarters }) => quarters.length === 0) &&
    view.people.every(({ pieces }) => pieces.length === 0)
  )
    return [];
  const sum = (of: (day: StaffingDay) => number) => told.reduce((all, day) => all + of(day), 0);
  const part = (day: StaffingDay, count: number | undefined) =>
    Math.ceil((count ?? 0) * (shares.get(day.brandId ?? '') ?? 1));
  const planned =
    view.brands.length === 0
      ? []
      : view.brands.map(({ brandId }) => plannedFor(view.people, brandId));
  return Array.from({ length: quartersOfDay }, (_, at) => ({
    from: clockOf(at),
    over: (at + 1) * 15 <= view.nowMinute,
    needed: sum((day) => part(day, day.quarters[at]?.needed)),
    low: sum((day) => part(day, day.quarters[at]?.neededLow)),
    high: sum((day) => part(day, day.quarters[at]?.neededHigh)),
    planned: planned.reduce((all, one) => all + (one[at] ?? 0), 0),
    missing: view.brands.reduce(
      (all, { quarters }, place) =>
        all + Math.max(0, (quarters[at]?.needed ?? 0) - (planned[place]?.[at] ?? 0)),
      0,
    ),
  }));
};

const adviceWith = (advice: Advice | null, people: readonly Person[]): Today['advice'] => {
  if (advice === null) return null;
  const nameOf = (userId: string) => people.find((one) => one.userId === userId)?.name ?? '';
  const { shortfall } = advice;
  return {
    ...advice,
    shortfall: { ...shortfall, from: shortfall.from * 15, to: shortfall.to * 15 },
    moves: advice.moves.map(({ people: moved, ...move }) => ({
      ...move,
      people: moved.map(({ userId }) => ({ userId, name: nameOf(userId) })),
    })),
  };
};

/** The advice with the pieces of each, for whoever asks people; who was asked already is not asked twice. */
export const adviceOf = async (
  hub: HubDependencies,
  teamId: string,
): Promise<{ readonly advice: Advice | null; readonly view: DayUnderWay }> => {
  const { view } = await readDay(hub, teamId);
  return { advice: whoShouldMove(view), view };
};

export const seeToday = async (
  hub: HubDependencies,
  user: User,
  asked: { readonly teamId?: string | undefined },
): Promise<Result<Today>> => {
  const team = teamFor(user, asked.teamId);
  if (!team.ok) return team;
  const known = await readDay(hub, team.value);
  const { view, told, people } = known;
  const calls = (day: StaffingDay) => day.total?.calls ?? 0;
  const [busiest] = [...told].sort((a, b) => calls(b) - calls(a));
  const all = told.flatMap(({ quarters }) => quarters);
  const allCalls = all.reduce((sum, one) => sum + one.calls, 0);
  const seconds = all.reduce((sum, one) => sum + one.calls * one.handlingSeconds, 0);
  return succeed({
    at: toInstant(hub.clock.now()),
    day: view.day,
    known: told.some(({ total }) => total !== null),
    goal: { share: usual.share, targetSeconds: usual.targetSeconds },
    error: busiest?.error ?? null,
    handlingSeconds: allCalls === 0 ? 0 : seconds / allCalls,
    quarters: quartersOf(known),
    advice: adviceWith(whoShouldMove(view), people),
    asks: [...known.asks],
  });
};
