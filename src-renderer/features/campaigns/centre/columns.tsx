/** What is told of the calls of each row: handling, transfers, repeats, resolution, queue, goals. */
import { formatLength, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import type { CentreAnswer, CentreRow } from '@shared/contracts/http/centre-figures.ts';
import type { CentreFigureName } from '@shared/domain/centre/figure-words.ts';
import type { Column } from '../figures/ordered-table.tsx';
import { RateCell, type Share } from '../figures/rate.tsx';
import { SplitBar } from './split-bar.tsx';

export type Figures = CentreRow['figures'];
export type Told = Pick<CentreRow, 'key' | 'label'> & { readonly figures: Figures };
type Figure = Pick<Column<Told>, 'sortBy' | 'cell'> & { readonly id: CentreFigureName };

const ofShare = (id: CentreFigureName, share: (figures: Figures) => Share | null): Figure => ({
  id,
  sortBy: ({ figures }) => {
    const { part, whole } = share(figures) ?? { part: 0, whole: 0 };
    return whole === 0 ? -1 : part / whole;
  },
  cell: ({ figures }) => {
    const found = share(figures);
    return found === null ? '–' : <RateCell {...found} />;
  },
});

const handled: Figure = {
  id: 'handled',
  sortBy: ({ figures }) => figures.handling.handled,
  cell: ({ figures: { handling } }, { t, language }) => (
    <>
      {formatNumber(handling.handled, language)}
      <small>
        {t('figures.centre.cameIn', {
          count: handling.cameIn,
          calls: formatNumber(handling.cameIn, language),
        })}
      </small>
    </>
  ),
};

const Handling = ({
  figures: { handling },
  longestS,
}: {
  readonly figures: Figures;
  readonly longestS: number;
}) => {
  const { t } = useText();
  const { averageHandlingS, averageTalkS, averageHoldS, averageWrapUpS } = handling;
  if (averageHandlingS === null) return '–';
  return (
    <>
      {formatLength(averageHandlingS * 1000, t)}
      <SplitBar
        longestS={longestS}
        words="brief"
        write={(ms) => formatLength(ms, t)}
        parts={[
          { name: 'talk', seconds: averageTalkS ?? 0 },
          { name: 'hold', seconds: averageHoldS ?? 0 },
          { name: 'wrapUp', seconds: averageWrapUpS ?? 0 },
        ]}
      />
    </>
  );
};

const handlingIn = (all: readonly Figures[]): Figure => {
  const longestS = Math.max(0, ...all.map(({ handling }) => handling.averageHandlingS ?? 0));
  return {
    id: 'handling',
    sortBy: ({ figures }) => figures.handling.averageHandlingS ?? -1,
    cell: ({ figures }) => <Handling figures={figures} longestS={longestS} />,
  };
};

/** Of people and speeches: what they took. Of queues, brands and days: what the switch says of all. */
const inTime = ofShare('inTime', ({ fromQueues: { taken, inTime: soon } }) => ({
  part: soon,
  whole: taken,
}));
const waitOf = ({ queue }: Figures, { t, language }: Words): string =>
  queue === null
    ? ''
    : t('figures.centre.queueBrief', {
        lost: formatNumber(queue.abandoned, language),
        wait: formatLength((queue.averageWaitS ?? 0) * 1000, t),
      });
const serviceLevel = ofShare('serviceLevel', ({ queue }) =>
  queue === null
    ? null
    : { part: queue.inTime, whole: queue.offered - queue.shortAbandoned - queue.unknown },
);
const waits: Figure = {
  id: 'abandoned',
  sortBy: ({ figures }) => figures.queue?.abandoned ?? -1,
  cell: ({ figures }, words) =>
    figures.queue === null ? (
      '–'
    ) : (
      <>
        {formatNumber(figures.queue.offered, words.language)}
        <small>{waitOf(figures, words)}</small>
      </>
    ),
};

const rest: readonly Figure[] = [
  ofShare('firstContactResolution', ({ contacts: { settled, known } }) => ({
    part: settled,
    whole: known,
  })),
  ofShare('repeats', ({ contacts: { repeats, contacts } }) => ({ part: repeats, whole: contacts })),
  ofShare('transfers', ({ transfers, handling }) => ({
    part: transfers.all,
    whole: handling.handled,
  })),
];
const conversion = ofShare('conversion', ({ goals }) =>
  goals === null ? null : { part: goals.won, whole: goals.reached },
);

export const columnsOf = (
  { rows, total, by, scope, definitions }: CentreAnswer,
  { t, language }: Words,
): readonly Column<Told>[] => {
  const ofQueues = scope !== 'own' && !['advisor', 'team', 'speech'].includes(by);
  return [
    handled,
    handlingIn([...rows.map(({ figures }) => figures), total]),
    ...rest,
    ...(ofQueues ? [serviceLevel, waits] : [inTime]),
    ...(by === 'queue' ? [] : [conversion]),
  ].map((figure) => {
    const means = definitions[figure.id]?.[language];
    return {
      ...figure,
      head: t(`figures.centre.name.${figure.id}`),
      brief: t(`figures.centre.brief.${figure.id}`),
      ...(means === undefined ? {} : { means }),
    };
  });
};
