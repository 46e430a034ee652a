/** Where exchanges break and go on, over all customers of a brand or of all of hers. */
import { SegmentedControl } from '@mantine/core';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import { useState } from 'react';
import { BreakSheet } from './break-sheet.tsx';
import styles from './channel-map.module.css';
import { useChannelMap } from './use-channel-map.ts';
import { ClassSheet, WantsSheet } from './wants-sheet.tsx';

const css = styleNames(styles);
const periods = ['30', '90', '365'] as const;
const all = 'all';
const sideBySide = 5;

const Sheets = ({ map }: { readonly map: ChannelMap }) => {
  const { t, language } = useText();
  const breaks = map.flows.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className={css('under')}>
        {t('channelMap.summary', {
          count: breaks,
          breaks: formatNumber(breaks, language),
          contacts: formatNumber(map.contacts, language),
        })}
      </p>
      <div className={css('sheets')}>
        <section className={css('sheet')} aria-label={t('channelMap.flows')}>
          <BreakSheet map={map} />
        </section>
        <section className={css('sheet')} aria-label={t('channelMap.wants')}>
          <WantsSheet map={map} />
        </section>
        <section className={css('sheet', 'wide')} aria-label={t('channelMap.classes')}>
          <ClassSheet map={map} />
        </section>
      </div>
    </>
  );
};

/** Side by side while there is room for all of them, else in a list. */
const BrandChoice = ({
  brand,
  onBrand,
}: {
  readonly brand: string;
  readonly onBrand: (brand: string) => void;
}) => {
  const { t } = useText();
  const choices = [
    { value: all, label: t('channelMap.allBrands') },
    ...useBrands().map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (choices.length <= sideBySide)
    return (
      <SegmentedControl
        size="xs"
        aria-label={t('channelMap.byBrand')}
        value={brand}
        onChange={onBrand}
        data={choices}
      />
    );
  return (
    <select
      className={css('brands')}
      aria-label={t('channelMap.byBrand')}
      value={brand}
      onChange={(event) => onBrand(event.currentTarget.value)}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
};

export const ChannelMapScreen = () => {
  const { t } = useText();
  const [brand, setBrand] = useState<string>(all);
  const [days, setDays] = useState<(typeof periods)[number]>('30');
  const map = useChannelMap(brand === all ? null : brand, Number(days));
  return (
    <main className={css('screen')}>
      <header>
        <h1>{t('channelMap.screen')}</h1>
        <i />
        <BrandChoice brand={brand} onBrand={setBrand} />
        <SegmentedControl
          size="xs"
          aria-label={t('channelMap.byPeriod')}
          value={days}
          onChange={(value) => setDays(periods.find((one) => one === value) ?? '30')}
          data={periods.map((value) => ({ value, label: t(`channelMap.period.${value}`) }))}
        />
      </header>
      {map === null ? <LoadingLines label={t('common.loading')} /> : null}
      {typeof map === 'string' ? (
        <EmptyState icon="cloud-off" title={t(`error.${map}`)} detail={t('channelMap.needsHub')} />
      ) : null}
      {map === null || typeof map === 'string' ? null : <Sheets map={map} />}
    </main>
  );
};
