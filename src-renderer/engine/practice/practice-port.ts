/** What the engine tells the simulated customer, and what that answers. */
import { lineSettingsSchema } from '@shared/contracts/http/auth.ts';
import { z } from 'zod';

export const practiceOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('register'), line: lineSettingsSchema }),
  z.object({
    type: z.literal('ring'),
    callerNumber: z.string(),
    calledNumber: z.string(),
    advisorExtension: z.string(),
  }),
  z.object({ type: z.literal('hang-up') }),
]);
export type PracticeOrder = z.infer<typeof practiceOrderSchema>;

export const practiceReportSchema = z.object({
  type: z.enum(['registered', 'failed', 'ended']),
});
export type PracticeReport = z.infer<typeof practiceReportSchema>;
