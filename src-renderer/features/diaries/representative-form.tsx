/** Where a representative goes, how long he stays and travels; his hours by weekday. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import { type FormEvent, useId, useState } from 'react';
import styles from './diaries.module.css';
import type { DiaryDesk } from './use-diary.ts';
import { readTime, timeOf, WorkingTimeFields } from './working-time.tsx';

const css = styleNames(styles);
const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

const useForm = (of: Representative | null) => {
  const brandIds = (useSlice('reference')?.brands ?? []).map(({ id }) => id);
  const start = of?.settings;
  const [typed, setTyped] = useState({
    name: start?.name ?? '',
    email: start?.email ?? '',
    departments: start?.zones.departments.join(', ') ?? '',
    postcodes: start?.zones.postcodes.join(', ') ?? '',
    communes: start?.zones.communes.join(', ') ?? '',
    appointmentMinutes: String(start?.appointmentMinutes ?? 60),
    withinCommuneMinutes: String(start?.travel.withinCommuneMinutes ?? 15),
    withinDepartmentMinutes: String(start?.travel.withinDepartmentMinutes ?? 40),
    furtherMinutes: String(start?.travel.furtherMinutes ?? 90),
    noticeHours: String(start?.noticeHours ?? 24),
  });
  const usual = start ?? representativeSettingsSchema.parse({ name: '-', brandIds: ['-'] });
  const [time, setTime] = useState(timeOf(usual));
  const read = readTime(time, usual.hours);
  const parsed = representativeSettingsSchema.safeParse({
    ...start,
    ...(read ?? { hours: null }),
    brandIds: start?.brandIds ?? brandIds,
    name: typed.name,
    email: typed.email.trim() === '' ? null : typed.email.trim(),
    zones: {
      ...start?.zones,
      departments: listOf(typed.departments),
      postcodes: listOf(typed.postcodes),
      communes: listOf(typed.communes),
    },
    appointmentMinutes: Number(typed.appointmentMinutes),
    noticeHours: Number(typed.noticeHours),
    travel: {
      withinCommuneMinutes: Number(typed.withinCommuneMinutes),
      withinDepartmentMinutes: Number(typed.withinDepartmentMinutes),
      furtherMinutes: Number(typed.furtherMinutes),
    },
  });
  return { typed, setTyped, time, setTime, parsed };
};
const fields = [
  'name',
  'email',
  'departments',
  'postcodes',
  'communes',
  'appointmentMinutes',
  'withinCommuneMinutes',
  'withinDepartmentMinutes',
  'furtherMinutes',
  'noticeHours',
] as const;

export const RepresentativeForm = ({
  of,
  desk,
  onDone,
}: {
  readonly of: Representative | null;
  readonly desk: DiaryDesk;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const id = useId();
  const { typed, setTyped, time, setTime, parsed } = useForm(of);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.flatMap(({ path }) => path));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success && (await desk.save(of, parsed.data))) onDone();
  };
  return (
    <form className={css('form')} onSubmit={(event) => void save(event)}>
      {fields.map((name) => (
        <label key={name} htmlFor={`${id}-${name}`}>
          {t(`diaries.field.${name}`)}
          <input
            id={`${id}-${name}`}
            type="text"
            aria-invalid={wrong.has(name)}
            value={typed[name]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => ({ ...before, [name]: value }));
            }}
          />
        </label>
      ))}
      <WorkingTimeFields time={time} onChange={setTime} />
      <div className={css('acts')}>
        <Button
          look="primary"
          type="submit"
          blocked={parsed.success ? undefined : t('diaries.unfinished')}
        >
          {t('diaries.save')}
        </Button>
        <Button look="ghost" onClick={onDone}>
          {t('diaries.back')}
        </Button>
      </div>
    </form>
  );
};
