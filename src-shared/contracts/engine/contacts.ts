/** Who speaks for a company, written to the hub at once. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { contactSchema } from '../http/contacts.ts';

export const contactCommands = {
  /** `contactId` null: a new one. */
  'contacts.save': {
    input: z.object({
      companyId: idSchema,
      contactId: idSchema.nullable(),
      contact: contactSchema,
    }),
    output: z.object({ contactId: idSchema }),
  },
  'contacts.remove': {
    input: z.object({ companyId: idSchema, contactId: idSchema }),
    output: z.null(),
  },
} as const;
