/**
 * The steps as a list to read from top to bottom: what an answer leads to stands indented below its
 * question, where ways meet again the list goes on at the level of the question. Every step once.
 */
import type { Script } from '../script.ts';
import type { Step } from '../step.ts';

export type OutlineRow = {
  readonly step: Step;
  readonly depth: number;
  /** The digit that leads here from the question above. */
  readonly digit: number | null;
  readonly reached: boolean;
};

type Way = { readonly to: string; readonly digit: number | null };

const branchesFrom = (step: Step): readonly Way[] => [
  ...step.choices.flatMap(({ next }, index) =>
    next === undefined ? [] : [{ to: next, digit: index + 1 }],
  ),
  ...step.routes.map(({ next }) => ({ to: next, digit: null })),
];

/** Of 2,000 steps one is new at each key: the branches of the others are known. */
const known = new WeakMap<Step, readonly Way[]>();
const branchesOf = (step: Step): readonly Way[] => {
  const before = known.get(step);
  if (before !== undefined) return before;
  const branches = branchesFrom(step);
  known.set(step, branches);
  return branches;
};

type Node = { readonly step: Step; readonly branches: readonly Way[] };

const countWaysIn = (nodes: Iterable<Node>): ReadonlyMap<string, number> => {
  const count = new Map<string, number>();
  for (const { step, branches } of nodes) {
    const add = (to: string) => count.set(to, (count.get(to) ?? 0) + 1);
    if (branches.length === 0 && step.next !== undefined) add(step.next);
    if (branches.length === 0) continue;
    const targets = new Set(branches.map(({ to }) => to));
    if (step.next !== undefined) targets.add(step.next);
    for (const to of targets) add(to);
  }
  return count;
};

const deepest = 4;

export const outlineOf = (script: Script): readonly OutlineRow[] => {
  const nodes = new Map(
    script.steps.map((step): [string, Node] => [step.id, { step, branches: branchesOf(step) }]),
  );
  const waysIn = countWaysIn(nodes.values());
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const meets = (id: string) => (waysIn.get(id) ?? 0) > 1;

  /** Tells one way as far as it goes alone; gives back where it meets others. */
  const tell = (start: string, depth: number, startDigit: number | null, reached: boolean) => {
    const later = new Set<string>();
    let digit = startDigit;
    let id: string | undefined = start;
    while (id !== undefined && !seen.has(id)) {
      const node: Node | undefined = nodes.get(id);
      if (node === undefined) break;
      const { step, branches } = node;
      seen.add(id);
      rows.push({ step, depth, digit, reached });
      digit = null;
      const meeting = new Set<string>();
      for (const way of branches) {
        if (seen.has(way.to)) continue;
        if (meets(way.to)) meeting.add(way.to);
        else
          for (const to of tell(way.to, Math.min(depth + 1, deepest), way.digit, reached))
            meeting.add(to);
      }
      const open = [...meeting].filter((to) => !seen.has(to));
      const next: string | undefined = step.next;
      if (next !== undefined && !seen.has(next) && !meets(next) && open.length === 0) id = next;
      else {
        if (next !== undefined) open.push(next);
        // Behind its own branches a question goes on; a way that only meets others hands that on.
        if (branches.length > 0)
          for (const to of open) for (const far of tell(to, depth, null, reached)) later.add(far);
        else for (const to of open) later.add(to);
        id = undefined;
      }
    }
    return later;
  };
  const tellAll = (roots: Iterable<string>, reached: boolean): void => {
    for (const root of roots) {
      let open: ReadonlySet<string> = new Set([root]);
      while (open.size > 0) {
        const next = new Set<string>();
        for (const id of open) for (const far of tell(id, 0, null, reached)) next.add(far);
        open = new Set([...next].filter((id) => !seen.has(id)));
      }
    }
  };
  tellAll([script.firstStep, ...script.objections.flatMap(({ next }) => next ?? [])], true);
  tellAll(
    script.steps.map(({ id }) => id),
    false,
  );
  return rows;
};
