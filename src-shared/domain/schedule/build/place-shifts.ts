/**
 * Gives everybody her days: whoever can do least chooses first, each the day and hour that help most and
 * that no rule refuses; then each day is tried again elsewhere until nothing gets better. Deterministic.
 */
import { weekdayOfText } from '../../calendar/day-text.ts';
import { withRests } from './place-rests.ts';
import type { Roster } from './roster.ts';
import { type Shape, shapeOf } from './shape.ts';
import { type Plannable, quarterMinutes, quartersOfDay } from './week-to-build.ts';

/** A wish weighs as much as so many quarters of an hour that nobody covers. */
const wishWeight = 8;
const [earlyUntil, lateFrom] = [9 * 60 + 30, 10 * 60 + 30];
const [nightEnds, nightBegins] = [7 * 60, 21 * 60];
/** Where one hour is as good as another. */
const usualStart = 9 * 60;
/** Of the best places, as many are looked at before a day is given up. */
const placesTried = 24;
const sweeps = 6;

type Place = { readonly day: string; readonly from: number; readonly value: number };

const wishOf = ({ wishes }: Plannable, day: string, from: number): number => {
  const wish = wishes.find((one) => one.day === day)?.kind;
  if (wish === undefined) return 0;
  if (wish === 'early') return from <= earlyUntil ? wishWeight : -wishWeight;
  if (wish === 'late') return from >= lateFrom ? wishWeight : -wishWeight;
  return -wishWeight * 2;
};

/** Hours at which she may and can be there: what a rule or her own hours close is not tried. */
const isOpen = ({ plan }: Plannable, { day, from }: Place, { span }: Shape): boolean => {
  const to = from + span;
  if (plan.settings.nights === 'refused' && (from < nightEnds || to > nightBegins)) return false;
  const { availability } = plan;
  if (availability === null) return true;
  const weekday = weekdayOfText(day);
  return availability.some((one) => one.weekday === weekday && one.from <= from && one.to >= to);
};

/** Every day and hour at which she could begin, best first. */
const placesFor = (roster: Roster, person: Plannable, shape: Shape): Place[] => {
  const { span } = shape;
  const taken = roster.shiftsOf(person.id);
  const length = span / quarterMinutes;
  return roster.days
    .filter((day) => !taken.has(day))
    .flatMap((day) => {
      const gains = roster.gains(person, day);
      let value = gains.slice(0, length).reduce((sum, gain) => sum + gain, 0);
      return Array.from({ length: quartersOfDay - length + 1 }, (_, at): Place => {
        if (at > 0) value += (gains[at + length - 1] ?? 0) - (gains[at - 1] ?? 0);
        const from = at * quarterMinutes;
        return { day, from, value: value + wishOf(person, day, from) };
      });
    })
    .filter((place) => isOpen(person, place, shape))
    .sort(
      (a, b) =>
        b.value - a.value ||
        a.day.localeCompare(b.day) ||
        Math.abs(a.from - usualStart) - Math.abs(b.from - usualStart),
    );
};

/** The best hours of each day first: a rule that refuses a day refuses it at most hours. */
const worthTrying = (places: readonly Place[]): Place[] => {
  const ofDay = new Map<string, number>();
  return places.filter(({ day }) => {
    const count = ofDay.get(day) ?? 0;
    ofDay.set(day, count + 1);
    return count < placesTried;
  });
};

/** @returns where she was put; null where no rule leaves her a place */
const placeBest = (roster: Roster, person: Plannable, shape: Shape): Place | null => {
  for (const place of worthTrying(placesFor(roster, person, shape))) {
    const span = { from: place.from, to: place.from + shape.span };
    const shift = withRests(roster, person, { day: place.day, span, meal: shape.meal });
    if (!roster.isAllowed(person, place.day, shift)) continue;
    roster.put(person, place.day, shift);
    return place;
  }
  return null;
};

/** A day out and in again at its best place, or back where it was. @returns whether it got better */
const tryElsewhere = (roster: Roster, person: Plannable, day: string, shape: Shape): boolean => {
  const before = roster.cost();
  const was = roster.take(person, day);
  if (was === undefined) return false;
  const wished = wishOf(person, day, was.from);
  const place = placeBest(roster, person, shape);
  const wishes = place === null ? 0 : wishOf(person, place.day, place.from);
  if (place !== null && roster.cost() - wishes < before - wished - 1e-6) return true;
  if (place !== null) roster.take(person, place.day);
  roster.put(person, day, was);
  return false;
};

/** Rests placed anew now that everybody is there. */
const restAnew = (roster: Roster, person: Plannable, day: string, { meal }: Shape): void => {
  const was = roster.take(person, day);
  if (was === undefined) return;
  const { from, to } = was;
  const again = withRests(roster, person, { day, span: { from, to }, meal });
  roster.put(person, day, roster.isAllowed(person, day, again) ? again : was);
};

export const placeShifts = (roster: Roster, people: readonly Plannable[]): void => {
  const inTurn = [...people]
    .sort((a, b) => a.brandIds.length - b.brandIds.length || a.id.localeCompare(b.id))
    .map((person) => ({ person, shape: shapeOf(person) }));
  const most = Math.max(0, ...inTurn.map(({ shape }) => shape.days));
  for (let round = 0; round < most; round += 1)
    for (const { person, shape } of inTurn)
      if (round < shape.days && shape.span > 0) placeBest(roster, person, shape);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let better = false;
    for (const { person, shape } of inTurn)
      for (const day of [...roster.shiftsOf(person.id).keys()]) {
        if (tryElsewhere(roster, person, day, shape)) better = true;
        else restAnew(roster, person, day, shape);
      }
    if (!better) return;
  }
};
