/** One row for each version that was said; the chosen one is told step by step below. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { MeanFigure, RateFigure } from './figures.tsx';
import styles from './speech-measures.module.css';

const css = styleNames(styles);
const heads = [
  'version',
  'calls',
  'reached',
  'resolved',
  'repeated',
  'satisfaction',
  'length',
] as const;

export const VersionTable = ({
  versions,
  chosen,
  onChoose,
}: {
  readonly versions: readonly VersionMeasure[];
  readonly chosen: number;
  readonly onChoose: (version: number) => void;
}) => {
  const { t, language } = useText();
  return (
    <table className={css('table')} aria-label={t('speechMeasures.versions')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`speechMeasures.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((one) => (
          <tr key={one.version}>
            <th scope="row">
              <button
                type="button"
                aria-pressed={one.version === chosen}
                onClick={() => onChoose(one.version)}
              >
                {t('speech.version', { version: one.version })}
              </button>
            </th>
            <td className="figures">{formatNumber(one.calls, language)}</td>
            <td>{one.reached === null ? '–' : <RateFigure rate={one.reached} />}</td>
            <td>
              <RateFigure rate={one.resolved} />
            </td>
            <td>
              <RateFigure rate={one.repeated} />
            </td>
            <td>
              <MeanFigure mean={one.satisfaction} />
            </td>
            <td>
              <MeanFigure mean={one.minutes} unit="minutes" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
