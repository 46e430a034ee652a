/** Whose figures somebody sees, of which days and brands: conditions for each table that is counted. */

import type { HubDependencies } from '@api/hub-app.ts';
import { leadScopeOf } from '@api/modules/lead/lead-scope.ts';
import type { CentreAnswer, CentreQuery } from '@shared/contracts/http/centre-figures.ts';
import { dayLater, dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type RawBuilder, sql } from 'kysely';

const zone = 'Europe/Paris';
const usualDays = 30;
const mostDays = 366;

export type Days = { readonly from: string; readonly to: string };

/** Conditions on `users`, and on the brand of a call; `people` null: nobody's states are hers to see. */
export type CentreScope = {
  readonly whose: CentreAnswer['scope'];
  readonly days: Days;
  /** The first moment of the first day, and the first after the last. */
  readonly begins: string;
  readonly ends: string;
  readonly now: string;
  readonly brandIds: readonly string[];
  readonly callers: RawBuilder<unknown>;
  readonly people: RawBuilder<unknown> | null;
};

const daysOf = ({ from, to }: CentreQuery, nowMs: number): Result<Days> => {
  const last = to ?? textOfDay(localDateOf(nowMs, zone));
  const days = { from: from ?? dayLater(last, 1 - usualDays), to: last };
  if (days.from > days.to) return fail('input-malformed', 'from: lies after `to`');
  if (dayLater(days.from, mostDays) <= days.to)
    return fail('input-malformed', 'to: a year at most');
  return succeed(days);
};

type Whose = Pick<CentreScope, 'whose' | 'callers' | 'people'>;

const whoseOf = async (db: HubDependencies['database']['db'], user: User): Promise<Whose> => {
  switch (user.role) {
    case 'advisor': {
      const own = sql`users.id = ${user.id}`;
      return { whose: 'own', callers: own, people: own };
    }
    case 'team-lead': {
      const { teamIds, brandIds } = await leadScopeOf(db, user);
      const team = sql`users.team_id = any(${[...teamIds]}::uuid[])`;
      // As on the live board: of her teams, and for one of her brands at least.
      const people = sql`${team} and exists (select from user_brands
        where user_id = users.id and brand_id = any(${[...brandIds]}::text[]))`;
      return { whose: 'team', callers: team, people };
    }
    case 'brand-manager':
      return { whose: 'brands', callers: sql`true`, people: null };
    case 'administrator':
      return { whose: 'brands', callers: sql`true`, people: sql`true` };
  }
};

/** A brand of others looks as if it did not exist; people's time is that of no brand. */
export const scopeOf = async (
  { database: { db }, clock }: Pick<HubDependencies, 'database' | 'clock'>,
  user: User,
  asked: CentreQuery,
): Promise<Result<CentreScope>> => {
  const { brandId } = asked;
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  const nowMs = clock.now();
  const days = daysOf(asked, nowMs);
  if (!days.ok) return days;
  const { from, to } = days.value;
  const midnight = (day: string): string => toInstant(instantOf(dayOfText(day), 0, zone));
  const whose = await whoseOf(db, user);
  return succeed({
    ...whose,
    people: brandId === undefined ? whose.people : null,
    days: days.value,
    begins: midnight(from),
    ends: midnight(dayLater(to, 1)),
    now: toInstant(nowMs),
    brandIds: brandId === undefined ? user.brandIds : [brandId],
  });
};
