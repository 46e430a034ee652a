/** What is known of what was said: the steps of the speech and her notes. There is no transcript, and it says so. */
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { HeardRecording } from '@shared/contracts/http/recordings.ts';
import styles from './quality.module.css';

const css = styleNames(styles);

export const Told = ({
  of,
  atMs,
  onSeek,
}: {
  readonly of: HeardRecording;
  readonly atMs: number;
  readonly onSeek: (ms: number) => void;
}) => {
  const { t } = useText();
  const lines = [
    ...of.steps.map(({ atMs: ms, title }) => ({ ms, text: title, kind: 'step' as const })),
    ...of.notes.map(({ atMs: ms, text }) => ({ ms, text, kind: 'note' as const })),
  ].sort((one, other) => one.ms - other.ms);
  const current = lines.filter(({ ms }) => ms <= atMs).at(-1);
  return (
    <section className={css('card', 'told')} aria-label={t('assess.told')}>
      <header>
        <h2>{t('assess.told')}</h2>
        <small>{t('assess.noTranscript')}</small>
      </header>
      {lines.length === 0 ? <p>{t('assess.nothingTold')}</p> : null}
      <ul>
        {lines.map((line) => (
          <li
            key={`${line.kind} ${line.ms} ${line.text}`}
            className={css(line === current && 'now')}
          >
            <button type="button" onClick={() => onSeek(line.ms)}>
              <time>{formatTimer(line.ms, 'wide')}</time>
              <span className={css(line.kind)}>{line.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {of.heardBy.length === 0 ? null : (
        <small>
          {t('assess.heardBy', {
            names: [...new Set(of.heardBy.map(({ name }) => name))].join(', '),
          })}
        </small>
      )}
    </section>
  );
};
