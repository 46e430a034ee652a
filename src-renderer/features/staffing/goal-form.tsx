/** What is promised to callers: the advisors that are needed follow from it. */
import { NumberField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './forecast.module.css';

const css = styleNames(styles);

export type Goal = {
  readonly share: number;
  readonly targetSeconds: number;
  readonly patienceSeconds: number;
  readonly busiest: number;
};
export const usualGoal: Goal = { share: 85, targetSeconds: 30, patienceSeconds: 120, busiest: 88 };

const limits = {
  share: [10, 99],
  targetSeconds: [0, 600],
  patienceSeconds: [0, 3_600],
  busiest: [30, 100],
} as const;
const names = ['share', 'targetSeconds', 'patienceSeconds', 'busiest'] as const;

export const GoalForm = ({
  goal,
  onChange,
}: {
  readonly goal: Goal;
  readonly onChange: (goal: Goal) => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('goal')}>
      {names.map((name) => (
        <NumberField
          key={name}
          label={t(`forecast.goal.${name}`)}
          hint={t(`forecast.goalHint.${name}`)}
          value={goal[name]}
          from={limits[name][0]}
          to={limits[name][1]}
          onChange={(value) => onChange({ ...goal, [name]: value ?? goal[name] })}
        />
      ))}
    </div>
  );
};
