/** What the house allows its desktops: how much they hold, and when they lock, expire and forget. */
import { z } from 'zod';

export const desktopRulesSchema = z.object({
  /** A desktop holds so many customers at most; pinned ones are never taken out for it. */
  customersAtMost: z.number().int().min(100).max(1_000_000),
  /** Customers without contact for longer are not held, unless something of theirs is open. */
  monthsAtMost: z.number().int().min(1).max(240),
  /** Locked after so long without a key, a click or a call; null: never by itself. */
  lockAfterMinutes: z.number().int().min(1).max(1_440).nullable(),
  /** Not heard by the hub for so long, it destroys its copy of the customers. */
  expiresAfterHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 365),
});
export type DesktopRules = z.infer<typeof desktopRulesSchema>;

/** What holds until a hub has said otherwise. */
export const usualDesktopRules: DesktopRules = {
  customersAtMost: 100_000,
  monthsAtMost: 24,
  lockAfterMinutes: 15,
  expiresAfterHours: 168,
};
