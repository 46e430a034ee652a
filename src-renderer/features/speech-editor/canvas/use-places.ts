/** Where each step stands: where somebody put it, else where it is put by itself. */
import { layoutOf, type Place, type Places } from '@shared/domain/script/editing/layout.ts';
import { placeStep } from '@shared/domain/script/editing/places.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useEdit } from '../editor-store.ts';
import { useShape } from '../use-shape.ts';
import type { StepNodeType } from './nodes.ts';

const nothing: Places = new Map();

export const usePlaces = (script: Script) => {
  const shape = useShape(script);
  const arranged = useMemo(() => layoutOf(shape), [shape]);
  const edit = useEdit();
  /** What is held and moved now. */
  const [held, setHeld] = useState<Places>(nothing);
  const { places: put } = script;
  // What was dropped is held until the speech that knows of it is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setHeld(nothing), [put]);
  const places = useMemo(
    () =>
      put === undefined && held.size === 0
        ? arranged
        : new Map<string, Place>([...arranged, ...Object.entries(put ?? {}), ...held]),
    [arranged, put, held],
  );
  const move = useCallback((changes: NodeChange<StepNodeType>[]) => {
    const moved = changes.flatMap((change) =>
      change.type === 'position' && change.position ? [[change.id, change.position] as const] : [],
    );
    if (moved.length > 0) setHeld((before) => new Map([...before, ...moved]));
  }, []);
  const drop = (dropped: readonly { readonly id: string; readonly position: Place }[]) => {
    edit('places', (now) =>
      dropped.reduce((all, { id, position }) => placeStep(all, id, position), now),
    );
  };
  return { shape, places, move, drop };
};
