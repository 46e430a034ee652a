/** What an experiment has found so far, or why it does not say it yet. */
import { formatDay, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type {
  ExperimentComparison,
  ExperimentReport,
} from '@shared/contracts/http/campaign-experiments.ts';
import { Axis, Interval, type Scale, scaleOf, usePoints } from './interval.tsx';
import styles from './live.module.css';
import { useLevelName } from './use-level-name.ts';
import { useShares } from './use-shares.ts';

const css = styleNames(styles);
const tones = {
  sealed: 'plain',
  'not-yet': 'warn',
  ahead: 'ok',
  behind: 'danger',
  'no-difference': 'plain',
} as const;

const Groups = ({
  comparison,
  scale,
  paysFrom,
}: {
  readonly comparison: ExperimentComparison;
  readonly scale: Scale;
  readonly paysFrom: number | null;
}) => {
  const { t, language } = useText();
  const { share } = useShares();
  const points = usePoints();
  const name = useLevelName();
  const { factor, groups, against } = comparison;
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={5}>
          {t(`planning.experiment.factor.${factor}`)}
        </th>
      </tr>
      {groups.map(({ level, people, n, count }) => {
        const found = against.find((one) => one.level === level);
        const difference = found?.difference ?? null;
        return (
          <tr key={level}>
            <th scope="row">
              <b>{name(level)}</b>{' '}
              <small>{t('planning.experiment.through', { n: formatNumber(n, language) })}</small>
            </th>
            <td>{formatNumber(people, language)}</td>
            <td>{count === null ? '' : share(count, n, 1)}</td>
            <td>
              {difference === null ? null : (
                <Interval difference={difference} scale={scale} paysFrom={paysFrom} />
              )}
            </td>
            <td>
              {difference === null ? '' : points(difference)}{' '}
              {found === undefined ? null : (
                <Tag tone={tones[found.verdict]}>
                  {t(`planning.experiment.verdict.${found.verdict}`)}
                </Tag>
              )}
            </td>
          </tr>
        );
      })}
    </>
  );
};

export const Report = ({ report }: { readonly report: ExperimentReport }) => {
  const { t, language } = useText();
  const { comparisons, outcome, words, neededPerLevel, lastDay, isOver, breakEven } = report;
  const people = formatNumber(neededPerLevel, language);
  const differences = comparisons.flatMap(({ against }) => against.map((one) => one.difference));
  const scale = scaleOf(differences.filter((one) => one !== null));
  return (
    <>
      <table className={css('arms')} aria-label={report.name}>
        <thead>
          <tr>
            <th scope="col">{t('planning.arms.arm')}</th>
            <th scope="col">{t('planning.arms.people')}</th>
            <th scope="col">{t(`planning.experiment.outcome.${outcome}`)}</th>
            <td>{differences.some((one) => one !== null) ? <Axis scale={scale} /> : null}</td>
            <th scope="col">{t('planning.experiment.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map((one) => (
            <Groups
              key={one.factor}
              comparison={one}
              scale={scale}
              // What is compared with who is not called pays or not; a speech costs nothing more.
              paysFrom={one.factor === 'calls' ? breakEven : null}
            />
          ))}
        </tbody>
      </table>
      <ul className={css('words')}>
        {words[language].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{t('planning.experiment.needed', { count: neededPerLevel, people })}</li>
        {lastDay === null || isOver ? null : (
          <li>{t('planning.experiment.lastDay', { day: formatDay(lastDay, language) })}</li>
        )}
      </ul>
    </>
  );
};
