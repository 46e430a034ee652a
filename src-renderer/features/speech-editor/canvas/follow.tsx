/** Keeps the chosen step in sight. */
import { nodeSize, type Places } from '@shared/domain/script/editing/layout.ts';
import { useReactFlow, useStore } from '@xyflow/react';
import { useDeferredValue, useEffect, useRef } from 'react';
import { useEditor } from '../editor-store.ts';

const wholeAtMost = 60;

/** A small speech is seen whole; of a large one the chosen step. One that is in sight stays put. */
export const Follow = ({ places }: { readonly places: Places }) => {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const selected = useDeferredValue(useEditor((state) => state.selected));
  const known = useRef(places);
  known.current = places;
  const opened = useRef(false);
  const id = selected.kind === 'step' ? selected.id : null;
  useEffect(() => {
    if (width === 0) return;
    const place = known.current.get(id ?? '');
    const first = !opened.current;
    opened.current = true;
    if (first && known.current.size <= wholeAtMost) {
      void flow.fitView({ maxZoom: 1, minZoom: 0.6, padding: 0.06 });
      return;
    }
    if (place === undefined) return;
    const { x, y, zoom } = flow.getViewport();
    const left = place.x * zoom + x;
    const top = place.y * zoom + y;
    const inside =
      !first &&
      left >= 0 &&
      top >= 0 &&
      left + nodeSize.width * zoom <= width &&
      top + nodeSize.height * zoom <= height;
    if (inside) return;
    void flow.setCenter(place.x + nodeSize.width / 2, place.y + nodeSize.height, {
      zoom: Math.max(zoom, 0.75),
      duration: 0,
    });
  }, [id, flow, width, height]);
  return null;
};
