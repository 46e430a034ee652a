/** What is told of each row: how it is shown, by what it is sorted, and what it means. */
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { Column } from './ordered-table.tsx';
import { RateCell, type Share } from './rate.tsx';

/** Their words are `figures.column.<id>` and, what they are of, `figures.brief.<id>`. */
type Figure = Pick<Column<ResultRow>, 'id' | 'sortBy' | 'cell'>;

const reach = ({ peopleReached, people }: ResultRow): Share => ({
  part: peopleReached,
  whole: people,
});
const contact = ({ reached, attempts }: ResultRow): Share => ({ part: reached, whole: attempts });
const conversion = ({ successes, reached }: ResultRow): Share => ({
  part: successes,
  whole: reached,
});
const rate = ({ part, whole }: Share): number => (whole === 0 ? -1 : part / whole);

const ofShare = (id: string, share: (row: ResultRow) => Share): Figure => ({
  id,
  sortBy: (row) => rate(share(row)),
  cell: (row) => <RateCell {...share(row)} />,
});

const Cents = ({ cents }: { readonly cents: number | null }) => {
  const { language } = useText();
  return cents === null ? '–' : formatEuros(cents, language);
};
const ofCents = (id: string, cents: (row: ResultRow) => number | null): Figure => ({
  id,
  sortBy: (row) => cents(row) ?? -1,
  cell: (row) => <Cents cents={cents(row)} />,
});

const kept: Figure = {
  id: 'kept',
  sortBy: ({ appointments }) => appointments.kept,
  cell: ({ appointments: { made, kept: came, notKept } }, { t, language }) =>
    made === 0 ? (
      '–'
    ) : (
      <>
        {formatNumber(came, language)}
        <small>
          {t('figures.ofMade', {
            missed: formatNumber(notKept, language),
            made: formatNumber(made, language),
          })}
        </small>
      </>
    ),
};

const calls: Figure = {
  id: 'calls',
  sortBy: ({ attempts }) => attempts,
  cell: ({ attempts, people }, { t, language }) => (
    <>
      {formatNumber(attempts, language)}
      <small>
        {t('figures.people', { count: people, people: formatNumber(people, language) })}
      </small>
    </>
  ),
};

const sales: Figure = {
  id: 'sales',
  sortBy: (row) => row.sales,
  cell: (row, { language }) => formatNumber(row.sales, language),
};

export const columns: readonly Figure[] = [
  calls,
  ofShare('reach', reach),
  ofShare('contact', contact),
  ofShare('conversion', conversion),
  kept,
  sales,
  ofCents('centsPerContact', ({ centsPerContact }) => centsPerContact),
  ofCents('centsPerAppointment', ({ centsPerAppointment }) => centsPerAppointment),
  ofCents('centsPerSale', ({ centsPerSale }) => centsPerSale),
];
