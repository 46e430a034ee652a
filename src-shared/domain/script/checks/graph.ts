/** The ways of a speech: where each step can lead, who decides, and what is reached. */
import type { Script } from '../script.ts';
import { kindOf, type Step } from '../step.ts';

export type Way = {
  readonly to: string;
  readonly field: string;
  /** `person`: an answer that is chosen here takes it. `facts`: what is known decides. */
  readonly by: 'person' | 'facts';
  /** Taking it qualifies the call. */
  readonly qualifies: boolean;
};

export type Graph = {
  readonly steps: ReadonlyMap<string, Step>;
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  /** Where a talk can begin: the first step, and wherever an objection leads. */
  readonly roots: readonly string[];
};

/** A sub-script that leads nowhere ends the call with its own ends. */
export const isEnd = (step: Step): boolean =>
  kindOf(step) === 'end' || (kindOf(step) === 'sub-script' && step.next === undefined);

const routesOf = (step: Step): readonly Way[] =>
  step.routes.map(({ next: to }, index) => ({
    to,
    field: `routes.${index}`,
    by: 'facts',
    qualifies: false,
  }));

const choicesOf = (step: Step): readonly Way[] =>
  step.choices.flatMap(({ next, dispositionCode }, index) => {
    const to = next ?? step.next;
    if (to === undefined) return [];
    const qualifies = dispositionCode !== undefined;
    return [{ to, field: `choices.${index}`, by: 'person', qualifies }];
  });

const waysFrom = (step: Step): readonly Way[] => {
  if (isEnd(step)) return [];
  const next: readonly Way[] =
    step.next === undefined
      ? []
      : [{ to: step.next, field: 'next', by: 'facts', qualifies: false }];
  return [...routesOf(step), ...choicesOf(step), ...next];
};

/** Of 2,000 steps one is new at each key: the ways of the others are known. */
const known = new WeakMap<Step, readonly Way[]>();
const waysOf = (step: Step): readonly Way[] => {
  const before = known.get(step);
  if (before !== undefined) return before;
  const ways = waysFrom(step);
  known.set(step, ways);
  return ways;
};

export const graphOf = ({ steps, firstStep, objections }: Script): Graph => ({
  steps: new Map(steps.map((step) => [step.id, step])),
  ways: new Map(steps.map((step) => [step.id, waysOf(step)])),
  roots: [firstStep, ...objections.flatMap(({ next }) => (next === undefined ? [] : [next]))],
});

/** Every step that can be come to from these, they themselves included, without going through `stop`. */
export const reachedFrom = (
  graph: Graph,
  roots: readonly string[],
  stop: (step: Step, way: Way | null) => boolean = () => false,
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open: { readonly id: string; readonly way: Way | null }[] = roots.map((id) => ({
    id,
    way: null,
  }));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const step = graph.steps.get(at.id);
    if (step === undefined || reached.has(at.id) || stop(step, at.way)) continue;
    reached.add(at.id);
    for (const way of graph.ways.get(at.id) ?? []) open.push({ id: way.to, way });
  }
  return reached;
};
