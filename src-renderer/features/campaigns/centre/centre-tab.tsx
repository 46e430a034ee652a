/** What the centre did with its time and what became of its calls; an advisor's own, beside nobody's. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import type { Known } from '@renderer/platform/asked/use-asked.ts';
import { formatHours, formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type CentreAnswer,
  type CentreCut,
  centreCuts,
} from '@shared/contracts/http/centre-figures.ts';
import type { Role } from '@shared/domain/user/user.ts';
import styles from '../figures/figures.module.css';
import { CutChoice, PeriodChoice } from '../figures/filters.tsx';
import { OrderedTable } from '../figures/ordered-table.tsx';
import { type Span, useSpan } from '../figures/use-all-figures.ts';
import { columnsOf } from './columns.tsx';
import { Definitions } from './definitions.tsx';
import { RowLabel } from './row-label.tsx';
import { callParts, Legend } from './split-bar.tsx';
import { Summary } from './summary.tsx';
import { TimesSheet } from './times-sheet.tsx';

const css = styleNames(styles);

/** Days, weeks and months follow each other; of the rest who handled most comes first. */
const inTime: readonly CentreCut[] = ['day', 'week', 'month'];
/** Beside nobody's: an advisor is not held against colleagues. */
const ownCuts = centreCuts.filter((by) => by !== 'advisor' && by !== 'team');

/** « Du 7 oct. au 5 nov., 2 377 appels traités par vos équipes. » */
const Whose = ({
  figures,
  brandId,
}: { readonly figures: CentreAnswer } & Pick<Span, 'brandId'>) => {
  const { t, language } = useText();
  const brand = useBrand(brandId);
  const day = (date: string): string => formatShortDay(`${date}T12:00:00Z`, language);
  const { from, to, scope, total } = figures;
  const days =
    from === to
      ? t('figures.onDay', { day: day(to) })
      : t('figures.days', { from: day(from), to: day(to) });
  const count = total.handling.handled;
  const calls = formatNumber(count, language);
  return (
    <p className={css('whose')}>
      {days}, {t(`figures.centre.scope.${scope}`, { count, calls })}
      {brand === null ? '' : ` (${brand.name})`}. {t('figures.interval')}
    </p>
  );
};

/** For how long nobody heard the switch: what its queues did then is in no figure. */
const Gaps = ({ figures: { gaps } }: { readonly figures: CentreAnswer }) => {
  const { t } = useText();
  if (gaps.length === 0) return null;
  const ms = gaps.reduce((sum, gap) => sum + Date.parse(gap.until) - Date.parse(gap.from), 0);
  return (
    <p className={css('finding')}>
      <Icon name="alert" size={18} />
      <span>{t('figures.centre.gaps', { count: gaps.length, time: formatHours(ms, t) })}</span>
    </p>
  );
};

/**
 * What desktops tell of calls from queues beside the switch's own count. A lead sees her own teams' desktops,
 * and the switch counts everybody's: the two are no match.
 */
const Reconciled = ({ figures: { total, scope } }: { readonly figures: CentreAnswer }) => {
  const { t, language } = useText();
  const { queue, fromQueues } = total;
  if (scope !== 'brands' || queue === null || queue.talkS === 0) return null;
  const apart = Math.abs(fromQueues.talkS - queue.talkS) / queue.talkS;
  return (
    <p className={css('finding')}>
      <Icon name="info" size={18} />
      <span>
        <b>
          {t('figures.centre.reconciled', {
            desktops: formatHours(fromQueues.talkS * 1000, t),
            pbx: formatHours(queue.talkS * 1000, t),
            apart: formatNumber(100 * apart, language, 1),
          })}
        </b>{' '}
        {t('figures.centre.reconciledWhy')}
      </span>
    </p>
  );
};

const Shown = ({ figures }: { readonly figures: CentreAnswer }) => {
  const words = useText();
  const { t } = words;
  const { by, rows, total } = figures;
  const signedInS = total.states?.signedInS ?? 0;
  const asked = total.handling.handled + (total.queue?.offered ?? 0) + (total.goals?.reached ?? 0);
  if (asked === 0 && signedInS === 0)
    return (
      <EmptyState
        icon="figures"
        title={t('figures.centre.nothing')}
        detail={t('figures.centre.nothingDetail')}
      />
    );
  return (
    <>
      <Summary total={total} />
      <TimesSheet figures={figures} />
      <Sheet title={t('figures.centre.calls')} beside={<Legend names={callParts} />}>
        <div className={css('scrolls')}>
          <OrderedTable
            key={by}
            label={t('figures.centre.calls')}
            by={t(`figures.cut.${by}`)}
            columns={columnsOf(figures, words)}
            rows={rows}
            total={{ key: null, label: null, figures: total }}
            firstBy={inTime.includes(by) ? null : 'handled'}
            keyOf={({ key }) => key ?? ''}
            name={(row) => <RowLabel row={row} by={by} />}
          />
        </div>
      </Sheet>
      <Reconciled figures={figures} />
      <Gaps figures={figures} />
      <Definitions of={figures.definitions} />
    </>
  );
};

export const CentreTab = ({
  role,
  span,
  by,
  known,
  onChoose,
  onCut,
}: {
  readonly role: Role;
  readonly span: Span;
  readonly by: CentreCut;
  readonly known: Known<CentreAnswer> | null;
  readonly onChoose: (part: Partial<Span>) => void;
  readonly onCut: (by: CentreCut) => void;
}) => {
  const { t } = useText();
  const figures = known?.value ?? null;
  const days = useSpan(span);
  const isOwn = role === 'advisor';
  return (
    <>
      <div className={css('title')}>
        <div>
          <h2>{t(isOwn ? 'figures.centre.ownHeading' : 'figures.centre.heading')}</h2>
          {figures === null ? null : <Whose figures={figures} brandId={span.brandId} />}
        </div>
        <PeriodChoice chosen={span} asked={days} onChoose={onChoose} />
      </div>
      <CutChoice cuts={isOwn ? ownCuts : centreCuts} chosen={by} onChoose={onCut} />
      <Loaded of={known} needsHub={t('figures.centre.needsHub')}>
        {(value) => <Shown figures={value} />}
      </Loaded>
    </>
  );
};
