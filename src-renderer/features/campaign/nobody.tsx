/** Nobody is there to be called: why, and when that changes. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import { nextCallingHour } from '@shared/domain/law/evidence.ts';
import { instantAt } from './her-time.ts';
import type { CampaignDay } from './use-campaign.ts';

export const Nobody = ({
  day: { state, signedInTo },
  campaign,
}: {
  readonly day: Pick<CampaignDay, 'state' | 'signedInTo'>;
  readonly campaign: CampaignView;
}) => {
  const { t, language } = useText();
  const nextMs = nextCallingHour(useMinute());
  if (state === 'away')
    return (
      <EmptyState icon="cloud-off" title={t('campaign.nobodyAway')} detail={t('campaign.away')} />
    );
  if (needsSwitch(campaign.settings) && nextMs === null) {
    const told = signedInTo === campaign.id ? 'waiting' : 'notTaken';
    return (
      <EmptyState
        icon="phone"
        title={t('campaign.signIn.dialled')}
        detail={t(`campaign.signIn.${told}`)}
      />
    );
  }
  const detail =
    nextMs === null
      ? t('campaign.nobodyDetail')
      : t('campaign.nobodyUntil', { when: instantAt(nextMs, 'Europe/Paris', language) });
  return <EmptyState icon="user" title={t('campaign.nobody')} detail={detail} />;
};
