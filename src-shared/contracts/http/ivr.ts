/** GET /v1/ivr: what the caller of a call said to the voice server, asked for behind the pop. */
import { z } from 'zod';
import { e164Schema } from '../../domain/interaction/interaction.ts';
import { ivrSchema } from '../../domain/ivr/ivr.ts';

export const ivrQuerySchema = z.object({
  brandId: z.string().max(40),
  /** The switch's own name of the call; the number is asked for where that finds nothing. */
  callUid: z.string().min(1).max(200).optional(),
  number: e164Schema.optional(),
});
export type IvrQuery = z.infer<typeof ivrQuerySchema>;
export const ivrAnswerSchema = z.object({ ivr: ivrSchema.nullable() });
