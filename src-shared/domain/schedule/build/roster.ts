/** The week under construction: who is where in each quarter of an hour, and what that costs. */
import { judgePlan } from '../judge-plan.ts';
import { inOrder, type Piece, type PlannedDay, workedMinutes } from '../piece.ts';
import type { PersonPlan } from '../work-rule.ts';
import { Crew, type Skilled } from './crew.ts';
import { type DayNeed, type Plannable, quarterMinutes, quartersOfDay } from './week-to-build.ts';

export type Rest = { readonly kind: 'meal' | 'break'; readonly from: number; readonly to: number };
export type Shift = { readonly from: number; readonly to: number; readonly rests: readonly Rest[] };

const quartersOf = ({ from, to }: { readonly from: number; readonly to: number }): number[] => {
  const first = Math.floor(from / quarterMinutes);
  return Array.from({ length: Math.ceil(to / quarterMinutes) - first }, (_, at) => first + at);
};

/** Quarters in which she is on calls: one with a part of a rest in it does not count. */
const workedQuarters = ({ from, to, rests }: Shift): number[] => {
  const resting = new Set(rests.flatMap(quartersOf));
  return quartersOf({ from, to }).filter((quarter) => !resting.has(quarter));
};

/** Work between the rests, as pieces without a brand yet. */
export const piecesOf = ({ from, to, rests }: Shift): Piece[] => {
  const sorted = [...rests].sort((a, b) => a.from - b.from);
  const starts = [from, ...sorted.map((rest) => rest.to)];
  const ends = [...sorted.map((rest) => rest.from), to];
  const work = starts.flatMap((start, at): Piece[] => {
    const end = ends[at] ?? to;
    return start < end
      ? [{ kind: 'calls', from: start, to: end, brandId: null, movable: false }]
      : [];
  });
  const paused = sorted.map((rest): Piece => ({ ...rest, brandId: null, movable: false }));
  return inOrder([...work, ...paused]);
};

export class Roster {
  readonly days: readonly string[];
  readonly #crews: ReadonlyMap<string, readonly Crew[]>;
  readonly #shifts = new Map<string, Map<string, Shift>>();
  /** What is refused of the days around the week, by person: that was decided elsewhere. */
  readonly #outside = new Map<string, ReadonlySet<string>>();

  constructor(needs: readonly DayNeed[]) {
    this.days = needs.map(({ day }) => day);
    this.#crews = new Map(
      needs.map(({ day, brands }) => [
        day,
        Array.from(
          { length: quartersOfDay },
          (_, at) => new Crew(new Map(brands.map((one) => [one.brandId, one.advisors[at] ?? 0]))),
        ),
      ]),
    );
  }

  shiftsOf(id: string): ReadonlyMap<string, Shift> {
    return this.#shifts.get(id) ?? new Map();
  }

  /** What one more person would take off the cost of each quarter of a day. */
  gains(person: Skilled, day: string): readonly number[] {
    return (this.#crews.get(day) ?? []).map((crew) => crew.gainOf(person));
  }

  /** What it costs that she rests in these minutes. */
  costOfRest(
    person: Skilled,
    day: string,
    rest: { readonly from: number; readonly to: number },
  ): number {
    return quartersOf(rest).reduce((sum, quarter) => {
      const crew = this.#crews.get(day)?.[quarter];
      if (crew === undefined) return sum;
      const there = crew.has(person.id);
      if (there) crew.remove(person.id);
      const gain = crew.gainOf(person);
      if (there) crew.add(person);
      return sum + gain;
    }, 0);
  }

  put(person: Skilled, day: string, shift: Shift): void {
    const own = this.#shifts.get(person.id) ?? new Map<string, Shift>();
    this.#shifts.set(person.id, own.set(day, shift));
    for (const quarter of workedQuarters(shift)) this.#crews.get(day)?.[quarter]?.add(person);
  }

  /** @returns the shift that was hers */
  take(person: Skilled, day: string): Shift | undefined {
    const shift = this.#shifts.get(person.id)?.get(day);
    if (shift === undefined) return undefined;
    this.#shifts.get(person.id)?.delete(day);
    for (const quarter of workedQuarters(shift)) this.#crews.get(day)?.[quarter]?.remove(person.id);
    return shift;
  }

  /** Her whole plan with a shift more: whether a rule refuses it that does not refuse what stands already. */
  isAllowed(person: Plannable, day: string, shift: Shift): boolean {
    const { plan } = person;
    const outside = plan.days.filter((one) => !this.days.includes(one.day));
    const built = [...this.shiftsOf(person.id), [day, shift] as const].map(
      ([one, has]): PlannedDay => ({ day: one, pieces: piecesOf(has) }),
    );
    const worked = built.flatMap(({ pieces }) => pieces);
    if (workedMinutes(worked, plan.settings) > plan.weeklyMinutes) return false;
    const known = this.#refusedOutside(person, outside);
    return this.#refused({ ...plan, days: [...outside, ...built] }).every((one) => known.has(one));
  }

  #refused(plan: PersonPlan): readonly string[] {
    const within = { from: this.days[0] ?? '', to: '9999-12-31' };
    return judgePlan(plan, within)
      .filter(({ weight }) => weight === 'refused')
      .map(({ rule, day, measured }) => [rule, day, measured].join(' '));
  }

  #refusedOutside({ id, plan }: Plannable, outside: readonly PlannedDay[]): ReadonlySet<string> {
    const known = this.#outside.get(id) ?? new Set(this.#refused({ ...plan, days: outside }));
    this.#outside.set(id, known);
    return known;
  }

  /** Needs that nobody covers, in advisors and quarters of an hour. */
  missing(): number {
    let sum = 0;
    for (const crews of this.#crews.values()) for (const crew of crews) sum += crew.missing;
    return sum;
  }

  cost(): number {
    let sum = 0;
    for (const crews of this.#crews.values()) for (const crew of crews) sum += crew.cost;
    return sum;
  }
}
