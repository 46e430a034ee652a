/** Of a campaign that the hub dials: whether its calls come to her. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import styles from './campaign.module.css';
import type { CampaignDay } from './use-campaign.ts';

const css = styleNames(styles);

export const SignIn = ({
  day,
  campaign,
}: {
  readonly day: CampaignDay;
  readonly campaign: CampaignView;
}) => {
  const { t } = useText();
  const takesUp = useSlice('line')?.takesUp !== false;
  const hereWords = takesUp ? 'campaign.signIn.here' : 'campaign.signIn.hereByHand';
  if (!needsSwitch(campaign.settings)) return null;
  const isIn = day.signedInTo === campaign.id;
  return (
    <div className={css('signIn')}>
      <Button
        icon={isIn ? 'check' : 'phone'}
        look={isIn ? 'plain' : 'primary'}
        blocked={day.state === 'here' ? undefined : t('campaign.away')}
        aria-pressed={isIn}
        onClick={() => void day.signIn(isIn ? null : campaign.id)}
      >
        {t(isIn ? 'campaign.signIn.leave' : 'campaign.signIn.take')}
      </Button>
      <p>{t(isIn ? hereWords : 'campaign.signIn.notHere')}</p>
    </div>
  );
};
