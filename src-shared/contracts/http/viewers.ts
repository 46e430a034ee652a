/**
 * PUT /v1/customers/:customerId/viewing: I have this customer on screen; said again while it is so.
 * DELETE: not any more. The answer names the others.
 */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

/** Said at least so often; who is silent for twice as long has gone. */
export const viewingEveryMs = 10_000;

export const viewerSchema = z.object({
  userId: idSchema,
  name: z.string(),
  since: instantSchema,
});
export const viewersSchema = z.object({ others: z.array(viewerSchema) });
export type Viewers = z.infer<typeof viewersSchema>;
