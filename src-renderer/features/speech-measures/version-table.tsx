/** One row for each version that was said; the chosen one is told step by step below. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type FigureColumn, FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { MeanFigure, RateFigure } from './figures.tsx';

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
  const nameOf = ({ version }: VersionMeasure) => (
    <button type="button" aria-pressed={version === chosen} onClick={() => onChoose(version)}>
      {t('speech.version', { version })}
    </button>
  );
  const columns: Omit<FigureColumn<VersionMeasure>, 'head'>[] = [
    { id: 'version', cell: nameOf },
    { id: 'calls', cell: ({ calls }) => formatNumber(calls, language), digits: 'aligned' },
    {
      id: 'reached',
      cell: ({ reached }) => (reached === null ? '–' : <RateFigure rate={reached} />),
    },
    { id: 'resolved', cell: ({ resolved }) => <RateFigure rate={resolved} /> },
    { id: 'repeated', cell: ({ repeated }) => <RateFigure rate={repeated} /> },
    { id: 'satisfaction', cell: ({ satisfaction }) => <MeanFigure mean={satisfaction} /> },
    { id: 'length', cell: ({ minutes }) => <MeanFigure mean={minutes} unit="minutes" /> },
  ];
  return (
    <FigureTable
      label={t('speechMeasures.versions')}
      columns={columns.map((one) => ({ ...one, head: t(`speechMeasures.head.${one.id}`) }))}
      rows={versions}
      keyOf={({ version }) => version}
    />
  );
};
