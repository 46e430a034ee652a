/** How many columns of a least width an element has room for, followed as it is resized. */
import { type RefObject, useEffect, useState } from 'react';

const usual = 5;

export const useColumns = (of: RefObject<HTMLElement | null>, narrowestPx: number): number => {
  const [columns, setColumns] = useState(usual);
  useEffect(() => {
    const element = of.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const width = element.clientWidth;
      if (width > 0) setColumns(Math.max(1, Math.floor(width / narrowestPx)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [of, narrowestPx]);
  return columns;
};
