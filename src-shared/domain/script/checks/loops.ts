/**
 * A talk gets out of every circle, whatever is known: from each step an end is reached even where the
 * facts decide against it, because somewhere in each circle a person can choose a way out. Where a
 * condition decides, every way of it has to lead to an end; where a person chooses, one of them.
 */
import type { Step } from '../step.ts';
import type { Finding } from './finding.ts';
import { type Graph, isEnd, reachedFrom, type Way } from './graph.ts';
import type { CheckSubject } from './subject.ts';

/** How many steps it takes at most to an end, by the best answers and the worst facts. */
export type StepsToEnd = ReadonlyMap<string, number>;

const decidesItself = (step: Step): boolean => step.choices.length > 0;

const getsOut = (step: Step, ways: readonly Way[], rank: StepsToEnd): boolean => {
  const sure = ways.filter(({ by }) => by === 'facts');
  const chosen = ways.filter(({ by }) => by === 'person');
  // With answers to choose from, the step's own `next` is where an answer without a way of its own leads.
  const forced = decidesItself(step) ? sure.filter(({ field }) => field !== 'next') : sure;
  if (!forced.every(({ to }) => rank.has(to))) return false;
  return decidesItself(step)
    ? chosen.some(({ to }) => rank.has(to))
    : sure.some(({ field }) => field === 'next');
};

/** Steps that lead to this one, so that each way is looked at once and not once for each round. */
const leadingTo = (graph: Graph): ReadonlyMap<string, readonly string[]> => {
  const before = new Map<string, string[]>();
  for (const [id, ways] of graph.ways)
    for (const { to } of ways) {
      const known = before.get(to);
      if (known === undefined) before.set(to, [id]);
      else known.push(id);
    }
  return before;
};

export const stepsToEnd = (graph: Graph): StepsToEnd => {
  const rank = new Map<string, number>();
  const before = leadingTo(graph);
  let round = [...graph.steps.values()].filter(isEnd).map(({ id }) => id);
  for (let height = 0; round.length > 0; height += 1) {
    for (const id of round) rank.set(id, height);
    const next = new Set(round.flatMap((id) => before.get(id) ?? []));
    round = [...next].filter((id) => {
      const step = graph.steps.get(id);
      return !rank.has(id) && step !== undefined && getsOut(step, graph.ways.get(id) ?? [], rank);
    });
  }
  return rank;
};

/** Of these steps those in a circle, or between two: what leads nowhere among them falls away. */
const circlesAmong = (graph: Graph, ids: readonly string[]): ReadonlySet<string> => {
  const left = new Set(ids);
  const before = leadingTo(graph);
  const leads = (id: string) => (graph.ways.get(id) ?? []).some(({ to }) => left.has(to));
  const isLedTo = (id: string) => (before.get(id) ?? []).some((from) => left.has(from));
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!left.has(id) || (leads(id) && isLedTo(id))) continue;
    left.delete(id);
    open.push(...(before.get(id) ?? []), ...(graph.ways.get(id) ?? []).map(({ to }) => to));
  }
  return left;
};

/** Beyond this many the circle is named by its first steps only. */
const mostNamed = 60;

export const checkLoops = ({ graph, script }: CheckSubject): readonly Finding[] => {
  const rank = stepsToEnd(graph);
  const reached = reachedFrom(graph, graph.roots);
  const stuck = script.steps.map(({ id }) => id).filter((id) => reached.has(id) && !rank.has(id));
  // A dead end is named as such; those before it are not to blame.
  return [...circlesAmong(graph, stuck)].slice(0, mostNamed).map((id) => ({
    check: 'loops',
    code: 'loop-without-exit',
    severity: 'block',
    at: { stepId: id, field: 'next' },
    data: { step: graph.steps.get(id)?.title ?? id },
  }));
};
