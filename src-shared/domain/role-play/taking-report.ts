/** The report of a series that was taken: the mean note, each aspect over all calls, and what to work on. */
import { type Aspect, aspects, marksOf, noteOf, type PlayRun, ringMsOf, talkMsOf } from './run.ts';

export type AspectReport = {
  readonly aspect: Aspect;
  /** Calls with full marks, of those in which there was something to do. */
  readonly good: number;
  readonly of: number;
  /** The title of the worst one that is not good; null when all are. */
  readonly worst: PlayRun | null;
};

export type TakingReport = {
  readonly runs: readonly PlayRun[];
  readonly note: number;
  readonly passed: boolean;
  readonly aspects: readonly AspectReport[];
  /** What costs her most. */
  readonly weakest: AspectReport | null;
  readonly averageRingMs: number;
  readonly heldMs: number;
  readonly talkMs: number;
};

const good = 0.999;

const aspectOf = (runs: readonly PlayRun[], aspect: Aspect): AspectReport => {
  const marked = runs.flatMap((run) => {
    const mark = marksOf(run)[aspect];
    return mark === null ? [] : [{ run, mark }];
  });
  const [worst] = [...marked].sort((a, b) => a.mark - b.mark);
  return {
    aspect,
    good: marked.filter(({ mark }) => mark >= good).length,
    of: marked.length,
    worst: worst === undefined || worst.mark >= good ? null : worst.run,
  };
};

const lossOf = (runs: readonly PlayRun[], aspect: Aspect): number =>
  runs.reduce((sum, run) => sum + (1 - (marksOf(run)[aspect] ?? 1)), 0);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Played again, a role-play counts as it was played last. @returns null when nothing was played */
export const reportOf = (played: readonly PlayRun[], passMark: number): TakingReport | null => {
  const runs = [...new Map(played.map((run) => [run.rolePlayId, run])).values()];
  if (runs.length === 0) return null;
  const note = Math.round((sum(runs.map(noteOf)) / runs.length) * 10) / 10;
  const all = aspects.map((aspect) => aspectOf(runs, aspect)).filter(({ of }) => of > 0);
  const [weakest] = all
    .filter(({ worst }) => worst !== null)
    .sort((a, b) => lossOf(runs, b.aspect) - lossOf(runs, a.aspect));
  return {
    runs,
    note,
    passed: note >= passMark,
    aspects: all,
    weakest: weakest ?? null,
    averageRingMs: sum(runs.map(ringMsOf)) / runs.length,
    heldMs: sum(runs.map(({ heldMs }) => heldMs)),
    talkMs: sum(runs.map(talkMsOf)),
  };
};
