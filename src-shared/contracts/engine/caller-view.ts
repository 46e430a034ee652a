/** Who is on the other end, as far as anyone knows. */
import { z } from 'zod';
import { customerSchema } from '../../domain/customer/customer.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const callerCandidateSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  place: z.string().nullable(),
  evidence: z.string(),
  verdict: z.enum(['likely', 'possible', 'unlikely']),
  /** What tells this one from the others: the address of the first, a company, or since when. */
  standing: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('same-address') }),
      z.object({ is: z.literal('company') }),
      z.object({
        is: z.literal('since'),
        year: z.string(),
        civility: customerSchema.shape.civility,
      }),
    ])
    .nullable()
    .default(null),
  /** The last call of this one's that came from or went to the number. */
  lastCallAt: instantSchema.nullable().default(null),
});
export type CallerCandidate = z.infer<typeof callerCandidateSchema>;

export const callerMatchSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('one'), customerId: idSchema }),
  z.object({ status: z.literal('several'), candidates: z.array(callerCandidateSchema) }),
  z.object({ status: z.literal('none'), lookup: z.enum(['searching', 'not-found', 'offline']) }),
  z.object({ status: z.literal('hidden') }),
  /** Somebody of the house, by an extension; a transfer makes a customer of it. */
  z.object({ status: z.literal('colleague') }),
]);
export type CallerMatch = z.infer<typeof callerMatchSchema>;
