/** What rules say of the week: of whom, when, by which article, and what to do. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import { clockOf, dayWords, hoursOf } from '../clock-words.ts';
import styles from '../week.module.css';

const css = styleNames(styles);
const tones = { refused: 'danger', warned: 'warn', told: 'line' } as const;
/** Measured in days or not at all. */
const uncounted: readonly string[] = [
  'overlap',
  'absent',
  'unavailable',
  'sunday',
  'holiday',
  'first-of-may',
  'night',
  'six-days',
];

type Breach = TeamWeek['people'][number]['breaches'][number];

/** What one rule says, with what to do and its article. */
export const FindingLine = ({
  name,
  of: { rule, article, weight, day, from, to, measured, limit },
}: {
  /** Of whom; absent: it stands beside her. */
  readonly name?: string;
  readonly of: Breach;
}) => {
  const { t, language } = useText();
  return (
    <li>
      <Tag tone={tones[weight]}>{t(`schedules.weight.${weight}`)}</Tag>
      <span>
        <b>
          {name === undefined ? null : `${name}, `}
          {dayWords(day, language)} {clockOf(from)}–{clockOf(to)}
        </b>
        <small>
          {t(`schedules.rule.${rule}.name`)}
          {uncounted.includes(rule)
            ? ''
            : ` (${t('schedules.measured', { measured: hoursOf(measured, t), limit: hoursOf(limit, t) })})`}
          {'. '}
          {t(`schedules.rule.${rule}.remedy`)}{' '}
          {article === '' ? null : t('schedules.article', { article })}
        </small>
      </span>
    </li>
  );
};

export const BreachList = ({ team }: { readonly team: TeamWeek }) => {
  const { t } = useText();
  const all = team.people.flatMap(({ name, breaches }) =>
    breaches.map((one) => ({ name, ...one })),
  );
  if (all.length === 0) return <p className={css('quiet')}>{t('schedules.noFindings')}</p>;
  return (
    <ul className={css('breaches')}>
      {all.map((one) => (
        <FindingLine
          key={`${one.name} ${one.rule} ${one.day} ${one.from}`}
          name={one.name}
          of={one}
        />
      ))}
    </ul>
  );
};
