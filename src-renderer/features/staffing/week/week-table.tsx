/** People by days: hours, wishes, absences, and what a rule says of a day. */

import { formatDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import { shiftOf } from '@shared/domain/schedule/piece.ts';
import { clockOf, dayWords, hoursOf } from '../clock-words.ts';
import styles from '../week.module.css';

const css = styleNames(styles);
type Person = TeamWeek['people'][number];
/** Without a day: what binds her. */
type Edit = (asked: { readonly userId: string; readonly day: string | null }) => void;

const Cell = ({
  person,
  day,
  over,
  onEdit,
}: {
  readonly person: Person;
  readonly day: string;
  readonly over: boolean;
  readonly onEdit: Edit;
}) => {
  const { t, language } = useText();
  const pieces = person.days.find((one) => one.day === day)?.pieces ?? [];
  const shift = shiftOf(pieces);
  const wish = person.wishes.find((one) => one.day === day)?.kind;
  const isAway = person.absences.some(({ from, to }) => from <= day && day <= to);
  const refused = person.breaches.filter((one) => one.day === day && one.weight === 'refused');
  const [first, ...others] = refused;
  const parts = pieces.filter(
    ({ kind }) => kind === 'training' || kind === 'meeting' || kind === 'campaign',
  );
  const named = [...new Set(parts.map(({ kind }) => t(`schedules.kind.${kind}`)))];
  const said = (
    <>
      {shift === null ? (
        <span className={css('quiet')}>{t(isAway ? 'schedules.away' : 'schedules.off')}</span>
      ) : (
        <span>
          {clockOf(shift.from)}–{clockOf(shift.to)}
        </span>
      )}
      <small>
        {refused.length > 0 ? <Icon name="alert" size={14} /> : null}
        {first === undefined ? null : ` ${t(`schedules.rule.${first.rule}.name`)}`}
        {others.length === 0 ? null : ` +${others.length}`}
        {refused.length === 0 ? named.join(', ') : null}
        {wish === undefined
          ? null
          : ` ${t('schedules.wished', { wish: t(`schedules.wish.${wish}`) })}`}
      </small>
    </>
  );
  const { name, userId } = person;
  return (
    <td className={css(refused.length > 0 && 'refused', over && 'over')}>
      {over ? (
        said
      ) : (
        <button
          type="button"
          title={t('schedules.edit.open', { name, day: dayWords(day, language) })}
          onClick={() => onEdit({ userId, day })}
        >
          {said}
        </button>
      )}
    </td>
  );
};

const Cover = ({ team, days }: { readonly team: TeamWeek; readonly days: readonly string[] }) => {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">{t('schedules.covered')}</th>
      {days.map((day) => {
        const { needed = 0, missing = 0 } = team.cover.find((one) => one.day === day) ?? {};
        return (
          <td key={day}>
            {needed === 0 ? '–' : `${Math.round((100 * (needed - missing)) / needed)} %`}
            <small>
              {missing === 0
                ? null
                : t('schedules.hoursMissing', { hours: Math.round(missing / 4) })}
            </small>
          </td>
        );
      })}
      <td />
    </tr>
  );
};

export const WeekTable = ({
  team,
  days,
  today,
  onEdit,
}: {
  readonly team: TeamWeek;
  readonly days: readonly string[];
  readonly today: string;
  /** Days that are over are not edited. */
  readonly onEdit: Edit;
}) => {
  const { t, language } = useText();
  return (
    <table className={css('week')}>
      <thead>
        <tr>
          <th scope="col">{t('schedules.column.name')}</th>
          {days.map((day) => (
            <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
              {formatDay(Date.parse(`${day}T12:00:00Z`), language)}
            </th>
          ))}
          <th scope="col">{t('schedules.column.hours')}</th>
        </tr>
      </thead>
      <tbody>
        {team.people.map((person) => (
          <tr key={person.userId}>
            <th scope="row">
              <button
                type="button"
                title={t('schedules.terms.open', { name: person.name })}
                onClick={() => onEdit({ userId: person.userId, day: null })}
              >
                {person.name}
              </button>
            </th>
            {days.map((day) => (
              <Cell key={day} person={person} day={day} over={day < today} onEdit={onEdit} />
            ))}
            <td>
              {hoursOf(person.worked, t)}
              <small>
                {t('schedules.ofContract', { contract: hoursOf(person.terms.weeklyMinutes, t) })}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Cover team={team} days={days} />
      </tfoot>
    </table>
  );
};
