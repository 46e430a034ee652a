/** What is heard, in a word, and why it is not better; the score is for who asks (ITU-T P.800). */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import styles from './bar.module.css';
import { RecordingAct } from './recording-act.tsx';

const css = styleNames(styles);

const bars = [
  { x: 0, height: 6, from: 1 },
  { x: 6, height: 10, from: 2.6 },
  { x: 12, height: 14, from: 3.2 },
  { x: 18, height: 18, from: 3.8 },
] as const;

/** Thresholds of ITU-T G.107 annex B: satisfied, some dissatisfied, many dissatisfied. */
const wordOf = (mos: number): string => {
  if (mos >= 3.8) return 'quality.clear';
  if (mos >= 3.2) return 'quality.fair';
  return mos >= 2.6 ? 'quality.choppy' : 'quality.bad';
};

export const LineQuality = ({ id, mos, quality }: Pick<CallView, 'id' | 'mos' | 'quality'>) => {
  const { t, language } = useText();
  if (mos === null)
    return (
      <div className={css('quality')}>
        <RecordingAct callId={id} />
      </div>
    );
  const score = t('quality.score', { mos: formatNumber(mos, language, 1) });
  const { reason, network } = quality;
  const why =
    reason === null
      ? null
      : t(`quality.reason.${reason}`, { network: t(`quality.network.${network}`) });
  return (
    <div
      className={css('quality', reason !== null && 'why')}
      title={why === null ? score : `${score}. ${why}`}
    >
      <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
        {bars.map(({ x, height, from }) => (
          <rect
            key={x}
            x={x}
            y={18 - height}
            width="4"
            height={height}
            rx="1"
            className={css(mos < from && 'weak')}
          />
        ))}
      </svg>
      <span>
        <span className={css('heard')}>
          {t(wordOf(mos))}
          {why === null ? null : <small>{why}</small>}
        </span>
        <RecordingAct callId={id} />
      </span>
    </div>
  );
};
