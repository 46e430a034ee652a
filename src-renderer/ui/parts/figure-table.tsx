/** A table of figures: what each row is about, then one column for each thing that is told of it. */
import type { ReactNode } from 'react';
import { styleNames } from '../style-names.ts';
import styles from './figure-table.module.css';

const css = styleNames(styles);

export type FigureColumn<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Digits that stand under each other. */
  readonly digits?: 'aligned';
};

/** The first column names the row. */
export const FigureTable = <Row,>({
  label,
  columns,
  rows,
  keyOf,
}: {
  readonly label: string;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
}) => (
  <table className={css('table')} aria-label={label}>
    <thead>
      <tr>
        {columns.map(({ id, head }) => (
          <th key={id} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map(({ id, cell, digits }, place) =>
            place === 0 ? (
              <th key={id} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={id} className={digits === 'aligned' ? 'figures' : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
