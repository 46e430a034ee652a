/** A day that is being edited: what is typed, the pieces it makes, and what rules say of them. Pure. */
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import { inOrder, isAtScreen, type Piece, type PieceKind } from '@shared/domain/schedule/piece.ts';
import { clockOf } from '../clock-words.ts';

export type Person = TeamWeek['people'][number];
type Breach = Person['breaches'][number];

export type Row = {
  readonly key: number;
  readonly kind: PieceKind;
  readonly brandId: string | null;
  /** As typed: `09:00`, or nothing. */
  readonly from: string;
  readonly to: string;
  /** It begins after the midnight that ends the day. */
  readonly nextDay: boolean;
  readonly movable: boolean;
};

const dayMinutes = 1_440;
/** Noon of the next day. */
const lastMinute = 2_160;
const usualMinutes = 60;
const firstMinute = 540;

export const rowsOf = (pieces: readonly Piece[]): Row[] =>
  inOrder(pieces).map(({ kind, brandId, from, to, movable }, key) => ({
    key,
    kind,
    brandId,
    from: clockOf(from),
    to: clockOf(to),
    nextDay: from >= dayMinutes,
    movable,
  }));

const minuteOf = (clock: string): number => {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** Null: its hours make no piece. What ends before it begins ends on the next day. */
export const pieceOf = ({ kind, brandId, from, to, nextDay, movable }: Row): Piece | null => {
  if (from === '' || to === '' || from === to) return null;
  const start = minuteOf(from) + (nextDay ? dayMinutes : 0);
  const clock = minuteOf(to) + (nextDay ? dayMinutes : 0);
  const end = clock > start ? clock : clock + dayMinutes;
  return end > lastMinute ? null : { kind, brandId, from: start, to: end, movable };
};

/** Null while a row is no piece. */
export const piecesOf = (rows: readonly Row[]): Piece[] | null => {
  const pieces = rows.flatMap((row) => pieceOf(row) ?? []);
  return pieces.length === rows.length ? inOrder(pieces) : null;
};

/** One that begins where the day ends so far. */
export const rowAfter = (rows: readonly Row[], brandIds: readonly string[]): Row => {
  const ends = rows.flatMap((row) => pieceOf(row)?.to ?? []);
  const start = Math.min(Math.max(firstMinute, ...ends), lastMinute - usualMinutes);
  const from = ends.length === 0 ? firstMinute : Math.min(Math.max(...ends), start);
  const [only, ...others] = brandIds;
  return {
    key: Math.max(-1, ...rows.map(({ key }) => key)) + 1,
    kind: 'calls',
    brandId: others.length === 0 ? (only ?? null) : null,
    from: clockOf(from),
    to: clockOf(from + usualMinutes),
    nextDay: from >= dayMinutes,
    movable: false,
  };
};

/** Rest, training and meetings are nobody's brand; only training and campaigns are moved by agreement. */
export const withKind = (row: Row, kind: PieceKind): Row => ({
  ...row,
  kind,
  brandId: isAtScreen({ kind }) ? row.brandId : null,
  movable: kind === 'training' || kind === 'campaign' ? row.movable : false,
});

/** Of another day these say nothing that this one could change. */
const ofTheirDay: ReadonlySet<Breach['rule']> = new Set([
  'overlap',
  'absent',
  'unavailable',
  'day-length',
  'break-after-six',
  'screen-break',
  'sunday',
  'night',
  'holiday',
  'first-of-may',
]);

/** What rules say of the day, then of her week with it. */
export const findingsOf = (
  team: TeamWeek,
  { terms, absences, days }: Person,
  { day, pieces }: { readonly day: string; readonly pieces: readonly Piece[] },
): readonly Breach[] => {
  const changed = [...days.filter((one) => one.day !== day), { day, pieces: [...pieces] }];
  const found = judgePlan(
    { ...terms, days: changed, absences, settings: team.settings, zone: 'Europe/Paris' },
    { from: team.week, to: dayLater(team.week, 6) },
  );
  const others = found.filter((one) => one.day !== day && !ofTheirDay.has(one.rule));
  return [...found.filter((one) => one.day === day), ...others];
};
