/** The area as points: shaded by whom the campaign may call, ringed when chosen; a line can be drawn around some. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Commune } from '@shared/contracts/http/communes.ts';
import type { Audience, GeoPoint } from '@shared/domain/campaign/audience.ts';
import type { MouseEvent } from 'react';
import styles from './plan.module.css';
import { projectionAt } from './projection.ts';
import type { Area } from './use-area.ts';

const css = styleNames(styles);
const size = { width: 640, height: 420 } as const;
const named = 14;
type Placed = Commune & { readonly at: GeoPoint };

const isPlaced = (commune: Commune): commune is Placed => commune.at !== null;

/** Steps of the shade, by callable households: none, fewer than 10, 50, 200, more. */
export const shades = [0, 10, 50, 200] as const;
const shadeOf = (callable: number): number => shades.filter((step) => callable > step).length;
const radiusOf = (population: number): number => Math.min(15, 4 + Math.sqrt(population) / 40);

const middleOf = (points: readonly GeoPoint[]): GeoPoint => {
  const sum = (axis: 0 | 1): number => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / Math.max(points.length, 1), sum(1) / Math.max(points.length, 1)];
};

const Town = ({
  commune,
  at: [x, y],
  isChosen,
  callable,
  name,
}: {
  readonly commune: Placed;
  readonly at: readonly [number, number];
  readonly isChosen: boolean;
  readonly callable: number;
  readonly name: 'said' | 'unsaid';
}) => {
  const radius = radiusOf(commune.population);
  return (
    <g className={css('town', `shade${shadeOf(callable)}`, isChosen && 'chosen')}>
      <circle cx={x} cy={y} r={radius} />
      {name === 'said' ? (
        <text x={x} y={y - radius - 4} textAnchor="middle">
          {commune.name}
        </text>
      ) : null}
    </g>
  );
};

/** The commune whose point is nearest to the pointer, if it is near at all. */
const nearestOf = (
  towns: readonly { readonly code: string; readonly at: readonly [number, number] }[],
  x: number,
  y: number,
): string | null => {
  const far = (at: readonly [number, number]): number => Math.hypot(at[0] - x, at[1] - y);
  const [first] = towns.toSorted((a, b) => far(a.at) - far(b.at));
  return first !== undefined && far(first.at) < 24 ? first.code : null;
};

export const AreaMap = ({
  audience,
  area,
  line,
  onPoint,
}: {
  readonly audience: Audience;
  readonly area: Area;
  /** What is being drawn; null: a click takes a commune in or out. */
  readonly line: readonly GeoPoint[] | null;
  readonly onPoint: (point: GeoPoint) => void;
}) => {
  const { t } = useText();
  const { centre, radiusKm, communes, drawn } = audience;
  const placed = area.shown.filter(isPlaced);
  const middle =
    placed.find(({ code }) => code === centre)?.at ?? middleOf(placed.map(({ at }) => at));
  const across = radiusKm * (drawn === null ? 2.5 : 3);
  const { toPlane, toEarth, scale } = projectionAt(middle, across, size);
  const chosen = new Set(communes);
  const towns = placed.map((commune) => ({ commune, code: commune.code, at: toPlane(commune.at) }));
  const largest = new Set(
    placed
      .toSorted((a, b) => b.population - a.population)
      .slice(0, named)
      .map(({ code }) => code),
  );
  const [x0, y0] = toPlane(middle);
  const path = (points: readonly GeoPoint[]): string =>
    points.map((point) => toPlane(point).join(',')).join(' ');
  const click = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) * size.width) / Math.max(box.width, 1);
    const y = ((event.clientY - box.top) * size.height) / Math.max(box.height, 1);
    if (line !== null) return onPoint(toEarth(x, y));
    const code = nearestOf(towns, x, y);
    if (code !== null) area.toggle(code);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
    <svg
      className={css('map', line !== null && 'drawing')}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('planning.area.map', { count: communes.length })}
      onClick={click}
    >
      {centre === null || drawn !== null ? null : (
        <circle className={css('ring')} cx={x0} cy={y0} r={radiusKm * scale} />
      )}
      {drawn === null || line !== null ? null : (
        <polygon className={css('ring')} points={path(drawn)} />
      )}
      {towns.map(({ commune, code, at }) => (
        <Town
          key={code}
          commune={commune}
          at={at}
          isChosen={chosen.has(code)}
          callable={area.countsOf(code)?.callable ?? 0}
          name={largest.has(code) ? 'said' : 'unsaid'}
        />
      ))}
      {centre === null ? null : (
        <g className={css('agency')} transform={`translate(${x0 - 14} ${y0 - 14})`}>
          <circle cx={14} cy={14} r={15} />
          <g transform="translate(5 5)">
            <Icon name="store" size={18} />
          </g>
        </g>
      )}
      {line === null ? null : <polyline className={css('line')} points={path(line)} />}
    </svg>
  );
};
