/** The advisor above the axis, the customer below; silences and pauses are absences (screen 20). */
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { HeardRecording } from '@shared/contracts/http/recordings.ts';
import type { Peaks, Span } from '@shared/domain/recording/waveform.ts';
import styles from './quality.module.css';

const css = styleNames(styles);
const bars = 240;
const height = 96;
const middle = height / 2;
const width = bars * 5;
/** Of the call: a step that is shorter has no room for its name. */
const narrowest = 0.05;

const loudestOf = (side: readonly number[], place: number, of: number): number => {
  const from = Math.floor((place * side.length) / of);
  const to = Math.max(from + 1, Math.floor(((place + 1) * side.length) / of));
  return Math.max(0, ...side.slice(from, to));
};

const barOf = (place: number, level: number, side: 1 | -1): string => {
  const length = Math.max(0, (level / 100) * (middle - 3));
  return length < 0.6 ? '' : `M${place * 5 + 2.5} ${middle - side}v${-side * length}`;
};

export const Waveform = ({
  of,
  peaks,
  silences,
  atMs,
  marksMs,
  onSeek,
}: {
  readonly of: HeardRecording;
  readonly peaks: Peaks;
  readonly silences: readonly Span[];
  readonly atMs: number;
  readonly marksMs: readonly number[];
  readonly onSeek: (ms: number) => void;
}) => {
  const { t } = useText();
  const durationMs = Math.max(1, of.durationMs ?? 1);
  const left = (ms: number) => `${(Math.min(ms, durationMs) * 100) / durationMs}%`;
  const path = (side: readonly number[], sign: 1 | -1) =>
    Array.from({ length: bars }, (_, place) =>
      barOf(place, loudestOf(side, place, bars), sign),
    ).join('');
  const span = (one: Span) => ({ left: left(one.fromMs), width: left(one.toMs - one.fromMs) });
  return (
    <div className={css('wave')}>
      <ol className={css('steps')}>
        {of.steps.map(({ atMs: from, title }, place) => {
          const to = of.steps[place + 1]?.atMs ?? durationMs;
          const now = atMs >= from && atMs < to;
          return (
            <li
              key={`${from} ${title}`}
              className={css(now && 'now')}
              style={span({ fromMs: from, toMs: to })}
            >
              {to - from < durationMs * narrowest ? (
                <span className="sr-only">{title}</span>
              ) : (
                title
              )}
            </li>
          );
        })}
      </ol>
      <input
        type="range"
        className={css('seek')}
        aria-label={t('assess.position')}
        aria-valuetext={formatTimer(atMs, 'wide')}
        min={0}
        max={durationMs}
        step={1000}
        value={Math.min(atMs, durationMs)}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path className={css('ours')} d={path(peaks.advisor, 1)} />
        <path className={css('hers')} d={path(peaks.customer, -1)} />
      </svg>
      {silences.map((one) => (
        <span key={one.fromMs} className={css('silence')} style={span(one)}>
          {t('assess.silence', { seconds: Math.round((one.toMs - one.fromMs) / 1000) })}
        </span>
      ))}
      {of.pauses.map(({ fromMs, toMs }) => (
        <span
          key={fromMs}
          className={css('paused')}
          style={span({ fromMs, toMs: toMs ?? durationMs })}
        >
          {t('assess.paused')}
        </span>
      ))}
      {marksMs.map((ms, place) => (
        <b key={ms} className={css('mark')} style={{ left: left(ms) }}>
          {place + 1}
        </b>
      ))}
      <i className={css('head-line')} style={{ left: left(atMs) }} />
    </div>
  );
};
