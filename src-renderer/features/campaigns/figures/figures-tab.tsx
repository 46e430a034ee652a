/** What calls brought and cost: all of it, by what it is cut, beside a visit, and when people answer. */

import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import type { Known } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type AllFigures, figureCuts } from '@shared/contracts/http/call-figures.ts';
import { HeatSheet } from '../live/heat-sheet.tsx';
import { Against, CostSheet } from './cost-sheet.tsx';
import styles from './figures.module.css';
import { CutChoice, PeriodChoice } from './filters.tsx';
import { RowsTable } from './rows-table.tsx';
import { SummarySheet } from './summary-sheet.tsx';
import type { Asked, Choice } from './use-all-figures.ts';

const css = styleNames(styles);

/** « Du 7 oct. au 5 nov., 1 299 appels de vos marques. » */
const Whose = ({ figures, asked }: { readonly figures: AllFigures; readonly asked: Asked }) => {
  const { t, language } = useText();
  const brand = useBrand(asked.brandId);
  const day = (date: string): string => formatShortDay(`${date}T12:00:00Z`, language);
  const { from, to, scope, total } = figures;
  const days =
    from === to
      ? t('figures.onDay', { day: day(to) })
      : t('figures.days', { from: day(from), to: day(to) });
  const count = total.attempts;
  const whose = t(`figures.scope.${scope}`, { count, calls: formatNumber(count, language) });
  return (
    <p className={css('whose')}>
      {days}, {whose}
      {brand === null ? '' : ` (${brand.name})`}. {t('figures.interval')}
    </p>
  );
};

const Shown = ({ figures }: { readonly figures: AllFigures }) => {
  const { t } = useText();
  const { total, hours } = figures;
  if (total.attempts === 0)
    return <EmptyState icon="figures" title={t('figures.none')} detail={t('figures.noneDetail')} />;
  return (
    <>
      <SummarySheet total={total} />
      <section className={css('sheet', 'scrolls')} aria-label={t('figures.table')}>
        <RowsTable figures={figures} />
      </section>
      <Against total={total} />
      <div className={css('pair')}>
        <CostSheet total={total} />
        <HeatSheet hours={hours} callKind="commercial" />
      </div>
    </>
  );
};

export const FiguresTab = ({
  chosen,
  asked,
  known,
  onChoose,
}: {
  readonly chosen: Choice;
  readonly asked: Asked;
  readonly known: Known<AllFigures> | null;
  readonly onChoose: (part: Partial<Choice>) => void;
}) => {
  const { t } = useText();
  const figures = known?.value ?? null;
  return (
    <>
      <div className={css('title')}>
        <div>
          <h2>{t('figures.heading')}</h2>
          {figures === null ? null : <Whose figures={figures} asked={asked} />}
        </div>
        <PeriodChoice chosen={chosen} asked={asked} onChoose={onChoose} />
      </div>
      <CutChoice cuts={figureCuts} chosen={chosen.by} onChoose={(by) => onChoose({ by })} />
      <Loaded of={known}>{(value) => <Shown figures={value} />}</Loaded>
    </>
  );
};
