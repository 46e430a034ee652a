/**
 * Leaves a failing system alone: after five failures in a row it rests, twice as long each time, and
 * is then asked once. Pure: (circuit, event, now) -> circuit.
 *
 *   closed --5 failures--> resting --time is up, one asks--> trying --answered--> closed
 *                             ^------------------failed-------'
 */
export type Circuit = { readonly failures: number; readonly restsUntilMs: number };

export const closedCircuit: Circuit = { failures: 0, restsUntilMs: 0 };
export const failuresInARow = 5;
export const firstRestMs = 10_000;
export const longestRestMs = 5 * 60_000;

export const mayAsk = ({ failures, restsUntilMs }: Circuit, nowMs: number): boolean =>
  failures < failuresInARow || nowMs >= restsUntilMs;

const restMs = (failures: number): number =>
  Math.min(longestRestMs, firstRestMs * 2 ** Math.min(20, failures - failuresInARow));

/** `asked` is said before each question that `mayAsk` allows: while one tries, the others wait. */
export const nextCircuit = (
  circuit: Circuit,
  event: 'asked' | 'answered' | 'failed',
  nowMs: number,
): Circuit => {
  if (event === 'answered') return closedCircuit;
  const failures = event === 'failed' ? circuit.failures + 1 : circuit.failures;
  if (failures < failuresInARow) return { failures, restsUntilMs: 0 };
  return { failures, restsUntilMs: nowMs + restMs(failures) };
};
