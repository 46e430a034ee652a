/** Of one version: its steps with time against reading time and what was left unsaid; its objections. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type FigureColumn, FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { MeanFigure, RateFigure } from './figures.tsx';

type Step = VersionMeasure['steps'][number];

const Answers = ({ answers }: Pick<Step, 'answers'>) =>
  answers.length === 0 ? (
    '–'
  ) : (
    <ul>
      {answers.map(({ choiceId, label, share }) => (
        <li key={choiceId}>
          {label} <RateFigure rate={share} />
        </li>
      ))}
    </ul>
  );

export const StepTable = ({ steps }: Pick<VersionMeasure, 'steps'>) => {
  const { t } = useText();
  const columns: Omit<FigureColumn<Step>, 'head'>[] = [
    { id: 'step', cell: ({ title }) => title },
    { id: 'reachedStep', cell: ({ reached }) => <RateFigure rate={reached} /> },
    {
      id: 'seconds',
      cell: ({ seconds }) => <MeanFigure mean={seconds} unit="seconds" digits={0} />,
    },
    {
      id: 'reading',
      cell: ({ readingSeconds }) => t('speechMeasures.seconds', { value: String(readingSeconds) }),
      digits: 'aligned',
    },
    {
      id: 'unsaid',
      cell: ({ skipped }) => (skipped === null ? '–' : <RateFigure rate={skipped} />),
    },
    { id: 'answers', cell: ({ answers }) => <Answers answers={answers} /> },
  ];
  return (
    <FigureTable
      label={t('speechMeasures.steps')}
      columns={columns.map((one) => ({ ...one, head: t(`speechMeasures.head.${one.id}`) }))}
      rows={steps}
      keyOf={({ stepId }) => stepId}
    />
  );
};

export const ObjectionTable = ({ objections }: Pick<VersionMeasure, 'objections'>) => {
  const { t } = useText();
  if (objections.length === 0) return null;
  const columns: Omit<FigureColumn<VersionMeasure['objections'][number]>, 'head'>[] = [
    { id: 'objection', cell: ({ label }) => label },
    { id: 'met', cell: ({ met }) => <RateFigure rate={met} /> },
    { id: 'overcome', cell: ({ overcome }) => <RateFigure rate={overcome} /> },
  ];
  return (
    <FigureTable
      label={t('speechMeasures.objections')}
      columns={columns.map((one) => ({ ...one, head: t(`speechMeasures.head.${one.id}`) }))}
      rows={objections}
      keyOf={({ id }) => id}
    />
  );
};
