/** The experiments of all campaigns; each is read anew once a minute at most, and says when it was. */
import type { HubDependencies } from '@api/hub-app.ts';
import type {
  ExperimentReport,
  ListedExperiment,
} from '@shared/contracts/http/campaign-experiments.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { experimentState, experimentStates } from '@shared/domain/experiment/standing.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { reportOf } from './experiment-service.ts';
import { findCampaigns } from './repository.ts';

type Kept = { readonly of: string; readonly report: ExperimentReport };
const kept = new WeakMap<HubDependencies['database'], Map<string, Kept>>();
const keptMs = 60_000;

const keptOf = (database: HubDependencies['database']): Map<string, Kept> => {
  const known = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, known);
  return known;
};

/** Everybody who was drawn is read for it: not for each look at the list. */
const recentReport = async (
  { database, clock }: HubDependencies,
  campaign: Campaign,
): Promise<ExperimentReport | null> => {
  const { experiment } = campaign.settings;
  if (experiment === null) return null;
  const known = keptOf(database);
  const of = `${campaign.revision} ${campaign.status}`;
  const last = known.get(campaign.id);
  const nowMs = clock.now();
  if (last?.of === of && nowMs - Date.parse(last.report.at) < keptMs) return last.report;
  const report = await reportOf({ clock }, database.db, campaign, experiment);
  known.set(campaign.id, { of, report });
  return report;
};

const listed = (campaign: Campaign, report: ExperimentReport): ListedExperiment => {
  const { comparisons, look, isOver } = report;
  const verdicts = comparisons.flatMap(({ against }) => against.map(({ verdict }) => verdict));
  const groups = comparisons.flatMap((one) => one.groups.map(({ n }) => n));
  return {
    campaignId: campaign.id,
    campaign: campaign.settings.name,
    brandId: campaign.settings.brandId,
    status: campaign.status,
    state: experimentState({ status: campaign.status, look, isOver, verdicts }),
    through: groups.length === 0 ? 0 : Math.min(...groups),
    report,
  };
};

export const experimentsOf = async (
  hub: HubDependencies,
  user: User,
): Promise<{ at: string; experiments: ListedExperiment[] }> => {
  const campaigns = await findCampaigns(hub.database.db, user.brandIds, undefined);
  const found: ListedExperiment[] = [];
  for (const campaign of campaigns) {
    const report = await recentReport(hub, campaign);
    if (report !== null) found.push(listed(campaign, report));
  }
  const order = ({ state }: ListedExperiment): number => experimentStates.indexOf(state);
  return {
    at: toInstant(hub.clock.now()),
    experiments: [...found].sort((one, other) => order(one) - order(other)),
  };
};
