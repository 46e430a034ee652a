/** His working hours by weekday, and the days on which he is away, as lines of text. */
import { openingText, readOpenings } from '@renderer/platform/i18n/opening-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { RepresentativeSettings } from '@shared/domain/diary/representative.ts';
import { useId } from 'react';
import styles from './diaries.module.css';

const css = styleNames(styles);
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof weekdays)[number];

export type WorkingTime = {
  readonly days: Readonly<Record<Weekday, string>>;
  readonly off: string;
};

export const timeOf = ({ hours, daysOff }: RepresentativeSettings): WorkingTime => ({
  days: Object.fromEntries(
    weekdays.map((weekday) => [weekday, openingText(hours.openings, weekday)]),
  ) as Record<Weekday, string>,
  off: daysOff.map(({ from, to }) => (from === to ? from : `${from} - ${to}`)).join(', '),
});

const away = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:-|–|à|to)\s*(\d{4}-\d{2}-\d{2}))?$/;

/** Null: a day cannot be read. */
const daysOffOf = (text: string): RepresentativeSettings['daysOff'] | null => {
  const parts = text.split(/[,;\n]+/).map((part) => part.trim());
  const read = parts
    .filter((part) => part !== '')
    .map((part) => {
      const [, from, to = from] = away.exec(part) ?? [];
      return from === undefined || to === undefined ? null : { from, to };
    });
  return read.includes(null) ? null : read.filter((one) => one !== null);
};

/** What was typed as settings; null: some of it cannot be read. */
export const readTime = (
  { days, off }: WorkingTime,
  hours: RepresentativeSettings['hours'],
): Pick<RepresentativeSettings, 'hours' | 'daysOff'> | null => {
  const openings = weekdays.map((weekday) => readOpenings(days[weekday], weekday));
  const daysOff = daysOffOf(off);
  if (openings.includes(null) || daysOff === null) return null;
  return { hours: { ...hours, openings: openings.flatMap((one) => one ?? []) }, daysOff };
};

export const WorkingTimeFields = ({
  time,
  onChange,
}: {
  readonly time: WorkingTime;
  readonly onChange: (time: WorkingTime) => void;
}) => {
  const { t } = useText();
  const id = useId();
  return (
    <fieldset className={css('time')}>
      <legend>{t('diaries.hours.title')}</legend>
      {weekdays.map((weekday) => (
        <label key={weekday} htmlFor={`${id}-${weekday}`}>
          {t(`diaries.hours.day.${weekday}`)}
          <input
            id={`${id}-${weekday}`}
            type="text"
            placeholder={t('diaries.hours.none')}
            aria-invalid={readOpenings(time.days[weekday], weekday) === null}
            value={time.days[weekday]}
            onChange={(event) =>
              onChange({ ...time, days: { ...time.days, [weekday]: event.currentTarget.value } })
            }
          />
        </label>
      ))}
      <label htmlFor={`${id}-off`}>
        {t('diaries.hours.off')}
        <input
          id={`${id}-off`}
          type="text"
          placeholder="2026-12-24 - 2027-01-02, 2027-05-14"
          aria-invalid={daysOffOf(time.off) === null}
          value={time.off}
          onChange={(event) => onChange({ ...time, off: event.currentTarget.value })}
        />
      </label>
      <p>{t('diaries.hours.detail')}</p>
    </fieldset>
  );
};
