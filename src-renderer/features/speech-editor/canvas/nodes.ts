/** The boxes on the canvas, with the ends of their ways at their lower edge. */
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import { nodeSize, type Places } from '@shared/domain/script/editing/layout.ts';
import { wayEndsOf } from '@shared/domain/script/editing/way-ends.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { type Node, type NodeHandle, Position } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { gravestByStep } from '../gravest.ts';

export type StepNodeType = Node<
  { readonly step: Step; readonly severity: Finding['severity'] | null },
  'step'
>;

export const endPx = 14;

/** Where an end stands along the lower edge, in hundredths of its width. */
export const shareOf = (at: number, count: number): number => (100 * (at + 1)) / (count + 1);

const handlesOf = (step: Step): NodeHandle[] => {
  const ends = wayEndsOf(step);
  const middle = (nodeSize.width - endPx) / 2;
  const size = { width: endPx, height: endPx };
  return [
    { type: 'target', position: Position.Top, x: middle, y: -endPx / 2, ...size },
    ...ends.map(
      ({ id }, at): NodeHandle => ({
        id,
        type: 'source',
        position: Position.Bottom,
        x: (nodeSize.width * shareOf(at, ends.length)) / 100 - endPx / 2,
        y: nodeSize.height - endPx / 2,
        ...size,
      }),
    ),
  ];
};

/** A node of a step that has not changed is the same object: it is not drawn anew. */
export const useNodes = (
  script: Script,
  places: Places,
  findings: readonly Finding[],
  inSight: ReadonlySet<string> | null,
): StepNodeType[] => {
  const kept = useRef(new Map<string, StepNodeType>());
  const gravest = useMemo(() => gravestByStep(findings), [findings]);
  return useMemo(() => {
    const next = new Map<string, StepNodeType>();
    for (const step of script.steps) {
      if (inSight !== null && !inSight.has(step.id)) continue;
      const position = places.get(step.id) ?? { x: 0, y: 0 };
      const severity = gravest.get(step.id) ?? null;
      const before = kept.current.get(step.id);
      const same = before?.data.step === step && before.data.severity === severity;
      const stays = before?.position.x === position.x && before.position.y === position.y;
      if (before !== undefined && same && stays) next.set(step.id, before);
      else
        next.set(step.id, {
          id: step.id,
          type: 'step',
          position,
          data: same && before !== undefined ? before.data : { step, severity },
          ...nodeSize,
          measured: nodeSize,
          handles: handlesOf(step),
        });
    }
    kept.current = next;
    return [...next.values()];
  }, [script, places, gravest, inSight]);
};
