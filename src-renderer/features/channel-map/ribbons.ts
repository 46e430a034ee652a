/**
 * The drawing of where exchanges fail (left) and where they go on (right): nodes as high as their
 * counts, ribbons between them that never overlap at a node. Pure; lengths in units of the drawing.
 */
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';

export type Flow = ChannelMap['flows'][number];
export type Node = {
  readonly name: string;
  readonly count: number;
  readonly y: number;
  readonly height: number;
};
export type Ribbon = { readonly flow: Flow; readonly path: string; readonly middle: number };
export type Drawing = {
  readonly from: readonly Node[];
  readonly to: readonly Node[];
  readonly ribbons: readonly Ribbon[];
};

export const size = { width: 760, height: 360, left: 190, right: 562, bar: 8 } as const;
const gap = 18;
const leastHeight = 3;
/** Whoever went on nowhere. */
export const lost = 'lost';

const sums = (flows: readonly Flow[], nameOf: (flow: Flow) => string): [string, number][] => {
  const counts = new Map<string, number>();
  for (const flow of flows) counts.set(nameOf(flow), (counts.get(nameOf(flow)) ?? 0) + flow.count);
  return [...counts].sort((a, b) => Number(a[0] === lost) - Number(b[0] === lost) || b[1] - a[1]);
};

const stack = (rows: readonly [string, number][], scale: number): Node[] => {
  let y = 0;
  return rows.map(([name, count]) => {
    const height = Math.max(leastHeight, count * scale);
    const node = { name, count, y, height };
    y += height + gap;
    return node;
  });
};

const between = (y1: number, h1: number, y2: number, h2: number): string => {
  const x1 = size.left + size.bar;
  const x2 = size.right;
  const bend = (x1 + x2) / 2;
  return `M${x1},${y1} C${bend},${y1} ${bend},${y2} ${x2},${y2} L${x2},${y2 + h2} C${bend},${
    y2 + h2
  } ${bend},${y1 + h1} ${x1},${y1 + h1} Z`;
};

export const drawingOf = (flows: readonly Flow[]): Drawing => {
  const fromOf = (flow: Flow) => flow.from as string;
  const toOf = (flow: Flow) => flow.to ?? lost;
  const fromSums = sums(flows, fromOf);
  const toSums = sums(flows, toOf);
  const total = flows.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(fromSums.length, toSums.length, 1);
  const scale = total === 0 ? 0 : Math.max(0, size.height - gap * (most - 1)) / total;
  const [from, to] = [stack(fromSums, scale), stack(toSums, scale)];
  const place = (nodes: readonly Node[], name: string) =>
    nodes.findIndex((one) => one.name === name);
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const take = (side: 'from' | 'to', node: Node | undefined, count: number) => {
    if (node === undefined) return { y: 0, height: 0 };
    const height = (node.height * count) / node.count;
    const at = used[side].get(node.name) ?? 0;
    used[side].set(node.name, at + height);
    return { y: node.y + at, height };
  };
  const ordered = [...flows].sort(
    (a, b) =>
      place(from, fromOf(a)) - place(from, fromOf(b)) || place(to, toOf(a)) - place(to, toOf(b)),
  );
  const ribbons = ordered.map((flow): Ribbon => {
    const start = take('from', from[place(from, fromOf(flow))], flow.count);
    const end = take('to', to[place(to, toOf(flow))], flow.count);
    const middle = (start.y + start.height / 2 + end.y + end.height / 2) / 2;
    return { flow, path: between(start.y, start.height, end.y, end.height), middle };
  });
  return { from, to, ribbons };
};
