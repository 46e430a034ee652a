/** By channel, by brand, by period: each narrows the thread at once. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import styles from './timeline.module.css';
import type { TimelineFilter } from './timeline-rows.ts';

const css = styleNames(styles);
const periods = [30, 180, 365] as const;

type Props = {
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
};

export const ChannelFilters = ({
  channels,
  filter,
  onFilter,
}: Props & { readonly channels: readonly Channel[] }) => {
  const { t } = useText();
  const choose = (channel: Channel | null) => onFilter({ ...filter, channel });
  return (
    <div className={css('filters')} role="toolbar" aria-label={t('thread.byChannel')}>
      <button
        type="button"
        className={css(filter.channel === null && 'on')}
        aria-pressed={filter.channel === null}
        aria-label={t('thread.allChannels')}
        title={t('thread.allChannels')}
        onClick={() => choose(null)}
      >
        <Icon name="all-channels" size={17} />
      </button>
      {channels.map((channel) => (
        <button
          key={channel}
          type="button"
          className={css(filter.channel === channel && 'on')}
          aria-pressed={filter.channel === channel}
          aria-label={t(`channel.${channel}`)}
          title={t(`channel.${channel}`)}
          onClick={() => choose(filter.channel === channel ? null : channel)}
        >
          <Icon name={channel} size={16} />
        </button>
      ))}
    </div>
  );
};

export const BrandAndPeriod = ({
  brandIds,
  filter,
  onFilter,
}: Props & { readonly brandIds: readonly string[] }) => {
  const { t } = useText();
  const brands = useBrands();
  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? id;
  return (
    <div className={css('selects')}>
      {brandIds.length < 2 ? null : (
        <select
          aria-label={t('thread.byBrand')}
          value={filter.brandId ?? ''}
          onChange={(event) => onFilter({ ...filter, brandId: event.currentTarget.value || null })}
        >
          <option value="">{t('thread.allBrands')}</option>
          {brandIds.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t('thread.byPeriod')}
        value={filter.days ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, days: Number(event.currentTarget.value) || null })
        }
      >
        <option value="">{t('thread.always')}</option>
        {periods.map((days) => (
          <option key={days} value={days}>
            {t(`thread.period.${days}`)}
          </option>
        ))}
      </select>
    </div>
  );
};
