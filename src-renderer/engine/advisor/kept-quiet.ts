/**
 * That she is not to be disturbed outlives the end of the program: nobody rings her in the middle of
 * what she asked calm for. Never the day: a queue would pass her by, and nobody would know why.
 */
import { z } from 'zod';

const keptSchema = z.object({ date: z.string(), since: z.number().int().min(0) });
const dateOf = (epochMs: number): string => new Date(epochMs).toLocaleDateString('sv-SE');
const keyOf = (userId: string): string => `do-not-disturb-${userId}`;

/** In localStorage: no personal data. Milliseconds since the epoch, or null. */
export const keepQuiet = (userId: string, since: number | null): void => {
  if (since === null) localStorage.removeItem(keyOf(userId));
  else localStorage.setItem(keyOf(userId), JSON.stringify({ date: dateOf(since), since }));
};

/** @param now milliseconds since the epoch */
export const keptQuiet = (userId: string, now: number): number | null => {
  const stored = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null'));
  return stored.success && stored.data.date === dateOf(now) ? stored.data.since : null;
};
