/** « Horaires »: a lead's day, week, forecast and adherence of her team; an advisor's own week. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ComponentType, useId, useState } from 'react';
import { AdherenceTab } from './adherence/adherence-tab.tsx';
import { ForecastScreen } from './forecast-screen.tsx';
import { OwnWeek } from './own/own-week.tsx';
import styles from './schedules.module.css';
import { TodayTab } from './today/today-tab.tsx';
import { WeekTab } from './week/week-tab.tsx';

const css = styleNames(styles);

const Forecast = () => <ForecastScreen title="h2" />;

const tabs = {
  today: TodayTab,
  week: WeekTab,
  forecast: Forecast,
  adherence: AdherenceTab,
} as const;
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

const TeamSchedules = () => {
  const { t } = useText();
  const panel = useId();
  const [tab, show] = useState<Tab>('today');
  const Shown: ComponentType = tabs[tab];
  return (
    <>
      <header className={css('head')}>
        <h1>{t('schedules.title')}</h1>
        <TabBar
          label={t('schedules.tabs')}
          names={names}
          words={(name) => t(`schedules.tab.${name}`)}
          chosen={tab}
          panelId={panel}
          onChoose={show}
        />
      </header>
      <div id={panel} role="tabpanel" className={css('tab')} aria-labelledby={tabId(panel, tab)}>
        <Shown />
      </div>
    </>
  );
};

export const SchedulesScreen = () => {
  const role = useSlice('session')?.user?.role ?? 'advisor';
  if (role === 'brand-manager')
    return (
      <main className={css('alone')}>
        <ForecastScreen />
      </main>
    );
  return (
    <main className={css('page', role === 'advisor' && 'own')}>
      {role === 'advisor' ? <OwnWeek /> : <TeamSchedules />}
    </main>
  );
};
