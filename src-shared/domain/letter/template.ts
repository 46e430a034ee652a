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

/** Somebody of usual length, to say how long a text is before anybody is written to. */
export const sampleFacts: MergeFacts = {
  'customer.formalName': 'Madame Exemple',
  'customer.firstName': 'Hélène',
  'customer.lastName': 'Exemple',
  'customer.commune': 'Brest',
  'brand.name': 'Maison Exemple',
  'campaign.name': 'Invitation',
  today: '3 décembre 2026',
  'appointment.day': 'mercredi 23 décembre',
  'appointment.time': '10:30',
  'appointment.representative': 'Paul Exemple',
  'appointment.address': '3 rue du Port, 29200 Brest',
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

/** As a data address, about 300 kB; what a pen or a brand's sign needs at 300 dots an inch. */
export const LONGEST_IMAGE = 400_000;
export const MOST_SENDER_LINES = 5;
export const LONGEST_SENDER_LINE = 80;
export const MOST_FOOTER_LINES = 4;
export const LONGEST_FOOTER = 400;

const image = z
  .string()
  .max(LONGEST_IMAGE)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/, 'a PNG or JPEG image')
  .nullable()
  .default(null);

/** Of a letter alone: how its sheet looks (LETTER-9). */
const look = {
  /** Who writes, under the name of the brand. */
  sender: z.array(z.string().max(LONGEST_SENDER_LINE)).max(MOST_SENDER_LINES).default([]),
  /** The name under the text, what its bearer does, and the name as her hand writes it. */
  signature: z.string().max(300).default(''),
  signatureTitle: z.string().max(120).default(''),
  signatureImage: image,
  /** Without one the brand's initials stand there. */
  logo: image,
  /** At the foot of every page: what the law has a company say of itself (C. com. R123-237). */
  footer: z
    .string()
    .max(LONGEST_FOOTER)
    .refine((text) => text.split('\n').length <= MOST_FOOTER_LINES, {
      message: `at most ${MOST_FOOTER_LINES} lines`,
    })
    .default(''),
};

export const templateSchema = z
  .object({
    brandId: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(120),
    channel: z.enum(templateChannels),
    /** Of an e-mail its subject, of a letter what stands over it; a short message has none. */
    subject: withFields(200).default(''),
    body: withFields(20_000).refine((text) => text.trim() !== '', 'nothing is written'),
    ...look,
  })
  .refine(({ channel, subject }) => channel !== 'email' || subject.trim() !== '', {
    path: ['subject'],
    message: 'an e-mail has a subject',
  });
export type Template = z.infer<typeof templateSchema>;
export type LetterLook = Pick<Template, keyof typeof look>;

/** Of another letter of the brand: so a new one begins as the last one looked. */
export const lookOf = ({
  sender,
  signature,
  signatureTitle,
  signatureImage,
  logo,
  footer,
}: LetterLook): LetterLook => ({
  sender,
  signature,
  signatureTitle,
  signatureImage,
  logo,
  footer,
});
