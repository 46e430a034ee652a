/** What of a large speech is drawn: the steps in sight, and where their ways lead. */
import type { Places } from '@shared/domain/script/editing/layout.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { EdgeShares } from '../governance/edge-shares.ts';
import { edgesOfStep, type WayEdge } from './edges.ts';

/** Up to here the canvas gets the whole speech; of a larger one what is in sight and next to it. */
const allAtMost = 200;
const marginPx = 400;

type Sight = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The part of the plane that is in sight, in steps of the margin: a small move changes nothing. */
const useSight = (): Sight =>
  useStore(
    ({ transform: [x, y, zoom], width, height }) => {
      const down = (value: number) => Math.floor(value / marginPx - 0.5) * marginPx;
      const up = (value: number) => Math.ceil(value / marginPx + 0.5) * marginPx;
      return {
        left: down(-x / zoom),
        top: down(-y / zoom),
        right: up((width - x) / zoom),
        bottom: up((height - y) / zoom),
      };
    },
    (a, b) => a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom,
  );

type Drawn = {
  /** Null: all of it. */
  readonly inSight: ReadonlySet<string> | null;
  readonly edges: readonly WayEdge[];
};

export const useDrawnPart = (script: Script, places: Places, shares: EdgeShares): Drawn => {
  const { left, top, right, bottom } = useSight();
  return useMemo(() => {
    const { steps } = script;
    const isWhole = steps.length <= allAtMost;
    if (isWhole)
      return { inSight: null, edges: steps.flatMap((step) => edgesOfStep(step, shares)) };
    const isSeen = (id: string): boolean => {
      const place = places.get(id);
      if (place === undefined) return false;
      return place.x > left && place.x < right && place.y > top && place.y < bottom;
    };
    const inSight = new Set<string>();
    const edges: WayEdge[] = [];
    for (const step of steps) {
      const seen = isSeen(step.id);
      if (seen) inSight.add(step.id);
      for (const edge of edgesOfStep(step, shares)) {
        if (!seen && !isSeen(edge.target)) continue;
        edges.push(edge);
        inSight.add(step.id);
        inSight.add(edge.target);
      }
    }
    return { inSight, edges };
  }, [script, places, shares, left, top, right, bottom]);
};
