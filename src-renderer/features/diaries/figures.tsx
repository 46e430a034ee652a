/** What came of the appointments of a period: by representative, and of all together (DIARY-34). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AppointmentFigures } from '@shared/contracts/http/diaries.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { useEffect, useId, useState } from 'react';
import styles from './diaries.module.css';

const css = styleNames(styles);
const dayMs = 86_400_000;
const periods = [30, 90, 365] as const;
type Row = AppointmentFigures['all'] & { readonly id: string; readonly name: string };

const useFigures = (days: number): AppointmentFigures | 'away' | null => {
  const request = useRequest();
  const { clock } = useServices();
  const [figures, set] = useState<AppointmentFigures | 'away' | null>(null);
  useEffect(() => {
    let current = true;
    const now = clock.now();
    // What is booked for the weeks to come belongs to them, too.
    const period = { from: toInstant(now - days * dayMs), to: toInstant(now + 35 * dayMs) };
    void request('diaries.figures', period).then((told) => {
      if (current) set(told.ok ? told.value : 'away');
    });
    return () => {
      current = false;
    };
  }, [request, clock, days]);
  return figures;
};

const useColumns = () => {
  const { t } = useText();
  const count = (id: keyof AppointmentFigures['all']) => ({
    id,
    head: t(`diaries.figures.${id}`),
    digits: 'aligned' as const,
    cell: (row: Row) => row[id],
  });
  return [
    { id: 'name', head: t('diaries.figures.who'), cell: (row: Row) => row.name },
    count('booked'),
    count('kept'),
    count('notKept'),
    {
      id: 'share',
      head: t('diaries.figures.share'),
      digits: 'aligned' as const,
      cell: ({ kept, notKept }: Row) =>
        kept + notKept === 0
          ? '–'
          : t('common.percent', { value: Math.round((100 * kept) / (kept + notKept)) }),
    },
    count('moved'),
    count('cancelled'),
  ];
};

export const Figures = () => {
  const { t } = useText();
  const id = useId();
  const [days, setDays] = useState<number>(periods[0]);
  const figures = useFigures(days);
  const columns = useColumns();
  if (figures === null) return <LoadingLines label={t('common.loading')} />;
  if (figures === 'away') return <p role="status">{t('diaries.needsHub')}</p>;
  const rows: Row[] = figures.byRepresentative.map((one) => ({ ...one, id: one.representativeId }));
  return (
    <section className={css('figures')} aria-label={t('diaries.figures.title')}>
      <label htmlFor={id}>
        {t('diaries.figures.period')}
        <select
          id={id}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {t('diaries.figures.days', { count: one })}
            </option>
          ))}
        </select>
      </label>
      {rows.length === 0 ? (
        <p>{t('diaries.figures.none')}</p>
      ) : (
        <FigureTable
          label={t('diaries.figures.title')}
          columns={columns}
          rows={[...rows, { ...figures.all, id: 'all', name: t('diaries.figures.all') }]}
          keyOf={(row) => row.id}
        />
      )}
      <p>{t('diaries.figures.detail')}</p>
    </section>
  );
};
