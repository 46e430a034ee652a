/** Who could cover what is missing soonest: ranked, each with what it changes for whom, none against a rule. */
import { quarterMinutes } from '../build/week-to-build.ts';
import { isRest, type Piece, shiftOf } from '../piece.ts';
import { putting, type Span, shifting } from './change-pieces.ts';
import {
  brandAt,
  type DayUnderWay,
  type PlannedPerson,
  plannedFor,
  type Shortfall,
  shortfallsOf,
} from './day-under-way.ts';
import { isAllowed } from './is-allowed.ts';
import { type Service, serviceWith } from './service-with.ts';

/** From what disturbs least to what disturbs most. */
export const moveKinds = ['help', 'training', 'campaign', 'break', 'meal'] as const;
export type MoveKind = (typeof moveKinds)[number];

export type Move = {
  /** The same as long as nothing of it changed. */
  readonly id: string;
  readonly kind: MoveKind;
  /** Whose brand she leaves; null: nobody's. */
  readonly leaves: string | null;
  readonly brandId: string;
  /** In minutes: when she helps, or where a piece goes. */
  readonly from: number;
  readonly to: number;
  readonly people: readonly {
    readonly userId: string;
    readonly before: readonly Piece[];
    readonly after: readonly Piece[];
  }[];
  readonly gain: number;
  /** Advisors whom the brand that is left keeps, and how many it needs. */
  readonly keeps: { readonly people: number; readonly needed: number } | null;
};

export type Advice = {
  readonly shortfall: Shortfall;
  readonly moves: readonly Move[];
  /** So many of the first moves cover what is missing, or all that can be. */
  readonly enough: number;
  readonly before: Service;
  readonly after: Service;
};

type One = {
  readonly kind: MoveKind;
  readonly person: PlannedPerson;
  readonly after: readonly Piece[];
  readonly leaves: string | null;
  readonly at: Span;
};

const mostMinutesLater = 240;
/** Nobody changes brands for less, in quarters of an hour. */
const shortestHelp = 2;

/** Until when she goes on with what she does at the beginning of the gap, within it. */
const goesOn = (gap: Shortfall, is: (quarter: number) => boolean): number => {
  let to = gap.from;
  while (to < gap.to && is(to)) to += 1;
  return to;
};

/** Hers of another brand, or of a campaign, in these minutes or the first of them. */
const helping = (gap: Shortfall, person: PlannedPerson): One[] => {
  const from = gap.from * quarterMinutes;
  const brandId = brandAt(person, gap.from);
  const isLong = (to: number) => to - gap.from >= Math.min(shortestHelp, gap.to - gap.from);
  const calls = { kind: 'calls', from, brandId: gap.brandId, movable: false } as const;
  if (brandId !== null && brandId !== gap.brandId) {
    const end = goesOn(gap, (quarter) => brandAt(person, quarter) === brandId);
    const at = { from, to: end * quarterMinutes };
    const after = putting(person.pieces, { ...calls, ...at });
    return isLong(end) ? [{ kind: 'help', person, leaves: brandId, at, after }] : [];
  }
  const campaign = person.pieces.find(
    (one) => one.kind === 'campaign' && one.from <= from && one.to > from,
  );
  if (campaign === undefined) return [];
  const end = goesOn(gap, (quarter) => campaign.to >= (quarter + 1) * quarterMinutes);
  const at = { from, to: end * quarterMinutes };
  const after = putting(person.pieces, { ...calls, ...at });
  return isLong(end) ? [{ kind: 'campaign', person, leaves: campaign.brandId, at, after }] : [];
};

/** A piece that can stand later, at the first hour that no rule refuses and that lies outside the gap. */
const later = (view: DayUnderWay, gap: Shortfall, person: PlannedPerson): One[] => {
  const span = { from: gap.from * quarterMinutes, to: gap.to * quarterMinutes };
  const shift = shiftOf(person.pieces);
  const piece = person.pieces.find(
    (one) =>
      one.from < span.to &&
      one.to > span.from &&
      one.from >= view.nowMinute &&
      (isRest(one) || (one.movable && (one.kind === 'training' || one.kind === 'meeting'))),
  );
  if (piece === undefined || shift === null) return [];
  const kind = piece.kind === 'meal' || piece.kind === 'break' ? piece.kind : 'training';
  const length = piece.to - piece.from;
  const last = Math.min(shift.to - length, piece.from + mostMinutesLater);
  for (let from = span.to; from <= last; from += quarterMinutes) {
    const after = shifting(person.pieces, piece, { from, brandId: gap.brandId });
    const isWhole = after.some(
      (one) => one.kind === piece.kind && one.from === from && one.to === from + length,
    );
    const others = (pieces: readonly Piece[]) =>
      pieces.filter((one) => isRest(one) || one.kind === 'training' || one.kind === 'meeting')
        .length;
    if (!isWhole || others(after) !== others(person.pieces)) continue;
    if (isAllowed(view.day, person, after))
      return [{ kind, person, leaves: null, at: { from, to: from + length }, after }];
  }
  return [];
};

