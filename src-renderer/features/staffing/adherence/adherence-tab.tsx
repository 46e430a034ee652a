/** « Adhésion »: the team's days that are over. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useWeek } from '../use-week.ts';
import styles from '../week.module.css';
import { WeekTurn } from '../week-turn.tsx';
import { AdherenceSheet } from './adherence-sheet.tsx';

const css = styleNames(styles);

export const AdherenceTab = () => {
  const { t } = useText();
  const week = useWeek();
  return (
    <div className={css('page')}>
      <header className={css('head')}>
        <WeekTurn week={week} />
        <i />
        <span>{t('schedules.onceOver')}</span>
      </header>
      <section
        className={css('panel')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={t('schedules.tab.adherence')}
      >
        <AdherenceSheet week={week} />
      </section>
    </div>
  );
};
