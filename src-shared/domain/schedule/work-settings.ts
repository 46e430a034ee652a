/** What the house's own agreement adds to the law, or allows where the law asks for an agreement. */
import { z } from 'zod';

const minutes = z.number().int().min(0);

export const workSettingsSchema = z.object({
  /** Breaks are paid and counted as work. */
  breaksCount: z.boolean().default(true),
  sundays: z.enum(['refused', 'agreed']).default('refused'),
  nights: z.enum(['refused', 'agreed']).default('refused'),
  holidays: z.enum(['refused', 'agreed']).default('refused'),
  /** After so long at a screen a break or another activity of so long; null: nothing was agreed. */
  screen: z
    .object({ everyMinutes: minutes.max(360), breakMinutes: minutes.max(60) })
    .nullable()
    .default({ everyMinutes: 150, breakMinutes: 10 }),
  meal: z
    .object({ minutes: minutes.max(180), from: minutes.max(1_440), to: minutes.max(1_440) })
    .default({ minutes: 45, from: 690, to: 870 }),
  /** What becomes of an exchange of two days on which both agree and that keeps the rules. */
  swaps: z.enum(['lead-decides', 'automatic']).default('lead-decides'),
});
export type WorkSettings = z.infer<typeof workSettingsSchema>;

export const usualSettings: WorkSettings = workSettingsSchema.parse({});
