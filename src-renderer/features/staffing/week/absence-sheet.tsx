/** Who is away in the week, and until when; why is not kept. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import { type FormEvent, useState } from 'react';
import { dayWords } from '../clock-words.ts';
import weekStyles from '../week.module.css';
import styles from './edit.module.css';

const css = styleNames(styles);
const weekCss = styleNames(weekStyles);

type Shown = { readonly team: TeamWeek; readonly onChanged: () => void };

const Away = ({ team, onChanged }: Shown) => {
  const { t, language } = useText();
  const request = useRequest();
  const away = team.people.flatMap(({ name, absences }) =>
    absences.map((one) => ({ name, ...one })),
  );
  const end = async (absenceId: string) => {
    await request('schedules.end-absence', { absenceId });
    onChanged();
  };
  if (away.length === 0) return <p className={weekCss('quiet')}>{t('schedules.absence.none')}</p>;
  return (
    <ul className={weekCss('swaps')}>
      {away.map(({ id, name, from, to }) => {
        const days = { from: dayWords(from, language), to: dayWords(to, language) };
        const when = t(from === to ? 'schedules.absence.day' : 'schedules.absence.days', days);
        return (
          <li key={id}>
            <span>
              <b>{name}</b> {when}
            </span>
            <Button
              size="small"
              aria-label={t('schedules.absence.endOf', { name, when })}
              onClick={() => void end(id)}
            >
              {t('schedules.edit.remove')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};

const AbsenceForm = ({ team, onChanged }: Shown) => {
  const { t } = useText();
  const request = useRequest();
  const [userId, choose] = useState(team.people[0]?.userId ?? '');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const last = to === '' ? from : to;
  const blocked = (): string | undefined => {
    if (from === '') return t('schedules.absence.fromFirst');
    return last < from ? t('schedules.absence.wrongDays') : undefined;
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (blocked() !== undefined) return;
    const { ok } = await request('schedules.add-absence', { userId, from, to: last });
    if (!ok) return;
    setFrom('');
    setTo('');
    onChanged();
  };
  return (
    <form className={css('absence')} onSubmit={(event) => void add(event)}>
      <label>
        {t('schedules.column.name')}
        <select value={userId} onChange={({ currentTarget: { value } }) => choose(value)}>
          {team.people.map((one) => (
            <option key={one.userId} value={one.userId}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('schedules.absence.from')}
        <input
          type="date"
          value={from}
          onChange={({ currentTarget: { value } }) => setFrom(value)}
        />
      </label>
      <label>
        {t('schedules.absence.to')}
        <input
          type="date"
          min={from}
          value={to}
          aria-invalid={from !== '' && last < from}
          onChange={({ currentTarget: { value } }) => setTo(value)}
        />
      </label>
      <Button type="submit" blocked={blocked()}>
        {t('schedules.absence.add')}
      </Button>
    </form>
  );
};

export const AbsenceSheet = (shown: Shown) => {
  const { t } = useText();
  return (
    <Sheet title={t('schedules.absence.title')}>
      <Away {...shown} />
      {shown.team.people.length === 0 ? null : <AbsenceForm {...shown} />}
      <small className={css('why')}>{t('schedules.absence.noReason')}</small>
    </Sheet>
  );
};
