/** The seats of all teams, put together from people, desktops and the switch; and who of them changed. */
import type { CentrePort } from '@api/pbx/centre-port.ts';
import type { CallerValue, Seat } from '@shared/domain/lead-board/seat.ts';
import {
  type Contradiction,
  type Evidence,
  followContradiction,
  type Stuck,
} from '@shared/domain/lead-board/stuck.ts';
import type { KnownDesk } from './desks-repository.ts';
import type { Person } from './people-repository.ts';

const valueKey = (call: {
  readonly customerId: string | null;
  readonly brandId: string | null;
}): string => `${call.customerId} ${call.brandId}`;

type Kept = { readonly contradiction: Contradiction | null; readonly stuck: Stuck | null };

/** Whether the switch has a line paused in every queue that it serves; a line that serves none is not there. */
const pausedLines = (centre: CentrePort | null): ReadonlyMap<string, boolean> => {
  const paused = new Map<string, boolean>();
  for (const { members } of centre?.queues().values() ?? [])
    for (const { extension, isPaused } of members)
      paused.set(extension, isPaused && (paused.get(extension) ?? true));
  return paused;
};

export type SeatChanges = { readonly changed: readonly string[]; readonly gone: readonly string[] };

export class Seats {
  readonly #centre: CentrePort | null;
  #people = new Map<string, Person>();
  #desks = new Map<string, KnownDesk>();
  readonly #values = new Map<string, CallerValue | null>();
  readonly #kept = new Map<string, Kept>();
  readonly #seats = new Map<string, Seat>();
  readonly #texts = new Map<string, string>();

  constructor(centre: CentrePort | null) {
    this.#centre = centre;
  }

  get all(): ReadonlyMap<string, Seat> {
    return this.#seats;
  }

  setPeople(people: readonly Person[]): void {
    this.#people = new Map(people.map((person) => [person.userId, person]));
  }

  /** @param isAll what is not among them is not known at all */
  setDesks(desks: readonly KnownDesk[], isAll: boolean): void {
    if (isAll) this.#desks = new Map();
    for (const desk of desks) this.#desks.set(desk.userId, desk);
  }

  /** Calls of whose customer it is not known what she is worth. */
  get unvalued(): readonly { readonly customerId: string; readonly brandId: string }[] {
    return [...this.#desks.values()].flatMap(({ now: { call } }) => {
      if (call?.customerId == null || call.brandId === null) return [];
      if (this.#values.has(valueKey(call))) return [];
      return [{ customerId: call.customerId, brandId: call.brandId }];
    });
  }

  addValues(values: ReadonlyMap<string, CallerValue>): void {
    for (const call of this.unvalued) this.#values.set(valueKey(call), null);
    for (const [key, value] of values) this.#values.set(key, value);
  }

  /** They are asked for anew: an order may have made somebody worth more. */
  forgetValues(): void {
    this.#values.clear();
  }

  /**
   * @param only of whom something was heard; null: everybody is looked at
   * @returns who is another than before, and who is gone
   */
  rebuild(nowMs: number, only: ReadonlySet<string> | null): SeatChanges {
    const changed: string[] = [];
    const paused = pausedLines(this.#centre);
    for (const userId of only ?? this.#people.keys()) {
      const person = this.#people.get(userId);
      if (person === undefined) continue;
      const seat = this.#seatOf(person, paused.get(person.extension) ?? null, nowMs);
      const text = JSON.stringify(seat);
      if (this.#texts.get(userId) === text) continue;
      this.#texts.set(userId, text);
      this.#seats.set(userId, seat);
      changed.push(userId);
    }
    const gone = [...this.#seats.keys()].filter((userId) => !this.#people.has(userId));
    for (const userId of gone) {
      this.#seats.delete(userId);
      this.#texts.delete(userId);
      this.#kept.delete(userId);
    }
    return { changed, gone };
  }

  #seatOf(person: Person, paused: boolean | null, nowMs: number): Seat {
    const desk = this.#desks.get(person.userId);
    const now = desk?.now ?? null;
    const unheardSince = desk?.unheardSince ?? null;
    const line = this.#centre?.lineOf(person.extension) ?? 'unknown';
    const call = now?.call;
    return {
      ...person,
      now,
      unheardSince,
      value: call == null ? null : (this.#values.get(valueKey(call)) ?? null),
      line,
      stuck: this.#follow(person.userId, { now, unheardSince, line, paused }, nowMs),
    };
  }

  #follow(userId: string, evidence: Evidence, nowMs: number): Stuck | null {
    const before = this.#kept.get(userId);
    // While the switch is away what it said last proves nothing: what was known stays.
    if (this.#centre?.state() === 'away') return before?.stuck ?? null;
    const next = followContradiction(before?.contradiction ?? null, evidence, nowMs);
    this.#kept.set(userId, { contradiction: next.kept, stuck: next.stuck });
    return next.stuck;
  }
}