/** As many as the brand that is left can spare. */
const spared = (
  view: DayUnderWay,
  gap: Pick<Shortfall, 'from' | 'to'>,
  leaves: string,
): { readonly spare: number; readonly keeps: NonNullable<Move['keeps']> } => {
  const needed = view.brands.find(({ brandId }) => brandId === leaves)?.quarters ?? [];
  const planned = plannedFor(view.people, leaves);
  let tightest = { spare: Number.POSITIVE_INFINITY, people: 0, needed: 0 };
  for (let at = gap.from; at < gap.to; at += 1) {
    const one = { people: planned[at] ?? 0, needed: needed[at]?.needed ?? 0 };
    if (one.people - one.needed < tightest.spare)
      tightest = { spare: one.people - one.needed, ...one };
  }
  return {
    spare: Math.max(0, tightest.spare),
    keeps: { people: tightest.people, needed: tightest.needed },
  };
};

const asMove = (gap: Shortfall, all: readonly One[], keeps: Move['keeps']): Move[] => {
  const [first] = all;
  if (first === undefined) return [];
  const { kind, leaves, at } = first;
  const people = all.map(({ person, after }) => ({
    userId: person.userId,
    before: person.pieces,
    after,
  }));
  const id = [
    kind,
    gap.brandId,
    leaves ?? '',
    at.from,
    at.to,
    ...people.map(({ userId }) => userId),
  ].join(' ');
  const left = keeps && { ...keeps, people: keeps.people - people.length };
  return [
    { id, kind, leaves, brandId: gap.brandId, ...at, people, gain: people.length, keeps: left },
  ];
};

/** Those of one brand or campaign go together; everybody else alone. */
const grouped = (view: DayUnderWay, gap: Shortfall, found: readonly One[]): Move[] => {
  const brands = [...new Set(found.map(({ leaves }) => leaves))];
  const together = brands.flatMap((leaves) =>
    leaves === null
      ? []
      : (['help', 'campaign'] as const).flatMap((kind) => {
          const any = found.filter((one) => one.kind === kind && one.leaves === leaves);
          // Those who can stay longest; who leaves earlier is told once they moved.
          const longest = Math.max(0, ...any.map(({ at }) => at.to));
          const all = any.filter(({ at }) => at.to === longest);
          const { spare, keeps } = spared(
            view,
            { from: gap.from, to: Math.ceil(longest / quarterMinutes) },
            leaves,
          );
          const most = Math.min(gap.missing, kind === 'help' ? spare : all.length);
          return asMove(gap, all.slice(0, most), kind === 'help' ? keeps : null);
        }),
  );
  const alone = found
    .filter(({ leaves }) => leaves === null)
    .flatMap((one) => asMove(gap, [one], null));
  return [...together, ...alone].sort(
    (a, b) =>
      moveKinds.indexOf(a.kind) - moveKinds.indexOf(b.kind) ||
      b.gain - a.gain ||
      a.id.localeCompare(b.id),
  );
};

const movedPeople = (view: DayUnderWay, moves: readonly Move[]): PlannedPerson[] =>
  view.people.map((person) => {
    const change = moves
      .flatMap(({ people }) => people)
      .find(({ userId }) => userId === person.userId);
    return change === undefined ? person : { ...person, pieces: change.after };
  });

/** One gap with what would cover it. */
export const adviceFor = (view: DayUnderWay, shortfall: Shortfall): Advice => {
  const able = view.people.filter(
    ({ brandIds, isAsked }) => isAsked !== true && brandIds.includes(shortfall.brandId),
  );
  const found = able.flatMap((person) => [
    ...helping(shortfall, person).filter(({ after }) => isAllowed(view.day, person, after)),
    ...later(view, shortfall, person),
  ]);
  const moves = grouped(view, shortfall, found);
  let [gained, enough] = [0, 0];
  while (enough < moves.length && gained < shortfall.missing) {
    gained += moves[enough]?.gain ?? 0;
    enough += 1;
  }
  return {
    shortfall,
    moves,
    enough,
    before: serviceWith(view, view.people, shortfall),
    after: serviceWith(view, movedPeople(view, moves.slice(0, enough)), shortfall),
  };
};

/** The first gap of the day that somebody could cover; else the first, with nobody. Null: none is missing. */
export const whoShouldMove = (view: DayUnderWay): Advice | null => {
  const gaps = shortfallsOf(view);
  const [first] = gaps;
  if (first === undefined) return null;
  for (const gap of gaps) {
    const advice = adviceFor(view, gap);
    if (advice.moves.length > 0) return advice;
  }
  return adviceFor(view, first);
};
