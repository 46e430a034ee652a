/** One experiment: its arms, how far the evidence is, and a verdict once it is there. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
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
      <table className={css('table')} aria-label={t('speechMeasures.arms', { name })}>
        <thead>
          <tr>
            {(['arm', 'share', 'customers', 'rate', 'satisfaction', 'verdict'] as const).map(
              (head) => (
                <th key={head} scope="col">
                  {t(`speechMeasures.head.${head}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <tr key={arm.id}>
              <th scope="row">
                {arm.id} <small>{t('speech.version', { version: arm.version })}</small>
              </th>
              <td className="figures">
                {t('speechMeasures.percent', { value: String(arm.share) })}
              </td>
              <td className="figures">{formatNumber(arm.customers, language)}</td>
              <td>
                <RateFigure rate={arm.rate} />
              </td>
              <td>
                <MeanFigure mean={arm.satisfaction} />
              </td>
              <td className={css('verdict', arm.verdict ?? '')}>
                {verdictWords(arm, plannedPerArm, t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
