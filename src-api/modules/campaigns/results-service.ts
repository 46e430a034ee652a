/** What a campaign brought, cut by who called, when, where and with which words, and what it cost. */

import type { HubDependencies } from '@api/hub-app.ts';
import type {
  CampaignResults,
  ResultCut,
  ResultRow,
} from '@shared/contracts/http/campaign-figures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { successCodesOf } from './figures-service.ts';
import { findCampaign } from './repository.ts';
import { type Counted, countBy } from './results-repository.ts';

const priced = ({ recorded, ...row }: Counted, centsPerHour: number): ResultRow => {
  const cents = (row.seconds / 3600) * centsPerHour;
  const each = (count: number): number | null =>
    count === 0 || recorded === 0 ? null : Math.round(cents / count);
  return { ...row, centsPerContact: each(row.reached), centsPerSuccess: each(row.successes) };
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
  const successes = successCodesOf(campaign);
  const rows = await countBy(db, campaignId, successes, by);
  const [whole] = await countBy(db, campaignId, successes, 'all');
  const empty = { key: null, label: null, attempts: 0, reached: 0, successes: 0, seconds: 0 };
  const total = priced(whole ?? { ...empty, recorded: 0 }, centsPerHour);
  return succeed({
    at: toInstant(hub.clock.now()),
    by,
    rows: rows.map((row) => priced(row, centsPerHour)),
    total,
    centsPerHour,
    visitCents,
  });
};
