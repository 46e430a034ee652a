/** What calls brought, cut by who called, when, where and with which words, and what it cost. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { FigureCut, ResultCut, ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { CampaignResults } from '@shared/contracts/http/campaign-figures.ts';
import { unitCosts } from '@shared/domain/campaign/unit-costs.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { sql } from 'kysely';
import { findCampaign } from './repository.ts';
import { type CallScope, type Counted, countBy } from './results-repository.ts';

type Db = HubDependencies['database']['db'];

const nothing: Counted = {
  key: null,
  label: null,
  brandId: null,
  goal: null,
  people: 0,
  peopleReached: 0,
  attempts: 0,
  reached: 0,
  successes: 0,
  appointments: { made: 0, kept: 0, notKept: 0, cancelled: 0 },
  sales: 0,
  seconds: 0,
  cents: 0,
  recorded: 0,
  visitCents: 0,
};

const priced = ({ recorded, ...row }: Counted): ResultRow => {
  const { appointments, ...counts } = row;
  return { ...row, ...unitCosts({ ...counts, recorded, appointments: appointments.made }) };
};

export type Told = { readonly rows: readonly ResultRow[]; readonly total: ResultRow };

export const resultsIn = async (db: Db, scope: CallScope, by: FigureCut): Promise<Told> => {
  const { rows, total } = await countBy(db, scope, by);
  return { rows: rows.map(priced), total: priced(total ?? nothing) };
};

export const resultsOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  by: ResultCut,
): Promise<Result<CampaignResults>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const { centsPerHour, visitCents } = campaign.settings.costs;
  const scope: CallScope = {
    campaigns: sql`campaign.id = ${campaignId}`,
    calls: sql`true`,
    since: null,
    whose: 'everybody',
  };
  const { rows, total } = await resultsIn(db, scope, by);
  const at = toInstant(hub.clock.now());
  return succeed({ at, by, rows: [...rows], total, centsPerHour, visitCents });
};
