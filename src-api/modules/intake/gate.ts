/** Lets so many pieces of work through at once; the others wait in the order they came. */
export type Gate = { readonly pass: <T>(work: () => Promise<T>) => Promise<T> };

export const makeGate = (atOnce: number): Gate => {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    pass: async (work) => {
      if (inside >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
};
