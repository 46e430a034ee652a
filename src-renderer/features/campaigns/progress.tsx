/** How far a campaign is on its way to the target, beside where it was meant to be by now. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import styles from './campaigns.module.css';

const css = styleNames(styles);

/** `74 sur 120 rendez-vous`, with a bar; the tick stands where the plan is tonight. */
export const ProgressBar = ({
  done,
  target,
  planned = null,
}: {
  readonly done: number;
  readonly target: number;
  readonly planned?: number | null;
}) => {
  const { t } = useText();
  const share = (value: number): string => `${Math.min(100, (100 * value) / target)}%`;
  return (
    <div
      className={css('bar')}
      role="progressbar"
      aria-label={t('campaign.progress')}
      aria-valuemin={0}
      aria-valuemax={target}
      aria-valuenow={Math.min(done, target)}
    >
      <i style={{ width: share(done) }} />
      {planned === null ? null : <b style={{ insetInlineStart: share(planned) }} />}
    </div>
  );
};

export const Progress = ({ campaign }: { readonly campaign: CampaignView }) => {
  const { t, language } = useText();
  const { counts, settings } = campaign;
  const { target, goal } = settings;
  const count = counts.successes;
  return (
    <div className={css('progress')}>
      <p>
        <b>{formatNumber(count, language)}</b>{' '}
        {target === null
          ? t(`campaign.success.${goal}`, { count })
          : t(`campaign.successOf.${goal}`, { count, target: formatNumber(target, language) })}
      </p>
      {target === null ? null : <ProgressBar done={count} target={target} />}
      <small>
        {t('planning.reachedOf', {
          count: counts.attempts,
          attempts: formatNumber(counts.attempts, language),
          reached: formatNumber(counts.reached, language),
        })}
        {' · '}
        {t('planning.waiting', {
          count: counts.waiting,
          people: formatNumber(counts.waiting, language),
        })}
      </small>
    </div>
  );
};
