/** When a brand is open, day by day: what is promised counts by it. */

import { openingText, readOpenings } from '@renderer/platform/i18n/opening-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { SelectField, TextField } from './fields.tsx';
import { Sheet } from './loaded.tsx';
import type { RulesProps } from './rules-sheets.tsx';

const css = styleNames(styles);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const holidays = ['closed', 'open'] as const;

const Day = ({
  weekday,
  rules: { hours },
  onChange,
}: RulesProps & { readonly weekday: (typeof weekdays)[number] }) => {
  const { t } = useText();
  const kept = openingText(hours.openings, weekday);
  const [text, setText] = useState<string | null>(null);
  const typed = text ?? kept;
  const read = readOpenings(typed, weekday);
  return (
    <TextField
      label={t(`admin.hours.day.${weekday}`)}
      hint={read === null ? t('admin.hours.hint') : ''}
      value={typed}
      wrong={read === null}
      onChange={setText}
      onDone={() => {
        if (read === null || text === null) return;
        setText(null);
        if (typed.trim() === kept) return;
        const others = hours.openings.filter((one) => one.weekday !== weekday);
        onChange({ hours: { ...hours, openings: [...others, ...read] } });
      }}
    />
  );
};

export const HoursSheet = (props: RulesProps) => {
  const { t } = useText();
  const { rules, onChange } = props;
  return (
    <Sheet
      wide
      title={t('admin.hours.title')}
      beside={<span className={css('quiet')}>{rules.hours.zone}</span>}
    >
      <div className={css('form', 'week')}>
        {weekdays.map((weekday) => (
          <Day key={weekday} weekday={weekday} {...props} />
        ))}
        <SelectField
          label={t('admin.hours.onHolidays')}
          value={rules.hours.onHolidays}
          options={holidays.map((id) => ({ id, label: t(`admin.hours.holidays.${id}`) }))}
          onChange={(value) =>
            onChange({
              hours: { ...rules.hours, onHolidays: value === 'open' ? 'open' : 'closed' },
            })
          }
        />
      </div>
    </Sheet>
  );
};
