/** Where she is in the series: what was played with its note, what is played, what comes. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Taking } from '@shared/contracts/engine/training.ts';
import { noteOf } from '@shared/domain/role-play/run.ts';
import styles from './training.module.css';

const css = styleNames(styles);

const iconOf = (played: boolean, current: boolean): IconName => {
  if (current) return 'resume';
  return played ? 'passed' : 'never-asked';
};

export const SeriesProgress = ({ taking }: { readonly taking: Taking }) => {
  const { t, language } = useText();
  const { plays, runs, position, stage } = taking;
  const notes = new Map(runs.map((run) => [run.rolePlayId, noteOf(run)]));
  const played = plays.filter(({ id }) => notes.has(id)).length;
  return (
    <>
      <div className={css('progress')}>
        <p>
          <b className="figures">{played}</b>{' '}
          {t('rolePlay.playedOf', { count: played, total: plays.length })}
        </p>
        <span className={css('gauge')} aria-hidden="true">
          <i style={{ width: `${(100 * played) / Math.max(1, plays.length)}%` }} />
        </span>
      </div>
      <ol className={css('plays')} aria-label={t('rolePlay.series')}>
        {plays.map((play, index) => {
          const note = notes.get(play.id);
          const current = index === position && stage !== 'finished';
          const runsNow = current && (stage === 'calling' || stage === 'playing');
          return (
            <li
              key={play.id}
              className={css(current && 'current')}
              aria-current={current ? 'step' : undefined}
            >
              <Icon name={iconOf(note !== undefined, current)} />
              <span>
                <b>{play.title}</b>
                <small>{t(`rolePlay.level.${play.level}`)}</small>
              </span>
              <em className="figures">
                {runsNow
                  ? t('rolePlay.running')
                  : note === undefined
                    ? ''
                    : formatNumber(note, language, 1)}
              </em>
            </li>
          );
        })}
      </ol>
    </>
  );
};
