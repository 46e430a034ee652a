/** What an hour of an advisor costs, and what a representative's visit would that comes without a call. */
import { z } from 'zod';

export const usualCosts = { centsPerHour: 2800, visitCents: 14_800 } as const;

export const costsSchema = z.object({
  centsPerHour: z.number().int().min(0).max(100_000).default(usualCosts.centsPerHour),
  visitCents: z.number().int().min(0).max(10_000_000).default(usualCosts.visitCents),
});
export type Costs = z.infer<typeof costsSchema>;
