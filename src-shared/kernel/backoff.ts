/** Full-jitter exponential back-off: spreads a fleet of desktops that lost the same server. */
export type BackoffSettings = { readonly firstMs: number; readonly maxMs: number };

/**
 * Delay in milliseconds before try number `attempt` (0 = first retry).
 * @param random uniform in [0, 1)
 */
export const backoffMs = (
  attempt: number,
  { firstMs, maxMs }: BackoffSettings,
  random: () => number,
): number => {
  const ceiling = Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(firstMs / 2 + random() * Math.max(0, ceiling - firstMs / 2));
};
