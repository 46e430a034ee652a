/** A table of figures with a line of all of them, in the order of any column; time and hours in their own. */
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useState } from 'react';
import styles from './figures.module.css';

const css = styleNames(styles);

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  /** What it is of, in two or three words. */
  readonly brief: string;
  /** What it means, in full. */
  readonly means?: string;
  readonly sortBy: (row: Row) => number;
  readonly cell: (row: Row, words: Words) => ReactNode;
};
type Order = { readonly id: string; readonly direction: 'ascending' | 'descending' };

const Head = <Row,>({
  column: { id, head, brief, means },
  order,
  onOrder,
}: {
  readonly column: Column<Row>;
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
}) => {
  const direction = order?.id === id ? order.direction : undefined;
  const next = direction === 'descending' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={direction ?? 'none'} title={means}>
      <button type="button" onClick={() => onOrder({ id, direction: next })}>
        {head}
        <i className={css('arrow', direction)}>
          <Icon name="chevron-down" size={14} />
        </i>
      </button>
      <small>{brief}</small>
    </th>
  );
};

const Cells = <Row,>({
  row,
  columns,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}) => {
  const words = useText();
  return columns.map(({ id, cell }) => <td key={id}>{cell(row, words)}</td>);
};

export const OrderedTable = <Row,>({
  label,
  by,
  columns,
  rows,
  total,
  firstBy,
  keyOf,
  name,
}: {
  readonly label: string;
  /** What the rows are. */
  readonly by: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly total: Row;
  /** The column by which they are sorted at first, most first; null: they come in their own order. */
  readonly firstBy: string | null;
  readonly keyOf: (row: Row) => string;
  readonly name: (row: Row) => ReactNode;
}) => {
  const { t } = useText();
  const [wished, order] = useState<Order | null>(null);
  const shown = wished ?? (firstBy === null ? null : { id: firstBy, direction: 'descending' });
  const column = columns.find(({ id }) => id === shown?.id);
  const sign = shown?.direction === 'ascending' ? 1 : -1;
  const sorted =
    column === undefined
      ? rows
      : rows.toSorted((one, other) => sign * (column.sortBy(one) - column.sortBy(other)));
  return (
    <table className={css('rows')} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{by}</th>
          {columns.map((one) => (
            <Head key={one.id} column={one} order={shown} onOrder={order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{name(row)}</th>
            <Cells row={row} columns={columns} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('figures.all')}</th>
          <Cells row={total} columns={columns} />
        </tr>
      </tfoot>
    </table>
  );
};
