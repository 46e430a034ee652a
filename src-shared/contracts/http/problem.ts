/** RFC 9457 problem details, with our code and the correlation id that runs to the database. */
import { z } from 'zod';
import { errorCodes } from '../../kernel/error-codes.ts';

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(errorCodes),
  correlationId: z.string(),
  detail: z.string().optional(),
  /** Where the input was wrong, in words a developer can act on; never the value itself. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const correlationHeader = 'x-correlation-id';
