/**
 * Where the steps lead, as numbers alone: what the layout needs of a speech. Lists of numbers cost no
 * objects, so that 2,000 steps are placed well within a frame.
 */
import { type Graph, graphOf } from '../checks/graph.ts';
import type { Script } from '../script.ts';

export type WayTable = {
  readonly first: number;
  /** Of step `i` the ways are `targets[starts[i]]` up to `targets[starts[i + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
};

/** The steps in the order of the table. */
export const tableOf = (
  script: Script,
  { steps, ways }: Graph = graphOf(script),
): { readonly ids: readonly string[]; readonly table: WayTable } => {
  const ids = [...steps.keys()];
  const place = new Map(ids.map((id, at) => [id, at]));
  const starts = new Int32Array(ids.length + 1);
  const targets: number[] = [];
  ids.forEach((id, at) => {
    for (const { to } of ways.get(id) ?? []) {
      const target = place.get(to);
      if (target !== undefined) targets.push(target);
    }
    starts[at + 1] = targets.length;
  });
  const first = place.get(script.firstStep) ?? 0;
  return { ids, table: { first, starts, targets: Int32Array.from(targets) } };
};
