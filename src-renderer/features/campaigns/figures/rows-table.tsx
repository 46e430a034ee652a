/** The figures of each campaign, advisor, hour and so on, with a line of all of them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AllFigures, FigureCut, ResultRow } from '@shared/contracts/http/call-figures.ts';
import { columns } from './columns.tsx';
import styles from './figures.module.css';
import { OrderedTable } from './ordered-table.tsx';
import { rowName } from './row-name.ts';

const css = styleNames(styles);

/** Hours and days follow each other; of the rest what was called most comes first. */
const inTime: readonly FigureCut[] = ['hour', 'day'];

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

export const RowsTable = ({ figures }: { readonly figures: AllFigures }) => {
  const { t } = useText();
  const { by, rows, total } = figures;
  return (
    <OrderedTable
      label={t(`figures.by.${by}`)}
      by={t(`figures.cut.${by}`)}
      columns={columns.map((column) => ({
        ...column,
        head: t(`figures.column.${column.id}`),
        brief: t(`figures.brief.${column.id}`),
      }))}
      rows={rows}
      total={total}
      firstBy={inTime.includes(by) ? null : 'calls'}
      keyOf={({ key }) => key ?? ''}
      name={(row) => <Name row={row} by={by} />}
    />
  );
};
