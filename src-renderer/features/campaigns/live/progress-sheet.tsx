/** Where the campaign is: against its target and the planned pace, and each figure with of how many it is. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures } from '@shared/contracts/http/campaign-figures.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { ProgressBar } from '../progress.tsx';
import styles from './live.module.css';
import { useShares } from './use-shares.ts';

const css = styleNames(styles);

const Target = ({
  figures,
  settings,
}: {
  readonly figures: CampaignFigures;
  readonly settings: CampaignSettings;
}) => {
  const { t, language } = useText();
  const { successes: done, plan } = figures;
  const { target, planned } = plan;
  if (target === null || planned === null) return null;
  const ahead = done - planned;
  const day = (date: string): string => formatShortDay(`${date}T12:00:00Z`, language);
  const paceWords = ahead === 0 ? 'onPace' : ahead > 0 ? 'ahead' : 'behind';
  return (
    <>
      <p className={css('pace')}>
        {t(`planning.plan.${paceWords}`, {
          count: Math.abs(ahead),
          value: formatNumber(Math.abs(ahead), language),
        })}
      </p>
      <ProgressBar done={done} target={target} planned={planned} />
      <p className={css('scale')}>
        <span>{day(settings.startsOn)}</span>
        <span>{t('planning.plan.tonight', { planned: formatNumber(planned, language) })}</span>
        <span>{day(settings.endsOn)}</span>
      </p>
    </>
  );
};

export const ProgressSheet = ({
  figures,
  settings,
}: {
  readonly figures: CampaignFigures;
  readonly settings: CampaignSettings;
}) => {
  const { t, language } = useText();
  const { share } = useShares();
  const { successes, attempts, reached, plan } = figures;
  const count = successes;
  const small = [
    [formatNumber(attempts, language), t('planning.figure.attempts')],
    [
      formatNumber(reached, language),
      t('planning.figure.reached', { share: share(reached, attempts) }),
    ],
    [share(successes, reached, 1), t(`planning.figure.success.${settings.goal}`)],
  ] as const;
  return (
    <section className={css('sheet')} aria-label={t('campaign.progress')}>
      <p className={css('big')}>
        <b>{formatNumber(count, language)}</b>
        <span>
          {plan.target === null
            ? t(`campaign.success.${settings.goal}`, { count })
            : t(`campaign.successOf.${settings.goal}`, {
                count,
                target: formatNumber(plan.target, language),
              })}
        </span>
      </p>
      <Target figures={figures} settings={settings} />
      <dl className={css('small')}>
        {small.map(([value, words]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
