/** « Prévision »: the calls of a day and the advisors that they need, for those who plan it. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { StaffingDay } from '@shared/contracts/http/staffing.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { useState } from 'react';
import { DaySummary } from './day-summary.tsx';
import styles from './forecast.module.css';
import { forecastQuarters } from './forecast-day.ts';
import { type Goal, GoalForm, usualGoal } from './goal-form.tsx';
import { NeededChart } from './needed-chart.tsx';
import { QuartersTable } from './quarters-table.tsx';

const css = styleNames(styles);
const lookEveryMs = 60_000;
const dayMs = 86_400_000;
const all = 'all';
const furthestDays = 60;

const dayAt = (nowMs: number, daysOn: number): string => {
  const { year, month, day } = localDateOf(nowMs, 'Europe/Paris');
  return new Date(Date.UTC(year, month - 1, day) + daysOn * dayMs).toISOString().slice(0, 10);
};

const Told = ({ told }: { readonly told: StaffingDay }) => {
  const { t } = useText();
  const quarters = forecastQuarters(told.quarters);
  if (told.total === null)
    return (
      <EmptyState
        icon="forecast"
        title={t('forecast.tooShort')}
        detail={t('forecast.tooShortDetail', { count: told.history.days })}
      />
    );
  if (quarters.length === 0)
    return <EmptyState icon="forecast" title={t('forecast.nobody')} detail="" />;
  return (
    <>
      <DaySummary told={told} />
      <NeededChart quarters={quarters} />
      <QuartersTable quarters={quarters.map((one) => one.told)} />
    </>
  );
};

/** The forecast of a day; the title of the whole screen where it stands alone. */
export const ForecastScreen = ({ title: Title = 'h1' }: { readonly title?: 'h1' | 'h2' }) => {
  const { t, language } = useText();
  const { clock } = useServices();
  const brands = useBrands();
  const [daysOn, setDaysOn] = useState(0);
  const [brandId, setBrandId] = useState(all);
  const [goal, setGoal] = useState<Goal>(usualGoal);
  const day = dayAt(clock.now(), daysOn);
  const brand = brandId === all ? {} : { brandId };
  const { known } = useAsked('staffing.day', { day, ...brand, ...goal }, lookEveryMs);
  // What was asked of another day or brand says nothing of this one.
  const asked = brandId === all ? null : brandId;
  const isOfIt = known?.value?.day === day && known.value.brandId === asked;
  const shown = known === null || known.value === null || isOfIt ? known : null;
  const turn = (days: number) =>
    setDaysOn((was) => Math.min(furthestDays, Math.max(-furthestDays, was + days)));
  const nextBrand = () => {
    const ids = [all, ...brands.map(({ id }) => id)];
    setBrandId((was) => ids[(ids.indexOf(was) + 1) % ids.length] ?? all);
  };
  useKeys([
    { key: 'ArrowLeft', modifier: 'alt', whileTyping: 'rests', act: () => turn(-1) },
    { key: 'ArrowRight', modifier: 'alt', whileTyping: 'rests', act: () => turn(1) },
    { key: 'm', whileTyping: 'rests', act: nextBrand },
  ]);
  return (
    <div className={css('page')}>
      <header className={css('head')}>
        <div>
          <Title>{t('rail.forecast')}</Title>
          <small>{formatDay(Date.parse(`${day}T12:00:00Z`), language)}</small>
        </div>
        <Button look="ghost" keys={['Alt', '←']} onClick={() => turn(-1)}>
          {t('forecast.before')}
        </Button>
        <Button look="ghost" keys={['Alt', '→']} onClick={() => turn(1)}>
          {t('forecast.after')}
        </Button>
        <select
          aria-label={t('figures.brand')}
          aria-keyshortcuts="M"
          value={brandId}
          onChange={(event) => setBrandId(event.currentTarget.value)}
        >
          <option value={all}>{t('figures.allBrands')}</option>
          {brands.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <i />
        <Truth of={shown} />
      </header>
      <section
        className={css('panel', shown?.code != null && 'old')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={t('rail.forecast')}
      >
        <Sheet title={t('forecast.needed')}>
          <Loaded of={shown}>{(told) => <Told told={told} />}</Loaded>
        </Sheet>
        <Sheet title={t('forecast.promise')}>
          <GoalForm goal={goal} onChange={setGoal} />
        </Sheet>
      </section>
    </div>
  );
};
