/** The queues and the campaigns that run: who waits, how the day goes, who serves. */
import { formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { shareAnswered } from '@renderer/platform/lead-board/queue-figures.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { QueueForecast } from '@shared/contracts/http/queue-forecasts.ts';
import type { BoardCampaign, BoardQueue } from '@shared/contracts/live/board.ts';
import { queueThresholds, queueWorry } from '@shared/domain/lead-board/attention.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { QueueAhead, StaffedAndNeeded } from './queue-ahead.tsx';
import { QueuePreferred } from './queue-preferred.tsx';
import styles from './queue-table.module.css';

const css = styleNames(styles);

const ServiceLevel = ({ share, goal }: { readonly share: number; readonly goal: number }) => {
  const { language } = useText();
  return (
    <span className={css('level')}>
      <span className={css('bullet')} aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
        <em style={{ left: `${goal}%` }} />
      </span>
      {formatNumber(Math.round(share * 100), language)} %
    </span>
  );
};

const QueueRow = ({
  queue,
  quarters,
  thresholds,
  known,
  now,
}: {
  readonly queue: BoardQueue;
  readonly quarters: QueueForecast['quarters'];
  readonly thresholds: Thresholds;
  readonly known: 'known' | 'unknown';
  readonly now: number;
}) => {
  const { t } = useText();
  const brand = useBrands().find(({ id }) => id === queue.brandId);
  const share = shareAnswered([queue]);
  const worry = queueWorry({ ...queue, answeredShare: share }, thresholds, now);
  const { answeredShare } = queueThresholds(thresholds, queue.goal);
  const isKnown = known === 'known';
  return (
    <tr className={css(worry !== null && isKnown && 'over')}>
      <th scope="row">
        <BrandMark brand={brand} size="small" />
        <b>{queue.label}</b>
        {isKnown ? <QueuePreferred preferred={queue.preferred} now={now} /> : null}
      </th>
      <td className={css('big')}>{isKnown ? queue.waiting : '–'}</td>
      <td className={css('big')}>
        {worry === 'wait' && isKnown ? <Icon name="alert" size={16} /> : null}
        {isKnown && queue.longestSince !== null
          ? formatTimer(now - Date.parse(queue.longestSince))
          : '–'}
      </td>
      <td>
        {share === null ? (
          <span className={css('quiet')}>{t('board.noCallYet')}</span>
        ) : (
          <ServiceLevel share={share} goal={answeredShare} />
        )}
      </td>
      <td>{queue.abandoned}</td>
      <td>
        <StaffedAndNeeded staffed={isKnown ? queue.staffed : null} quarters={quarters} />
        {queue.paused > 0 ? (
          <small className={css('quiet')}> {t('board.andPaused', { count: queue.paused })}</small>
        ) : null}
      </td>
      <td>
        <QueueAhead staffed={isKnown ? queue.staffed : null} quarters={quarters} />
      </td>
    </tr>
  );
};

const CampaignRow = ({ campaign }: { readonly campaign: BoardCampaign }) => {
  const { t } = useText();
  const brand = useBrands().find(({ id }) => id === campaign.brandId);
  return (
    <tr>
      <th scope="row">
        <BrandMark brand={brand} size="small" />
        <b>{campaign.name}</b>
      </th>
      <td className={css('big')} colSpan={2}>
        {t('board.left', { count: campaign.left })}
      </td>
      <td className={css('quiet', 'outbound')}>{t('board.outbound')}</td>
      <td className={css('won')} title={t('board.wonOf')}>
        <Icon name="flag" size={16} />
        {campaign.won}
        {campaign.target === null ? null : ` / ${campaign.target}`}
      </td>
      <td>{campaign.callers}</td>
      <td />
    </tr>
  );
};

export const QueueTable = ({
  queues,
  campaigns,
  forecasts,
  thresholdsOf,
  known,
  now,
}: {
  readonly queues: readonly BoardQueue[];
  readonly campaigns: readonly BoardCampaign[];
  readonly forecasts: readonly QueueForecast[];
  readonly thresholdsOf: (queue: BoardQueue) => Thresholds;
  /** `unknown`: the switch says nothing of who waits. */
  readonly known: 'known' | 'unknown';
  readonly now: number;
}) => {
  const { t } = useText();
  return (
    <table className={css('table')}>
      <thead>
        <tr>
          <th scope="col">{t('board.queue')}</th>
          <th scope="col">{t('board.waiting')}</th>
          <th scope="col">{t('board.longest')}</th>
          <th scope="col">{t('board.serviceLevel')}</th>
          <th scope="col">{t('board.abandoned')}</th>
          <th scope="col">{t('board.ahead.staffed')}</th>
          <th scope="col">{t('board.ahead.title')}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <QueueRow
            key={queue.name}
            queue={queue}
            quarters={forecasts.find((one) => one.queue === queue.name)?.quarters ?? []}
            thresholds={thresholdsOf(queue)}
            {...{ known, now }}
          />
        ))}
        {campaigns.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} />
        ))}
      </tbody>
    </table>
  );
};
