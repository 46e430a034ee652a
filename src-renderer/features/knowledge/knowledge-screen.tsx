/** Savoirs: what the brands know, read and searched by everybody; written and reviewed by who may. */
import { SegmentedControl } from '@mantine/core';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand, useBrands } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useId, useState } from 'react';
import styles from './knowledge.module.css';
import { type TabName, tabs, tabsFor } from './tabs.tsx';

const css = styleNames(styles);
const sideBySide = 4;

const BrandChoice = ({
  brandId,
  onBrand,
}: {
  readonly brandId: string;
  readonly onBrand: (brandId: string) => void;
}) => {
  const { t } = useText();
  const brands = useBrands();
  if (brands.length < 2) return null;
  if (brands.length <= sideBySide)
    return (
      <SegmentedControl
        size="xs"
        aria-label={t('knowledge.byBrand')}
        value={brandId}
        onChange={onBrand}
        data={brands.map(({ id, name }) => ({ value: id, label: name }))}
      />
    );
  return (
    <select
      className={css('brands')}
      aria-label={t('knowledge.byBrand')}
      value={brandId}
      onChange={(event) => onBrand(event.currentTarget.value)}
    >
      {brands.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
};

export const KnowledgeScreen = () => {
  const { t } = useText();
  const brands = useBrands();
  const panelId = useId();
  const names = tabsFor(useSlice('session')?.user?.role);
  const [tab, setTab] = useState<TabName>('read');
  const [wanted, setWanted] = useState<string | null>(null);
  const brand = useBrand(wanted ?? brands[0]?.id ?? '');
  const colors = useBrandColors(brand);
  const chosen = names.includes(tab) ? tab : 'read';
  if (brand === null || brand === undefined)
    return <EmptyState heading icon="article" title={t('knowledge.noBrand')} />;
  const Panel = tabs[chosen];
  return (
    <main className={css('screen')} {...colors}>
      <header className={css('head')}>
        <h1>{t('rail.knowledge')}</h1>
        {names.length < 2 ? null : (
          <TabBar
            label={t('rail.knowledge')}
            names={names}
            words={(name) => t(`knowledge.tab.${name}`)}
            chosen={chosen}
            panelId={panelId}
            onChoose={setTab}
          />
        )}
        <i />
        <BrandChoice brandId={brand.id} onBrand={setWanted} />
      </header>
      <div
        key={`${chosen} ${brand.id}`}
        id={panelId}
        className={css('panel')}
        {...(names.length < 2
          ? {}
          : { role: 'tabpanel', 'aria-labelledby': tabId(panelId, chosen) })}
      >
        <Panel brandId={brand.id} onBrand={setWanted} />
      </div>
    </main>
  );
};
