/** « À écouter »: the calls that were drawn, each with why, and those that were heard already. */
import { formatDate, formatTime, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Assessment } from '@shared/contracts/http/assessments.ts';
import type { Recording } from '@shared/contracts/http/recordings.ts';
import styles from './quality.module.css';

const css = styleNames(styles);

export const useBecause = () => {
  const { t } = useText();
  return ({ draw, purpose }: Recording): string =>
    draw === null
      ? t(`assess.because.${purpose}`)
      : t('assess.because.drawn', {
          perMonth: draw.perMonth,
          chance: Math.max(1, Math.round(1 / Math.max(draw.chance, 1e-6))),
        });
};

export const ToHear = ({
  recordings,
  assessments,
  empty,
  onOpen,
}: {
  readonly recordings: readonly Recording[];
  readonly assessments: readonly Assessment[];
  readonly empty: { readonly title: string; readonly detail: string };
  readonly onOpen: (recordingId: string) => void;
}) => {
  const { t, language } = useText();
  const because = useBecause();
  if (recordings.length === 0)
    return <EmptyState icon="speaker" title={empty.title} detail={empty.detail} />;
  return (
    <ul className={css('list')}>
      {recordings.map((one) => {
        const known = assessments.find(({ recordingId }) => recordingId === one.id);
        return (
          <li key={one.id}>
            <button type="button" onClick={() => onOpen(one.id)}>
              <span>
                <b>{one.title === '' ? t('assess.untitled') : one.title}</b>
                <small>
                  {t('assess.with', {
                    advisor: one.advisorName,
                    customer: one.customerName ?? t('assess.unknownCustomer'),
                  })}
                </small>
              </span>
              <span>
                {formatDate(Date.parse(one.startedAt), language)}{' '}
                {formatTime(Date.parse(one.startedAt), language)}
                <small>{formatTimer(one.durationMs ?? 0, 'wide')}</small>
              </span>
              <small>{because(one)}</small>
              <span>
                {known === undefined ? t('assess.state.new') : t(`assess.state.${known.state}`)}
                {known?.score == null ? null : <small>{known.score} / 100</small>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
