/**
 * A register that is read, and changed from one value to another (compare and set). A history is
 * sound when some order of its operations, each somewhere between its beginning and its end, explains
 * every answer: linearizability, searched as Wing and Gong (1993) do, states remembered (Lowe 2017).
 */
type Interval = {
  readonly from: number /** Infinity: no answer ever came. */;
  readonly to: number;
};

export type Operation = Interval &
  (
    | { readonly kind: 'read'; readonly value: string }
    | {
        readonly kind: 'change';
        readonly base: string;
        readonly value: string;
        /** `superseded`: it was something else; `unknown`: it may have taken effect, or not. */
        readonly outcome: 'accepted' | 'superseded' | 'unknown';
      }
  );

/** The values that the register may have after this operation, if it can stand at this place. */
const after = (value: string, operation: Operation): readonly string[] => {
  if (operation.kind === 'read') return operation.value === value ? [value] : [];
  const takes = value === operation.base || value === operation.value;
  if (operation.outcome === 'accepted') return takes ? [operation.value] : [];
  if (operation.outcome === 'superseded') return takes ? [] : [value];
  return takes ? [operation.value, value] : [value];
};

/** @returns whether some order explains the history, and that order's values. */
export const explainRegister = (
  first: string,
  operations: readonly Operation[],
): { readonly sound: boolean; readonly values: readonly string[] } => {
  const inOrder = [...operations].sort((a, b) => a.from - b.from);
  const seen = new Set<string>();
  const done = inOrder.map(() => false);
  const values: string[] = [first];
  const search = (value: string, left: number): boolean => {
    if (left === 0) return true;
    const state = `${done.map((one) => (one ? '1' : '0')).join('')}:${value}`;
    if (seen.has(state)) return false;
    seen.add(state);
    // Only one that began before every other that is left had ended can be the next one.
    const bound = Math.min(...inOrder.filter((_, at) => !done[at]).map(({ to }) => to));
    for (const [at, operation] of inOrder.entries()) {
      if (done[at] || operation.from > bound) continue;
      done[at] = true;
      for (const next of after(value, operation)) {
        values.push(next);
        if (search(next, left - 1)) return true;
        values.pop();
      }
      done[at] = false;
    }
    return false;
  };
  const sound = search(first, inOrder.length);
  return { sound, values: sound ? values : [] };
};
