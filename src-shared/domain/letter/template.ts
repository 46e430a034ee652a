/** What a brand writes to many: a letter, an e-mail or a short message, with fields that are filled for each. */
import { z } from 'zod';

export const templateChannels = ['post', 'email', 'sms'] as const;
export type TemplateChannel = (typeof templateChannels)[number];

/** What may be said of whoever is written to; the list is closed, so that a slip is seen when it is typed. */
export const mergeFields = [
  'customer.formalName',
  'customer.firstName',
  'customer.lastName',
  'customer.commune',
  'brand.name',
  'campaign.name',
  'today',
  'appointment.day',
  'appointment.time',
  'appointment.representative',
  'appointment.address',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeFacts = { readonly [field in MergeField]?: string };

const field = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** LETTER-2: the fields of a text that nobody can fill. */
export const unknownFields = (text: string): string[] => {
  const known: readonly string[] = mergeFields;
  return [...text.matchAll(field)]
    .map(([, name = '']) => name)
    .filter((one) => !known.includes(one));
};

/** The text for one person, and what of her is missing to fill it (LETTER-3). */
export const merged = (
  text: string,
  facts: MergeFacts,
): { readonly text: string; readonly missing: readonly string[] } => {
  const missing: string[] = [];
  const filled = text.replaceAll(field, (_, name: string) => {
    const value = (facts as Readonly<Record<string, string | undefined>>)[name];
    if (value === undefined || value === '') missing.push(name);
    return value ?? '';
  });
  return { text: filled, missing: [...new Set(missing)] };
};

const withFields = (max: number) =>
  z
    .string()
    .max(max)
    .superRefine((text, context) => {
      for (const name of unknownFields(text))
        context.addIssue({
          code: 'custom',
          message: `no field {{${name}}}; there are ${mergeFields.join(', ')}`,
        });
    });

export const templateSchema = z
  .object({
    brandId: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(120),
    channel: z.enum(templateChannels),
    /** Of an e-mail its subject, of a letter what stands over it; a short message has none. */
    subject: withFields(200).default(''),
    body: withFields(20_000).refine((text) => text.trim() !== '', 'nothing is written'),
    /** Of a letter: who writes, under the name of the brand. */
    sender: z.array(z.string().max(80)).max(5).default([]),
    signature: z.string().max(300).default(''),
    /** PNG or JPEG as a data address; without one the brand's initials stand there. */
    logo: z
      .string()
      .max(400_000)
      .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/, 'a PNG or JPEG image')
      .nullable()
      .default(null),
  })
  .refine(({ channel, subject }) => channel !== 'email' || subject.trim() !== '', {
    path: ['subject'],
    message: 'an e-mail has a subject',
  });
export type Template = z.infer<typeof templateSchema>;
