/** Where an exchange breaks, and where it goes on; the widest ribbon is lit. */
import { formatDelay, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import styles from './channel-map.module.css';
import { drawingOf, type Flow, lost, type Node, type Ribbon, size } from './ribbons.ts';

const css = styleNames(styles);

const useNames = () => {
  const { t } = useText();
  return (name: string) => (name === lost ? t('channelMap.lost') : t(`channel.${name}`));
};

const Bars = ({
  nodes,
  side,
  lit = null,
}: {
  readonly nodes: readonly Node[];
  readonly side: 'from' | 'to';
  /** Where the widest ribbon begins. */
  readonly lit?: string | null;
}) => {
  const { language } = useText();
  const nameOf = useNames();
  const x = side === 'from' ? size.left : size.right;
  return nodes.map((node) => (
    <g key={node.name} className={css(node.name === lost && 'lost', node.name === lit && 'begins')}>
      <rect className={css('bar')} x={x} y={node.y} width={size.bar} height={node.height} />
      <text
        x={side === 'from' ? x - 12 : x + size.bar + 12}
        y={node.y + node.height / 2}
        textAnchor={side === 'from' ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {nameOf(node.name)} <tspan>{formatNumber(node.count, language)}</tspan>
      </text>
    </g>
  ));
};

/** Lower than this the figure would stand outside of its ribbon. */
const leastForFigure = 40;

/** How many, and how soon, on the widest ribbon. */
const Figure = ({ ribbon, scale }: { readonly ribbon: Ribbon; readonly scale: number }) => {
  const { t, language } = useText();
  const { count, medianMs } = ribbon.flow;
  if (count * scale < leastForFigure) return null;
  const x = (size.left + size.bar + size.right) / 2;
  return (
    <text className={css('figure')} x={x} y={ribbon.middle} textAnchor="middle">
      {formatNumber(count, language)}
      {medianMs === null ? null : (
        <tspan x={x} dy="18">
          {t('channelMap.within', { time: formatDelay(medianMs, t) })}
        </tspan>
      )}
    </text>
  );
};

/** The same as a table, for who does not see the drawing. */
const FlowTable = ({ flows }: { readonly flows: readonly Flow[] }) => {
  const { t } = useText();
  const nameOf = useNames();
  return (
    <table className="sr-only">
      <caption>{t('channelMap.flows')}</caption>
      <tbody>
        {flows.map((flow) => (
          <tr key={`${flow.from} ${flow.to}`}>
            <th scope="row">{`${nameOf(flow.from)} → ${nameOf(flow.to ?? lost)}`}</th>
            <td>{flow.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Widest = ({ flow }: { readonly flow: Flow }) => {
  const { t } = useText();
  const nameOf = useNames();
  const names = { from: nameOf(flow.from), to: nameOf(flow.to ?? lost) };
  return (
    <p className={css('widest')}>
      <Icon name="break" />
      <span>
        <b>{t('channelMap.widest', names)}</b>{' '}
        {flow.medianMs === null
          ? t('channelMap.widestLost', { count: flow.count })
          : t('channelMap.widestAfter', {
              count: flow.count,
              time: formatDelay(flow.medianMs, t),
            })}
      </span>
    </p>
  );
};

/** Units of the drawing for each break. */
const scaleOf = ([first]: readonly Node[]): number =>
  first === undefined ? 0 : first.height / first.count;

export const BreakSheet = ({ map }: { readonly map: ChannelMap }) => {
  const { t } = useText();
  const [widest] = map.flows;
  if (widest === undefined) return <EmptyState icon="check" title={t('channelMap.noBreaks')} />;
  const { from, to, ribbons } = drawingOf(map.flows);
  const lit = ribbons.find(({ flow }) => flow === widest);
  return (
    <>
      <div className={css('heads')} aria-hidden="true">
        <span>{t('channelMap.failsHere')}</span>
        <span>{t('channelMap.resumesThere')}</span>
      </div>
      <svg
        viewBox={`0 -6 ${size.width} ${size.height + 60}`}
        role="img"
        aria-label={t('channelMap.flows')}
        className={css('drawing')}
      >
        {ribbons.map(({ flow, path }) => (
          <path
            key={`${flow.from} ${flow.to}`}
            d={path}
            className={css('ribbon', flow === widest && 'lit')}
          />
        ))}
        <Bars nodes={from} side="from" lit={widest.from} />
        <Bars nodes={to} side="to" />
        {lit === undefined ? null : <Figure ribbon={lit} scale={scaleOf(from)} />}
      </svg>
      <FlowTable flows={map.flows} />
      <Widest flow={widest} />
    </>
  );
};
