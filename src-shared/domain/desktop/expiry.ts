/**
 * A copy of the customers ends when the hub was not heard for the time that the house allows. A clock
 * that was set back gains nothing: the latest it ever showed counts.
 */
import { z } from 'zod';

const hourMs = 3_600_000;

export const heardSchema = z.object({
  /** When the hub answered last, and the latest time seen since, by the desktop's clock. */
  atMs: z.number(),
  latestMs: z.number(),
  expiresAfterHours: z.number().int().min(1),
});
export type Heard = z.infer<typeof heardSchema>;

/** Never heard: nothing is here that could end. */
export const isExpired = (heard: Heard | null, now: number): boolean =>
  heard !== null && Math.max(now, heard.latestMs) - heard.atMs >= heard.expiresAfterHours * hourMs;
