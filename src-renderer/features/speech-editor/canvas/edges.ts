/** The lines of a step: one for each of its ways, from the end that it is meant by. */
import { type WayEnd, wayEndsOf } from '@shared/domain/script/editing/way-ends.ts';
import { kindOf, type Step } from '@shared/domain/script/step.ts';
import type { Edge } from '@xyflow/react';
import type { EdgeShares } from '../governance/edge-shares.ts';

export type WayEdge = Edge & { readonly sourceHandle: string };

/** What stands in an end and on its line. */
export const markOf = ({ kind, of }: WayEnd): string =>
  ({ answer: of, condition: '◇', yes: '✓', no: '✗', failure: '!', next: '' })[kind];

/** Answers that lead nowhere of their own take the step's way on, whose line says so. */
const marksOf = (step: Step, end: WayEnd): string => {
  if (end.kind !== 'next' || kindOf(step) !== 'ask') return markOf(end);
  return step.choices
    .flatMap(({ next }, at) => (next === undefined ? [String(at + 1)] : []))
    .join(' ');
};

type Kept = { readonly shares: EdgeShares; readonly edges: readonly WayEdge[] };
const kept = new WeakMap<Step, Kept>();

const drawnOf = (step: Step, shares: EdgeShares): readonly WayEdge[] => {
  const told = new Set<string>();
  return wayEndsOf(step).flatMap((end): WayEdge[] => {
    const { id, to } = end;
    if (to === undefined) return [];
    const pair = `${step.id} ${to}`;
    // Several ways to one step have one figure: it stands on the first.
    const share = told.has(pair) ? undefined : shares.get(pair);
    told.add(pair);
    const label = [marksOf(step, end), share?.words ?? ''].filter((one) => one !== '').join(' ');
    return [
      {
        id: `${step.id} ${id}`,
        type: 'way',
        source: step.id,
        sourceHandle: id,
        target: to,
        reconnectable: false,
        ...(label === '' ? {} : { label }),
        ...(share === undefined ? {} : { style: { strokeWidth: share.widthPx } }),
      },
    ];
  });
};

export const edgesOfStep = (step: Step, shares: EdgeShares): readonly WayEdge[] => {
  const known = kept.get(step);
  if (known?.shares === shares) return known.edges;
  const edges = drawnOf(step, shares);
  kept.set(step, { shares, edges });
  return edges;
};
