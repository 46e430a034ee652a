/** One experiment: its arms, how far the evidence is, and a verdict once it is there. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { type FigureColumn, FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ExperimentMeasure } from '@shared/contracts/http/speech-measures.ts';
import { MeanFigure, RateFigure } from './figures.tsx';
import styles from './speech-measures.module.css';

const css = styleNames(styles);
type Arm = ExperimentMeasure['arms'][number];

const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

const verdictWords = (arm: Arm, planned: number, t: Say): string => {
  const { verdict, difference } = arm;
  if (verdict === null) return t('speechMeasures.verdict.first');
  if (verdict === 'too-few' || difference === null)
    return t('speechMeasures.verdict.too-few', { have: arm.rate.n, planned });
  const points = (share: number) => signed(Math.round(share * 100));
  return t(`speechMeasures.verdict.${verdict}`, {
    points: points(difference.difference),
    low: points(difference.low),
    high: points(difference.high),
  });
};

export const ExperimentCard = ({ experiment }: { readonly experiment: ExperimentMeasure }) => {
  const { t, language } = useText();
  const { name, arms, plannedPerArm, from, stoppedAt, until, outcome } = experiment;
  const end = stoppedAt ?? until;
  const columns: Omit<FigureColumn<Arm>, 'head'>[] = [
    {
      id: 'arm',
      cell: ({ id, version }) => (
        <>
          {id} <small>{t('speech.version', { version })}</small>
        </>
      ),
    },
    {
      id: 'share',
      cell: ({ share }) => t('speechMeasures.percent', { value: String(share) }),
      digits: 'aligned',
    },
    {
      id: 'customers',
      cell: ({ customers }) => formatNumber(customers, language),
      digits: 'aligned',
    },
    { id: 'rate', cell: ({ rate }) => <RateFigure rate={rate} /> },
    { id: 'satisfaction', cell: ({ satisfaction }) => <MeanFigure mean={satisfaction} /> },
    {
      id: 'verdict',
      cell: (arm) => (
        <p className={css('verdict', arm.verdict ?? '')}>{verdictWords(arm, plannedPerArm, t)}</p>
      ),
    },
  ];
  return (
    <section className={css('sheet')} aria-label={name}>
      <h2>{name}</h2>
      <p className={css('under')}>
        {t(end === null ? 'speechMeasures.since' : 'speechMeasures.between', {
          from: formatShortDay(from, language),
          to: end === null ? '' : formatShortDay(end, language),
        })}{' '}
        {t('speechMeasures.planned', {
          planned: formatNumber(plannedPerArm, language),
          outcome: t(`speechMeasures.outcome.${outcome}`),
        })}
      </p>
      <FigureTable
        label={t('speechMeasures.arms', { name })}
        columns={columns.map((one) => ({ ...one, head: t(`speechMeasures.head.${one.id}`) }))}
        rows={arms}
        keyOf={({ id }) => id}
      />
    </section>
  );
};
