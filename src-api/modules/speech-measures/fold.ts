/** From counts and sums to what is told of a version: rates and means with their intervals. Pure. */
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { readingSeconds } from '@shared/domain/script/checks/reading-time.ts';
import { meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { EndRow, NamedRow, StayRow } from './repository.ts';

export type Counts = {
  readonly ends: readonly EndRow[];
  readonly stays: readonly StayRow[];
  readonly answers: readonly NamedRow[];
  readonly objections: readonly NamedRow[];
};

const total = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** Whether the aim was reached on this step; null where the end leaves it open. */
export const aimAt = (script: Script, stepId: string): boolean | null => {
  const result = script.steps.find(({ id }) => id === stepId)?.result;
  // A call that broke off before an end did not reach the aim either: it is not left out.
  return result === 'neutral' ? null : result === 'reached';
};
export const hasAim = ({ steps }: Script): boolean =>
  steps.some(({ result }) => result === 'reached');

const stepsOf = (script: Script, { stays, answers }: Counts, calls: number) =>
  script.steps.flatMap((step): VersionMeasure['steps'] => {
    const here = stays.filter(({ stepId }) => stepId === step.id);
    if (here.length === 0) return [];
    const sum = (of: (row: StayRow) => number) => total(here, of);
    const came = sum((one) => one.calls);
    const chosen = answers.filter(({ name }) => name === step.id);
    const answered = total(chosen, (one) => one.calls);
    const obliged = (step.passages ?? []).length > 0;
    return [
      {
        stepId: step.id,
        title: step.title,
        reached: rateOf(came, calls),
        seconds: meanOf(
          sum((one) => one.timed),
          sum((one) => one.seconds),
          sum((one) => one.secondsSquared),
        ),
        readingSeconds: readingSeconds(step.text.default),
        passages: [...(step.passages ?? [])],
        skipped: obliged
          ? rateOf(
              sum((one) => one.skipped),
              came,
            )
          : null,
        answers: step.choices.map(({ id, label }) => ({
          choiceId: id,
          label,
          share: rateOf(chosen.find(({ other }) => other === id)?.calls ?? 0, answered),
        })),
      },
    ];
  });

const edgesOf = ({ stays }: Counts): VersionMeasure['edges'] => {
  const onward = stays.flatMap(({ next, ...one }) => (next === null ? [] : [{ ...one, next }]));
  return onward.map(({ stepId, next, stays: count }) => {
    const left = total(
      onward.filter((one) => one.stepId === stepId),
      (one) => one.stays,
    );
    return { from: stepId, to: next, share: rateOf(count, left) };
  });
};

/** `counts` are those of this version alone. */
export const versionMeasureOf = (script: Script, counts: Counts): VersionMeasure => {
  const { ends, objections } = counts;
  const calls = total(ends, (one) => one.calls);
  const judged = ends.filter(({ stepId }) => aimAt(script, stepId) !== null);
  const aims = judged.filter(({ stepId }) => aimAt(script, stepId) === true);
  const sum = (of: (row: EndRow) => number) => total(ends, of);
  return {
    version: script.version,
    calls,
    reached: hasAim(script)
      ? rateOf(
          total(aims, (one) => one.calls),
          total(judged, (one) => one.calls),
        )
      : null,
    resolved: rateOf(
      sum((one) => one.resolved),
      sum((one) => one.settled),
    ),
    repeated: rateOf(
      sum((one) => one.repeated),
      sum((one) => one.followed),
    ),
    satisfaction: meanOf(
      sum((one) => one.rated),
      sum((one) => one.ratings),
      sum((one) => one.ratingsSquared),
    ),
    minutes: meanOf(
      sum((one) => one.timed),
      sum((one) => one.minutes),
      sum((one) => one.minutesSquared),
    ),
    steps: stepsOf(script, counts, calls),
    edges: edgesOf(counts),
    objections: script.objections.map(({ id, label }) => {
      const met = objections.find(({ name }) => name === id);
      return {
        id,
        label,
        met: rateOf(met?.calls ?? 0, calls),
        overcome: rateOf(met?.yes ?? 0, met?.told ?? 0),
      };
    }),
  };
};
