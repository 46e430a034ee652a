/**
 * What may wait until the screen that asks for it stands: while it is painted, the processor is its.
 * A window that is hidden paints nothing; there it is done all the same.
 */

const hiddenWithinMs = 200;

/** @returns gives it up, unless it was done */
export const afterPaint = (task: () => void): (() => void) => {
  const once = (): void => {
    stop();
    task();
  };
  // Two frames: the first is asked for before the paint, the second runs after it.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(once);
  });
  const timer = setTimeout(once, hiddenWithinMs);
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return stop;
};
