/**
 * Places the steps on the canvas: each below what leads to it, those of one row beside each other in
 * the order of their questions' answers. One pass over the steps, so that 2,000 are placed in a frame.
 */
import { type Graph, graphOf } from '../checks/graph.ts';
import type { Script } from '../script.ts';

export type Place = { readonly x: number; readonly y: number };
export const nodeSize = { width: 156, height: 84 } as const;
const gap = { x: 14, y: 40 } as const;

/** Row of each step: below the lowest that leads to it; a way back up counts for nothing. */
const rowsOf = (script: Script, { ways, steps }: Graph): ReadonlyMap<string, number> => {
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const walk = (root: string): void => {
    const stack = [{ id: root, at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = (ways.get(top.id) ?? [])[top.at];
      top.at += 1;
      if (way === undefined) {
        state.set(top.id, 'done');
        order.push(top.id);
        stack.pop();
      } else if (state.get(way.to) === 'open') back.add(`${top.id} ${way.to}`);
      else if (steps.has(way.to) && !state.has(way.to)) {
        state.set(way.to, 'open');
        stack.push({ id: way.to, at: 0 });
      }
    }
  };
  for (const id of [script.firstStep, ...steps.keys()])
    if (steps.has(id) && !state.has(id)) walk(id);
  const row = new Map<string, number>();
  for (const id of order.reverse()) {
    const here = row.get(id) ?? 0;
    row.set(id, here);
    for (const { to } of ways.get(id) ?? [])
      if (!back.has(`${id} ${to}`) && steps.has(to))
        row.set(to, Math.max(row.get(to) ?? 0, here + 1));
  }
  return row;
};

export const layoutOf = (script: Script): ReadonlyMap<string, Place> => {
  const graph = graphOf(script);
  const { ways } = graph;
  const rowOf = rowsOf(script, graph);
  const rows: string[][] = [];
  for (const [id, row] of rowOf) {
    const known = rows[row];
    if (known === undefined) rows[row] = [id];
    else known.push(id);
  }
  const places = new Map<string, Place>();
  const wanted = new Map<string, { sum: number; count: number }>();
  rows.forEach((ids, row) => {
    const middle = (id: string): number => {
      const at = wanted.get(id);
      return at === undefined ? 0 : at.sum / at.count;
    };
    const sorted = ids
      .map((id, index) => ({ id, index, at: middle(id) }))
      .sort((a, b) => a.at - b.at || a.index - b.index);
    const step = nodeSize.width + gap.x;
    const centre = sorted.reduce((sum, { at }) => sum + at, 0) / Math.max(sorted.length, 1);
    sorted.forEach(({ id }, index) => {
      const x = centre + (index - (sorted.length - 1) / 2) * step;
      places.set(id, { x, y: row * (nodeSize.height + gap.y) });
      const leads = ways.get(id) ?? [];
      leads.forEach(({ to }, place) => {
        // The answers of a question fan out in their order.
        const fan = (place - (leads.length - 1) / 2) * step;
        const known = wanted.get(to) ?? { sum: 0, count: 0 };
        wanted.set(to, { sum: known.sum + x + fan, count: known.count + 1 });
      });
    });
  });
  return places;
};
