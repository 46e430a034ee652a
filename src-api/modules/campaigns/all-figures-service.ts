/** Calls of all campaigns that a user may see, in a period of days: her own, her team's, or her brands'. */
import type { HubDependencies } from '@api/hub-app.ts';
import type {
  AllFigures,
  FiguresQuery,
  figureScopes,
} from '@shared/contracts/http/call-figures.ts';
import {
  instantOf,
  type LocalDate,
  localDateOf,
  nextDay,
} from '@shared/domain/calendar/zoned-time.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type RawBuilder, sql } from 'kysely';
import { type CallScope, countHours } from './results-repository.ts';
import { resultsIn } from './results-service.ts';

const PARIS = 'Europe/Paris';
const usualDays = 30;
const dayMs = 86_400_000;

const dayOf = (text: string): LocalDate => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};
const textOf = ({ year, month, day }: LocalDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const midnight = (date: LocalDate): string => toInstant(instantOf(date, 0, PARIS));

type Whose = (typeof figureScopes)[number];
const whoseOf = ({ role }: User): Whose =>
  role === 'advisor' ? 'own' : role === 'team-lead' ? 'team' : 'brands';

/** What the dialler tried and nobody answered is nobody's: it counts for the teams of its campaign. */
const callsOf = ({ id, teamId }: User, whose: Whose): RawBuilder<unknown> => {
  switch (whose) {
    case 'own':
      return sql`made.advisor_id = ${id}`;
    case 'team':
      return sql`(users.team_id = ${teamId} or (made.advisor_id is null and made.campaign_id in
        (select id from campaigns where settings->'teamIds' ? ${teamId}::text)))`;
    case 'brands':
      return sql`true`;
  }
};

export const allFiguresOf = async (
  { database: { db }, clock }: HubDependencies,
  user: User,
  asked: FiguresQuery,
): Promise<Result<AllFigures>> => {
  const { by, brandId } = asked;
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  const nowMs = clock.now();
  const to = asked.to ?? textOf(localDateOf(nowMs, PARIS));
  const usual = Date.parse(`${to}T12:00:00Z`) - (usualDays - 1) * dayMs;
  const from = asked.from ?? toInstant(usual).slice(0, 10);
  if (from > to) return fail('input-malformed', 'from: lies after `to`');
  const whose = whoseOf(user);
  const brandIds = brandId === undefined ? [...user.brandIds] : [brandId];
  const since = midnight(dayOf(from));
  const scope: CallScope = {
    since,
    whose: whose === 'brands' ? 'everybody' : 'some',
    campaigns: sql`campaign.brand_id = any(${brandIds}::text[])`,
    calls: sql`made.at >= ${since}::timestamptz
      and made.at < ${midnight(nextDay(dayOf(to)))}::timestamptz and ${callsOf(user, whose)}`,
  };
  const [{ rows, total }, hours] = await Promise.all([
    resultsIn(db, scope, by),
    countHours(db, scope),
  ]);
  return succeed({
    at: toInstant(nowMs),
    from,
    to,
    by,
    scope: whose,
    rows: [...rows],
    total,
    hours,
  });
};
