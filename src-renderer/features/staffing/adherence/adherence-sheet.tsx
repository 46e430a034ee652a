/** Planned against done, by person and day of a week, with what the figure means and does not. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatDay, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AdherenceWeek } from '@shared/contracts/http/adherence.ts';
import type { Adherence } from '@shared/domain/schedule/adherence.ts';
import { hoursOf } from '../clock-words.ts';
import { useSchedules } from '../use-schedules.ts';
import type { ShownWeek } from '../use-week.ts';
import styles from '../week.module.css';

const css = styleNames(styles);
/** Of less nothing is said. */
const fewestMinutes = 60;

const Share = ({ of }: { readonly of: Adherence | undefined }) => {
  const { t, language } = useText();
  if (of === undefined || of.measured === 0) return <td>–</td>;
  if (of.measured < fewestMinutes)
    return <td className={css('quiet')}>{t('schedules.tooLittle')}</td>;
  return (
    <td>
      {formatNumber(Math.round((100 * of.followed) / of.measured), language)} %
      <small>
        {of.excused === 0 ? null : t('schedules.excused', { time: hoursOf(of.excused, t) })}
      </small>
    </td>
  );
};

const Table = ({
  told,
  days,
}: {
  readonly told: AdherenceWeek;
  readonly days: readonly string[];
}) => {
  const { t, language } = useText();
  return (
    <table className={css('week')}>
      <thead>
        <tr>
          <th scope="col">{t('schedules.column.name')}</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {formatDay(Date.parse(`${day}T12:00:00Z`), language)}
            </th>
          ))}
          <th scope="col">{t('schedules.column.week')}</th>
        </tr>
      </thead>
      <tbody>
        {told.people.map((person) => (
          <tr key={person.userId}>
            <th scope="row">{person.name}</th>
            {days.map((day) => (
              <Share key={day} of={person.days.find((one) => one.day === day)} />
            ))}
            <Share of={person.week} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const AdherenceSheet = ({ week }: { readonly week: ShownWeek }) => {
  const { t } = useText();
  const { known } = useSchedules('schedules.adherence', { day: week.monday });
  const shown = known?.value == null || known.value.week === week.monday ? known : null;
  return (
    <Sheet title={t('schedules.adherence')} look="wide">
      <p className={css('quiet')}>{t('schedules.adherenceMeans')}</p>
      <Loaded of={shown}>{(told) => <Table told={told} days={week.days} />}</Loaded>
    </Sheet>
  );
};
