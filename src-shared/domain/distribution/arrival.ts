/**
 * How a caller waits in a queue: how far ahead, and whether whom she spoke with last is asked first. Pure;
 * what is not certain of a caller counts as if nothing were known of her.
 */
import { z } from 'zod';

/** The seconds for which a switch can offer a call to one telephone alone (docs/switch.md). */
export const firstSeconds = [5, 10, 15, 20, 30] as const;
export type FirstSeconds = (typeof firstSeconds)[number];

export const byValueSchema = z.object({
  /** A promised answer goes ahead once it is due within so many minutes. */
  soonMinutes: z.number().int().min(5).max(1440),
  /** While somebody has waited so long nobody is put before anybody. */
  fairAfterS: z.number().int().min(30).max(3600),
});
export type ByValue = z.infer<typeof byValueSchema>;

export const lastAdvisorSchema = z.object({
  /** How long ago they may have talked. */
  days: z.number().int().min(1).max(365),
  seconds: z.literal(firstSeconds),
});
export type LastAdvisor = z.infer<typeof lastAdvisorSchema>;

/** What is known for certain of who calls. */
export type KnownCaller = {
  readonly isVip: boolean;
  /** By when an answer was promised to her, where one is open. */
  readonly dueAt: number | null;
};

export const arrivalWhySchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('vip') }),
  z.object({ by: z.literal('deadline'), dueAt: z.iso.datetime() }),
  z.object({ by: z.literal('last-advisor'), until: z.iso.datetime() }),
]);
export type ArrivalWhy = z.infer<typeof arrivalWhySchema>;

export type Place = { readonly priority: number; readonly why: readonly ArrivalWhy[] };

const vipPoints = 5;
const soonPoints = 9;
const pastPoints = 10;
/** Nobody is put further ahead by these rules. */
export const highestPriority = vipPoints + pastPoints;

/** From 1, when it begins to be soon, to 9; 10 once it is past. */
const deadlinePoints = (leftMs: number, soonMinutes: number): number => {
  const soonMs = soonMinutes * 60_000;
  if (leftMs <= 0) return pastPoints;
  if (leftMs > soonMs) return 0;
  return Math.max(1, Math.ceil((1 - leftMs / soonMs) * soonPoints));
};

/** @param longestWaitMs of those who wait already; null: nobody does */
export const placeOf = (
  rule: ByValue | null,
  caller: KnownCaller | null,
  { nowMs, longestWaitMs }: { readonly nowMs: number; readonly longestWaitMs: number | null },
): Place => {
  const none: Place = { priority: 0, why: [] };
  if (rule === null || caller === null) return none;
  if (longestWaitMs !== null && longestWaitMs >= rule.fairAfterS * 1000) return none;
  const { isVip, dueAt } = caller;
  const soon = dueAt === null ? 0 : deadlinePoints(dueAt - nowMs, rule.soonMinutes);
  const why: ArrivalWhy[] = [];
  if (isVip) why.push({ by: 'vip' });
  if (dueAt !== null && soon > 0)
    why.push({ by: 'deadline', dueAt: new Date(dueAt).toISOString() });
  return { priority: (isVip ? vipPoints : 0) + soon, why };
};

/** Of whom a caller spoke with last, as far as it is known here. */
export type LastServer = {
  /** She serves this queue, at the switch and by what is wanted here, and is not paused in it. */
  readonly serves: boolean;
  readonly line: 'free' | 'in-use' | 'away' | 'unknown';
  /** What her desktop says; null: it says nothing. */
  readonly state: string | null;
  /** Another caller is offered to her alone at this moment. */
  readonly isAwaited: boolean;
};

/**
 * Whether she alone is asked first, for as long as the rule says. Only where nobody waits: then everybody
 * who serves the queue is busy, and the first who is free is the fairest.
 */
export const isAskedFirst = (
  rule: LastAdvisor | null,
  server: LastServer | null,
  waiting: number,
): boolean => {
  if (rule === null || server === null || waiting > 0) return false;
  const isSoonFree = server.state === null || /^(ready|wrap-up)$/.test(server.state);
  return server.serves && server.line === 'free' && isSoonFree && !server.isAwaited;
};
