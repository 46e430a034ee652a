/** Administration: its tabs by arrow keys, what was saved when, and one panel. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useId, useState } from 'react';
import styles from './administration.module.css';
import { type TabName, tabs, tabsFor } from './tabs.tsx';
import { AdministrationProvider, useAdministration } from './use-administration.tsx';

const css = styleNames(styles);

const Saved = () => {
  const { t, language } = useText();
  const { savedAtMs } = useAdministration();
  return (
    <span className={css('saved')} role="status">
      {savedAtMs === null ? null : (
        <>
          <Icon name="check" size={16} />
          {t('admin.saved', { time: formatSecond(savedAtMs, language) })}
        </>
      )}
    </span>
  );
};

export const AdministrationScreen = () => {
  const { t } = useText();
  const user = useSlice('session')?.user;
  const names = tabsFor(user?.role);
  const [tab, setTab] = useState<TabName>('overview');
  const chosen = names.includes(tab) ? tab : names[0];
  const panelId = useId();
  if (user === null || user === undefined || chosen === undefined) {
    return <EmptyState heading icon="lock" title={t('error.role-not-allowed')} />;
  }
  const Panel = tabs[chosen];
  return (
    <AdministrationProvider>
      <main className={css('screen')}>
        <header className={css('head')}>
          <div className={css('who')}>
            <h1>{t('admin.title')}</h1>
            <small>{`${user.firstName} ${user.lastName}, ${t(`admin.role.${user.role}`)}`}</small>
          </div>
          <TabBar
            label={t('admin.title')}
            names={names}
            words={(name) => t(`admin.tab.${name}`)}
            chosen={chosen}
            panelId={panelId}
            onChoose={setTab}
          />
          <i />
          <Saved />
        </header>
        <div
          key={chosen}
          id={panelId}
          role="tabpanel"
          aria-labelledby={tabId(panelId, chosen)}
          className={css('panel')}
        >
          <Panel />
        </div>
      </main>
    </AdministrationProvider>
  );
};
