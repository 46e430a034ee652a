/** What binds somebody: the hours of her contract, and when she can work. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { NumberField, SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { openingText, readOpenings } from '@renderer/platform/i18n/opening-text.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek, Terms } from '@shared/contracts/http/schedules.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './edit.module.css';
import { useEditorKeys } from './use-editor-keys.ts';
import { useKept } from './use-kept.ts';

const css = styleNames(styles);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const mostHours = 48;
const mostWindows = 14;

type Typed = {
  readonly minutes: number;
  readonly adultFrom: string;
  readonly when: 'any' | 'these';
  /** By weekday, as typed. */
  readonly hours: readonly string[];
};

const typedOf = ({ weeklyMinutes, adultFrom, availability }: Terms): Typed => ({
  minutes: weeklyMinutes,
  adultFrom: adultFrom ?? '',
  when: availability === null ? 'any' : 'these',
  hours: weekdays.map((weekday) => openingText(availability ?? [], weekday)),
});

/** Null: hours cannot be read. */
const termsOf = ({ minutes, adultFrom, when, hours }: Typed): Terms | null => {
  const read = hours.map((text, at) => readOpenings(text, at + 1));
  const all = read.flatMap((one) => one ?? []);
  if (when === 'these' && (read.includes(null) || all.length > mostWindows)) return null;
  return {
    weeklyMinutes: minutes,
    adultFrom: adultFrom === '' ? null : adultFrom,
    availability: when === 'any' ? null : all,
  };
};

const Hours = ({
  typed,
  onChange,
}: {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}) => {
  const { t } = useText();
  if (typed.when === 'any') return null;
  const hintOf = (value: string, wrong: boolean): string => {
    if (wrong) return t('admin.hours.hint');
    return value.trim() === '' ? t('schedules.terms.notThatDay') : '';
  };
  return (
    <div className={css('weekdays')}>
      {weekdays.map((weekday) => {
        const value = typed.hours[weekday - 1] ?? '';
        const wrong = readOpenings(value, weekday) === null;
        return (
          <TextField
            key={weekday}
            label={t(`admin.hours.day.${weekday}`)}
            value={value}
            wrong={wrong}
            hint={hintOf(value, wrong)}
            onChange={(text) => {
              const hours = typed.hours.map((one, at) => (at === weekday - 1 ? text : one));
              onChange({ ...typed, hours });
            }}
          />
        );
      })}
    </div>
  );
};

const Contract = ({ typed, onChange }: Parameters<typeof Hours>[0]) => {
  const { t } = useText();
  return (
    <div className={css('fields')}>
      <NumberField
        label={t('schedules.terms.hours')}
        hint={t('schedules.terms.hoursHint')}
        value={typed.minutes / 60}
        from={0}
        to={mostHours}
        onChange={(hours) => onChange({ ...typed, minutes: Math.round((hours ?? 0) * 60) })}
      />
      <TextField
        type="date"
        label={t('schedules.terms.adultFrom')}
        hint={t('schedules.terms.adultFromHint')}
        value={typed.adultFrom}
        onChange={(adultFrom) => onChange({ ...typed, adultFrom })}
      />
      <SelectField
        label={t('schedules.terms.when')}
        value={typed.when}
        options={(['any', 'these'] as const).map((id) => ({
          id,
          label: t(`schedules.terms.whenIs.${id}`),
        }))}
        onChange={(when) => onChange({ ...typed, when: when === 'these' ? 'these' : 'any' })}
      />
    </div>
  );
};

export const TermsEditor = ({
  person: { userId, name, terms },
  onChanged,
  onClose,
}: {
  readonly person: TeamWeek['people'][number];
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const [typed, change] = useState(() => typedOf(terms));
  const { keep, busy, refused } = useKept('schedules.change-terms', onChanged);
  const read = termsOf(typed);
  const save = async () => {
    if (read !== null && (await keep({ userId, ...read }))) onClose();
  };
  useEditorKeys(() => void save(), onClose);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    whole.current?.querySelector('input')?.focus();
    whole.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const wrong = read === null ? t('admin.hours.hint') : undefined;
  return (
    <Sheet
      look="wide"
      title={t('schedules.terms.title', { name })}
      beside={
        <Button size="small" look="ghost" keys={['Esc']} onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div ref={whole} className={css('terms')}>
        <Contract typed={typed} onChange={change} />
        <Hours typed={typed} onChange={change} />
      </div>
      <div className={css('acts')}>
        <i />
        {refused === null ? null : (
          <span role="alert" className={css('wrong')}>
            {t(`error.${refused}`)}
          </span>
        )}
        <Button
          look="primary"
          keys={['Ctrl', '↵']}
          blocked={busy ? t('common.loading') : wrong}
          onClick={() => void save()}
        >
          {t('schedules.terms.save')}
        </Button>
      </div>
    </Sheet>
  );
};
