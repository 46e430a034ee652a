/** Of one version: its steps with time against reading time and what was left unsaid; its objections. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { MeanFigure, RateFigure } from './figures.tsx';
import styles from './speech-measures.module.css';

const css = styleNames(styles);
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
  const heads = ['step', 'reachedStep', 'seconds', 'reading', 'unsaid', 'answers'] as const;
  return (
    <table className={css('table')} aria-label={t('speechMeasures.steps')}>
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
        {steps.map((step) => (
          <tr key={step.stepId}>
            <th scope="row">{step.title}</th>
            <td>
              <RateFigure rate={step.reached} />
            </td>
            <td>
              <MeanFigure mean={step.seconds} unit="seconds" digits={0} />
            </td>
            <td className="figures">
              {t('speechMeasures.seconds', { value: String(step.readingSeconds) })}
            </td>
            <td>{step.skipped === null ? '–' : <RateFigure rate={step.skipped} />}</td>
            <td>
              <Answers answers={step.answers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const ObjectionTable = ({ objections }: Pick<VersionMeasure, 'objections'>) => {
  const { t } = useText();
  if (objections.length === 0) return null;
  return (
    <table className={css('table')} aria-label={t('speechMeasures.objections')}>
      <thead>
        <tr>
          {(['objection', 'met', 'overcome'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`speechMeasures.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {objections.map(({ id, label, met, overcome }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <RateFigure rate={met} />
            </td>
            <td>
              <RateFigure rate={overcome} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
