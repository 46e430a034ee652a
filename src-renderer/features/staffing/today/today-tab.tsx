/** The team's day under way: needed and planned, who could move, and everybody's hours. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Today } from '@shared/contracts/http/schedule-moves.ts';
import { dayWords } from '../clock-words.ts';
import { NeededChart } from '../needed-chart.tsx';
import styles from '../schedules.module.css';
import { shownQuarters } from '../shown-quarters.ts';
import { useSchedules } from '../use-schedules.ts';
import { TeamLanes } from './team-lanes.tsx';
import { WhoMoves } from './who-moves.tsx';

const css = styleNames(styles);
const lookEveryMs = 60_000;

const Needed = ({ today }: { readonly today: Today }) => {
  const { t, language } = useText();
  const quarters = shownQuarters(today.quarters);
  const { goal, handlingSeconds, error } = today;
  if (!today.known) return <EmptyState icon="forecast" title={t('forecast.tooShort')} detail="" />;
  if (quarters.length === 0)
    return <EmptyState icon="forecast" title={t('forecast.nobody')} detail="" />;
  return (
    <>
      <NeededChart quarters={quarters} />
      <p className={css('note')}>
        {t('schedules.goal', {
          share: goal.share,
          seconds: goal.targetSeconds,
          handling: formatTimer(handlingSeconds * 1000),
        })}{' '}
        {error === null ? null : (
          <>
            {t('schedules.error')} <b>{formatNumber(error * 100, language)} %</b>.
          </>
        )}
      </p>
    </>
  );
};

export const TodayTab = () => {
  const { t, language } = useText();
  const { known, reload } = useSchedules('schedules.today', {}, lookEveryMs);
  const day = known?.value?.day;
  return (
    <div className={css('today', known?.code != null && 'old')}>
      <Sheet
        title={t('forecast.needed')}
        beside={
          <span className={css('beside')}>
            {day === undefined ? null : <span>{dayWords(day, language)}</span>}
            <Truth of={known} />
          </span>
        }
      >
        <Loaded of={known}>{(today) => <Needed today={today} />}</Loaded>
      </Sheet>
      <Loaded of={known}>{(today) => <WhoMoves today={today} onAsked={reload} />}</Loaded>
      <TeamLanes today={known?.value ?? null} />
    </div>
  );
};
