/** The advisor's day: her states one after the other, her calls, her mean handling time. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { z } from 'zod';

type Day = Slices['day'];
type Segment = Day['segments'][number];
export type DayState = Segment['state'];

const storedSchema = z.object({
  date: z.string(),
  segments: z.array(z.object({ state: z.string(), from: z.string(), to: z.string().nullable() })),
  handled: z.array(z.number()),
});

const dateOf = (epochMs: number): string => new Date(epochMs).toLocaleDateString('sv-SE');

/** Kept in localStorage by date: no personal data, only states and durations. */
export class DayLog {
  readonly #clock: Clock;
  readonly #key: string;
  readonly #show: (day: Day) => void;
  #date: string;
  #segments: Segment[] = [];
  #handled: number[] = [];

  constructor(clock: Clock, userId: string, show: (day: Day) => void) {
    this.#clock = clock;
    this.#key = `day-${userId}`;
    this.#show = show;
    this.#date = dateOf(clock.now());
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(this.#key) ?? 'null'));
    if (stored.success && stored.data.date === this.#date) {
      this.#segments = stored.data.segments as Segment[];
      this.#handled = stored.data.handled;
    }
    this.#publish();
  }

  enter(state: DayState): void {
    const now = this.#clock.now();
    if (dateOf(now) !== this.#date) {
      this.#date = dateOf(now);
      this.#segments = [];
      this.#handled = [];
    }
    const last = this.#segments.at(-1);
    if (last?.state === state && last.to === null) return;
    if (last?.to === null)
      this.#segments[this.#segments.length - 1] = { ...last, to: toInstant(now) };
    this.#segments.push({ state, from: toInstant(now), to: null });
    this.#publish();
  }

  /** @param handlingMs talk, hold and wrap-up of one answered call */
  handled(handlingMs: number): void {
    this.#handled.push(handlingMs);
    this.#publish();
  }

  #publish(): void {
    const calls = this.#handled.length;
    const sum = this.#handled.reduce((a, b) => a + b, 0);
    this.#show({
      segments: [...this.#segments],
      calls,
      averageHandlingMs: calls === 0 ? null : sum / calls,
    });
    localStorage.setItem(
      this.#key,
      JSON.stringify({ date: this.#date, segments: this.#segments, handled: this.#handled }),
    );
  }
}
