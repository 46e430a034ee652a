/** The forecast of a team, beside that of one advisor more. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CampaignForecast } from '@shared/domain/campaign/forecast.ts';
import { type Experience, experienceOf, planOf, type Team } from './plan-of.ts';

export type Simulated = {
  readonly experience: Experience;
  readonly forecast: CampaignForecast | null;
  readonly oneMore: CampaignForecast | null;
};

/** Null until the campaigns before are known; nobody to call is no forecast. */
export const useForecast = (
  campaign: CampaignView,
  contacts: number,
  team: Team,
): Simulated | null => {
  const { known } = useAsked('planning.campaigns', {});
  const all = known?.value?.campaigns ?? null;
  const experience = all === null ? null : experienceOf(campaign, all);
  const asked = (more: Team) =>
    experience === null || contacts === 0 ? null : planOf(campaign, contacts, more, experience);
  const { known: now } = useAsked('planning.forecast', asked(team));
  const more = { ...team, advisors: team.advisors + 1 };
  const { known: then } = useAsked('planning.forecast', asked(more));
  if (experience === null) return null;
  return { experience, forecast: now?.value ?? null, oneMore: then?.value ?? null };
};
