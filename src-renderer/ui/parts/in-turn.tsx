/**
 * Draws what it holds in a turn of its own, after what stands beside it is on the screen: a large screen
 * opens part by part, and the window hears its keys in between.
 */
import { type ReactNode, startTransition, useEffect, useState } from 'react';

type Given = {
  /** 1 comes first. */
  readonly turn: number;
  /** Stands in its place until then, with the same size. */
  readonly until: ReactNode;
  readonly children: ReactNode;
};

export const InTurn = ({ turn, until, children }: Given) => {
  const [reached, setReached] = useState(0);
  const isThere = reached >= turn;
  useEffect(() => {
    if (isThere) return;
    const frame = requestAnimationFrame(() =>
      startTransition(() => setReached((former) => former + 1)),
    );
    return () => cancelAnimationFrame(frame);
  });
  return isThere ? children : until;
};
