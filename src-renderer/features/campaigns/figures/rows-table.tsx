/** The figures of each campaign, advisor, hour and so on, with a line of all of them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AllFigures, FigureCut, ResultRow } from '@shared/contracts/http/call-figures.ts';
import { useState } from 'react';
import { type Column, columns } from './columns.tsx';
import styles from './figures.module.css';
import { rowName } from './row-name.ts';

const css = styleNames(styles);
type Order = { readonly id: string; readonly direction: 'ascending' | 'descending' };

/** Hours and days follow each other; of the rest what was called most comes first. */
const inTime: readonly FigureCut[] = ['hour', 'day'];
const byCalls: Order = { id: 'calls', direction: 'descending' };

const sorted = (rows: readonly ResultRow[], order: Order | null): readonly ResultRow[] => {
  const column = columns.find(({ id }) => id === order?.id);
  if (column === undefined || order === null) return rows;
  const sign = order.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => sign * (column.sortBy(one) - column.sortBy(other)));
};

const Head = ({
  column,
  order,
  onOrder,
}: {
  readonly column: Column;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}) => {
  const { t } = useText();
  const { id } = column;
  const direction = order?.id === id ? order.direction : undefined;
  const next = direction === 'descending' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" onClick={() => onOrder({ id, direction: next })}>
        {t(`figures.column.${id}`)}
        <i className={css('arrow', direction)}>
          <Icon name="chevron-down" size={14} />
        </i>
      </button>
      <small>{t(`figures.brief.${id}`)}</small>
    </th>
  );
};

const Name = ({ row, by }: { readonly row: ResultRow; readonly by: FigureCut }) => {
  const words = useText();
  const brand = useBrand(row.brandId);
  return (
    <span className={css('name')}>
      {brand === null ? null : <BrandMark brand={brand} size="small" />}
      <span>
        {rowName(row, by, words)}
        {row.goal === null ? null : <small>{words.t(`campaign.goal.${row.goal}`)}</small>}
      </span>
    </span>
  );
};

const Cells = ({ row }: { readonly row: ResultRow }) => {
  const words = useText();
  return columns.map(({ id, cell }) => <td key={id}>{cell(row, words)}</td>);
};

export const RowsTable = ({ figures }: { readonly figures: AllFigures }) => {
  const { t } = useText();
  const { by, rows, total } = figures;
  const [wished, order] = useState<Order | null>(null);
  const shown = wished ?? (inTime.includes(by) ? null : byCalls);
  return (
    <table className={css('rows')} aria-label={t(`figures.by.${by}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`figures.cut.${by}`)}</th>
          {columns.map((column) => (
            <Head key={column.id} column={column} order={shown} onOrder={order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(rows, shown).map((row) => (
          <tr key={row.key ?? ''}>
            <th scope="row">
              <Name row={row} by={by} />
            </th>
            <Cells row={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('figures.all')}</th>
          <Cells row={total} />
        </tr>
      </tfoot>
    </table>
  );
};
