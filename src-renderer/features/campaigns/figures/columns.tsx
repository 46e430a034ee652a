/** What is told of each row: how it is shown, by what it is sorted, and what it means. */
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import type { ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { ReactNode } from 'react';
import { RateCell, type Share } from './rate.tsx';

/** Their words are `figures.column.<id>` and, what they are of, `figures.brief.<id>`. */
export type Column = {
  readonly id: string;
  readonly sortBy: (row: ResultRow) => number;
  readonly cell: (row: ResultRow, words: Words) => ReactNode;
};

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

const ofShare = (id: string, share: (row: ResultRow) => Share): Column => ({
  id,
  sortBy: (row) => rate(share(row)),
  cell: (row) => <RateCell {...share(row)} />,
});

const Cents = ({ cents }: { readonly cents: number | null }) => {
  const { language } = useText();
  return cents === null ? '–' : formatEuros(cents, language);
};
const ofCents = (id: string, cents: (row: ResultRow) => number | null): Column => ({
  id,
  sortBy: (row) => cents(row) ?? -1,
  cell: (row) => <Cents cents={cents(row)} />,
});

const kept: Column = {
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

const calls: Column = {
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

const sales: Column = {
  id: 'sales',
  sortBy: (row) => row.sales,
  cell: (row, { language }) => formatNumber(row.sales, language),
};

export const columns: readonly Column[] = [
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
