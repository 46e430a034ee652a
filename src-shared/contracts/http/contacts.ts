/** PUT and DELETE /v1/customers/:customerId/contacts/:contactId: who speaks for a company. */
import { z } from 'zod';
import { customerSchema } from '../../domain/customer/customer.ts';
import { e164Schema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const contactPathSchema = z.object({ customerId: idSchema, contactId: idSchema });

/** Somebody who has no card yet: it is made with the contact, at the company's brands. */
export const newPersonSchema = z.object({
  civility: customerSchema.shape.civility,
  firstName: z.string().trim().max(80),
  lastName: z.string().trim().min(1).max(80),
  email: z.email().max(200).nullable(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const contactSchema = z
  .object({
    personId: idSchema.optional(),
    person: newPersonSchema.optional(),
    function: z.string().trim().max(80),
    directLine: e164Schema.nullable(),
    since: z.iso.date().nullable(),
    /** The last day; null while it lasts. */
    until: z.iso.date().nullable(),
  })
  .superRefine(({ personId, person, since, until }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((personId === undefined) === (person === undefined)) {
      wrong('personId', 'a card that is there, or a new person: one of the two');
    }
    if (since !== null && until !== null && until < since) wrong('until', 'ends before it begins');
  });
export type ContactBody = z.infer<typeof contactSchema>;
