/** What a row of the centre's figures is called, by what they are cut by. */
import { formatMonth, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CentreCut, CentreRow } from '@shared/contracts/http/centre-figures.ts';
import { dayLater, weekdayOfText } from '@shared/domain/calendar/day-text.ts';
import styles from '../figures/figures.module.css';

const css = styleNames(styles);
const noon = (day: string): string => `${day}T12:00:00Z`;

/** « lun. 3 nov. », « du 2 au 8 nov. », « novembre 2026 ». */
const labelOf = (
  { key, label }: Pick<CentreRow, 'key' | 'label'>,
  by: CentreCut,
  { t, language }: Words,
): string => {
  if (key === null) return t(`figures.centre.none.${by}`);
  const short = (day: string) => formatShortDay(noon(day), language);
  switch (by) {
    case 'day':
      return t(`figures.centre.weekday.${weekdayOfText(key)}`, { day: short(key) });
    case 'week':
      return t('figures.centre.week', { from: short(key), to: short(dayLater(key, 6)) });
    case 'month':
      return formatMonth(noon(key), language, 'year');
    case 'speech': {
      const [script = key, version = ''] = key.split(' ');
      return t('planning.results.version', { speech: label ?? script, version });
    }
    case 'advisor':
    case 'team':
    case 'brand':
    case 'queue':
      return label ?? key;
  }
};

export const RowLabel = ({
  row,
  by,
}: {
  readonly row: Pick<CentreRow, 'key' | 'label'>;
  readonly by: CentreCut;
}) => {
  const words = useText();
  const brand = useBrand(by === 'brand' ? row.key : null);
  return (
    <span className={css('name')}>
      {brand === null ? null : <BrandMark brand={brand} size="small" />}
      <span>{labelOf(row, by, words)}</span>
    </span>
  );
};
