/** Somebody's day as a bar of its pieces, on an axis that all share. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import { clockOf } from './clock-words.ts';
import styles from './lane.module.css';

const css = styleNames(styles);

export type Axis = { readonly from: number; readonly to: number };

/** Whole hours around everybody's work; eight to eight where nobody works. */
export const axisOf = (days: readonly (readonly Piece[])[]): Axis => {
  const all = days.flat();
  if (all.length === 0) return { from: 480, to: 1_200 };
  const from = Math.min(...all.map((piece) => piece.from));
  const to = Math.max(...all.map((piece) => piece.to));
  return { from: from - (from % 60), to: Math.ceil(to / 60) * 60 };
};

export const placeOn = ({ from, to }: Axis, minute: number): string =>
  `${(100 * (minute - from)) / (to - from)}%`;

export const LaneHours = ({ axis }: { readonly axis: Axis }) => {
  const { t } = useText();
  const count = (axis.to - axis.from) / 60;
  const every = count > 14 ? 2 : 1;
  const hours = Array.from(
    { length: Math.ceil(count / every) },
    (_, at) => axis.from / 60 + at * every,
  );
  return (
    <div className={css('hours')} aria-hidden="true">
      {hours.map((hour) => (
        <span key={hour} style={{ insetInlineStart: placeOn(axis, hour * 60) }}>
          {t('forecast.hour', { hour: hour % 24 })}
        </span>
      ))}
    </div>
  );
};

/** The pieces in words, for whoever hears them. */
const useSaid = (pieces: readonly Piece[]): string => {
  const { t } = useText();
  return pieces.length === 0
    ? t('schedules.off')
    : pieces
        .map(
          ({ kind, from, to }) => `${t(`schedules.kind.${kind}`)} ${clockOf(from)}–${clockOf(to)}`,
        )
        .join(', ');
};

export const Lane = ({
  pieces,
  axis,
  marked = [],
  nowMinute = null,
}: {
  readonly pieces: readonly Piece[];
  readonly axis: Axis;
  /** What she is asked to do instead. */
  readonly marked?: readonly { readonly from: number; readonly to: number }[];
  readonly nowMinute?: number | null;
}) => {
  const said = useSaid(pieces);
  const { t } = useText();
  const box = ({ from, to }: { readonly from: number; readonly to: number }) => ({
    insetInlineStart: placeOn(axis, from),
    inlineSize: `calc(${(100 * (to - from)) / (axis.to - axis.from)}% - 2px)`,
  });
  return (
    <div className={css('lane')} role="img" aria-label={said}>
      {pieces.map((piece) => (
        <span
          key={piece.from}
          className={css('piece', piece.kind)}
          style={box(piece)}
          title={`${t(`schedules.kind.${piece.kind}`)} ${clockOf(piece.from)}–${clockOf(piece.to)}`}
        />
      ))}
      {marked.map((one) => (
        <span key={`asked ${one.from}`} className={css('piece', 'asked')} style={box(one)} />
      ))}
      {nowMinute !== null && nowMinute >= axis.from && nowMinute <= axis.to ? (
        <i style={{ insetInlineStart: placeOn(axis, nowMinute) }} />
      ) : null}
    </div>
  );
};

const legend = ['calls', 'campaign', 'meal', 'break', 'training'] as const;

export const LaneLegend = () => {
  const { t } = useText();
  return (
    <ul className={css('legend')} aria-hidden="true">
      {legend.map((kind) => (
        <li key={kind}>
          <span className={css('piece', kind)} />
          {t(`schedules.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
