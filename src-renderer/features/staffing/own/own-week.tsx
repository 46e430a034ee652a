/** « Mes horaires »: her published week, what she wishes, and exchanges with colleagues. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OwnWeek as Own } from '@shared/contracts/http/schedules.ts';
import { useState } from 'react';
import { AdherenceSheet } from '../adherence/adherence-sheet.tsx';
import { hoursOf } from '../clock-words.ts';
import { axisOf, LaneHours, LaneLegend } from '../lane.tsx';
import { SwapList } from '../swap-list.tsx';
import { useSchedules } from '../use-schedules.ts';
import { type ShownWeek, useWeek } from '../use-week.ts';
import styles from '../week.module.css';
import { WeekTurn } from '../week-turn.tsx';
import { OwnDay } from './own-day.tsx';
import { SwapForm } from './swap-form.tsx';

const css = styleNames(styles);

const Week = ({
  own,
  week,
  onChanged,
}: {
  readonly own: Own;
  readonly week: ShownWeek;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const [swapping, swap] = useState<string | null>(null);
  const axis = axisOf(own.days.map(({ pieces }) => pieces));
  return (
    <>
      <Sheet title={t('schedules.myDays')} look="wide" beside={<LaneLegend />}>
        {own.publishedAt === null ? (
          <p className={css('quiet')}>{t('schedules.notPublished')}</p>
        ) : null}
        <ul className={css('days')}>
          <li className={css('axis')}>
            <span />
            <LaneHours axis={axis} />
            <span />
            <span />
            <span />
          </li>
          {week.days.map((day) => (
            <OwnDay
              key={day}
              day={day}
              today={week.today}
              own={own}
              axis={axis}
              onChanged={onChanged}
              onSwap={() => swap(day)}
            />
          ))}
        </ul>
      </Sheet>
      {swapping === null || !week.days.includes(swapping) ? null : (
        <SwapForm
          day={swapping}
          week={week}
          onDone={() => {
            swap(null);
            onChanged();
          }}
        />
      )}
      <AdherenceSheet week={week} />
      <Sheet title={t('schedules.swaps')} look="wide">
        <SwapList swaps={own.swaps} onAnswered={onChanged} />
      </Sheet>
    </>
  );
};

export const OwnWeek = () => {
  const { t } = useText();
  const week = useWeek();
  const { known, reload } = useSchedules('schedules.mine', { day: week.monday });
  // What was asked of another week says nothing of this one.
  const shown = known?.value == null || known.value.week === week.monday ? known : null;
  const own = shown?.value;
  return (
    <div className={css('page')}>
      <header className={css('head')}>
        <h1>{t('schedules.mine')}</h1>
        <WeekTurn week={week} />
        {own == null ? null : (
          <span>
            {t('schedules.workedOf', {
              worked: hoursOf(own.worked, t),
              contract: hoursOf(own.weeklyMinutes, t),
            })}
          </span>
        )}
        <i />
        <Truth of={shown} />
      </header>
      <section
        className={css('panel', shown?.code != null && 'old')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={t('schedules.mine')}
      >
        <Loaded of={shown}>
          {(value) => <Week own={value} week={week} onChanged={() => void reload()} />}
        </Loaded>
      </section>
    </div>
  );
};
