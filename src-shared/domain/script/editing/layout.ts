/**
 * Places the steps on the canvas: each below what leads to it, those of one row beside each other in
 * the order of their questions' answers. One pass over the steps and their ways, in numbers only.
 */
import type { Script } from '../script.ts';
import { tableOf, type WayTable } from './way-table.ts';

export type Place = { readonly x: number; readonly y: number };
export type Places = ReadonlyMap<string, Place>;
export const nodeSize = { width: 156, height: 84 } as const;
const gap = { x: 14, y: 40 } as const;
const across = nodeSize.width + gap.x;
const down = nodeSize.height + gap.y;

type Walk = {
  /** Steps behind everything that they lead to. */
  readonly order: Int32Array;
  /** The ways that lead back up: they count for nothing. */
  readonly isBack: Uint8Array;
};

const walkOf = ({ first, starts, targets }: WayTable): Walk => {
  const count = starts.length - 1;
  const order = new Int32Array(count);
  const isBack = new Uint8Array(targets.length);
  const state = new Uint8Array(count);
  const next = starts.slice(0, count);
  let done = 0;
  const walk = (root: number): void => {
    const stack = [root];
    state[root] = 1;
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const way = next[at] ?? 0;
      const to = targets[way] ?? 0;
      next[at] = way + 1;
      if (way >= (starts[at + 1] ?? 0)) {
        state[at] = 2;
        order[done] = at;
        done += 1;
        stack.pop();
      } else if (state[to] === 1) isBack[way] = 1;
      else if (state[to] === 0) {
        state[to] = 1;
        stack.push(to);
      }
    }
  };
  for (let root = -1; root < count; root += 1) {
    const at = root < 0 ? first : root;
    if (state[at] === 0) walk(at);
  }
  return { order, isBack };
};

/** The steps of each row: below the lowest that leads to it. */
const rowsOf = ({ starts, targets }: WayTable, { order, isBack }: Walk): readonly number[][] => {
  const rowOf = new Int32Array(order.length);
  const rows: number[][] = [];
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const at = order[place] ?? 0;
    const row = rowOf[at] ?? 0;
    rows[row] ??= [];
    rows[row].push(at);
    for (let way = starts[at] ?? 0; way < (starts[at + 1] ?? 0); way += 1) {
      const to = targets[way] ?? 0;
      if (isBack[way] === 0) rowOf[to] = Math.max(rowOf[to] ?? 0, row + 1);
    }
  }
  return rows;
};

/** The place of step `i` stands at `2 i` and `2 i + 1`. */
export const layOut = (table: WayTable): Float64Array => {
  const { starts, targets } = table;
  const places = new Float64Array(2 * (starts.length - 1));
  const sum = new Float64Array(starts.length);
  const count = new Int32Array(starts.length);
  const wanted = (at: number): number => (count[at] ? (sum[at] ?? 0) / (count[at] ?? 1) : 0);
  rowsOf(table, walkOf(table)).forEach((row, depth) => {
    row.sort((a, b) => wanted(a) - wanted(b));
    const centre = row.reduce((total, at) => total + wanted(at), 0) / row.length;
    row.forEach((at, index) => {
      const x = centre + (index - (row.length - 1) / 2) * across;
      places[2 * at] = x;
      places[2 * at + 1] = depth * down;
      const [from, until] = [starts[at] ?? 0, starts[at + 1] ?? 0];
      for (let way = from; way < until; way += 1) {
        const to = targets[way] ?? 0;
        // The answers of a question fan out in their order.
        sum[to] = (sum[to] ?? 0) + x + (way - from - (until - from - 1) / 2) * across;
        count[to] = (count[to] ?? 0) + 1;
      }
    });
  });
  return places;
};

export const placesOf = (ids: readonly string[], laidOut: Float64Array): Places =>
  new Map(ids.map((id, at) => [id, { x: laidOut[2 * at] ?? 0, y: laidOut[2 * at + 1] ?? 0 }]));

export const layoutOf = (script: Script): Places => {
  const { ids, table } = tableOf(script);
  return placesOf(ids, layOut(table));
};
