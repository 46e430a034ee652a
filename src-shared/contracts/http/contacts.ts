/** PUT and DELETE /v1/customers/:customerId/contacts/:contactId: who speaks for a company. */
import { z } from 'zod';
import { e164Schema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const contactPathSchema = z.object({ customerId: idSchema, contactId: idSchema });
export const contactSchema = z.object({
  personId: idSchema,
  function: z.string().trim().max(80),
  directLine: e164Schema.nullable(),
  since: z.iso.date().nullable(),
  /** The last day; null while it lasts. */
  until: z.iso.date().nullable(),
});
