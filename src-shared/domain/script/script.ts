/**
 * A brand speech: a published, versioned graph of steps. Texts are written in a small mark-up:
 * `{{customer.formalName|Bonjour}}` merges a fact (with the words for when it is empty), and
 * `[[…]]` marks what the brand wants said word for word.
 */
import { z } from 'zod';
import { directionSchema } from '../interaction/channel.ts';
import { opensWhenSchema } from './choice/opens-when.ts';

export const relationModes = ['expert', 'brand-led', 'neutral'] as const;
export const relationModeSchema = z.enum(relationModes);
export type RelationMode = z.infer<typeof relationModeSchema>;

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** One text per language, each with variants by how the customer relates to the brand. */
export const speechTextSchema = z.object({
  default: z.string().max(2000),
  expert: z.string().max(2000).optional(),
  'brand-led': z.string().max(2000).optional(),
});
export type SpeechText = z.infer<typeof speechTextSchema>;

export const conditionSchema = z.object({
  fact: z.string().max(80),
  is: z.enum(['equal', 'not-equal', 'present', 'absent', 'at-least', 'at-most']),
  value: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

export const choiceSchema = z.object({
  id: key,
  label: z.string().max(120),
  /** The consequence, shown at the right of the choice. */
  consequence: z.string().max(120).optional(),
  next: key.optional(),
  dispositionCode: z.string().max(60).optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

export const fieldSchema = z.object({
  id: key,
  label: z.string().max(120),
  type: z.enum(['text', 'number', 'date', 'amount', 'email', 'phone', 'yes-no']),
});
export type SpeechField = z.infer<typeof fieldSchema>;

export const stepSchema = z.object({
  id: key,
  title: z.string().max(80),
  text: speechTextSchema,
  choices: z.array(choiceSchema).max(9).default([]),
  fields: z.array(fieldSchema).max(6).default([]),
  /** First branch whose conditions all hold wins; then the chosen answer's `next`; then `next`. */
  branches: z.array(z.object({ when: z.array(conditionSchema).max(5), next: key })).default([]),
  next: key.optional(),
});
export type Step = z.infer<typeof stepSchema>;

export const objectionSchema = z.object({
  id: key,
  label: z.string().max(120),
  answer: speechTextSchema,
});

export const scriptSchema = z.object({
  id: key,
  version: z.number().int().min(1),
  brandId: z.string().max(40),
  name: z.string().max(120),
  locale: z.enum(['fr', 'en']),
  direction: directionSchema,
  /** Reasons this speech serves; empty means: the brand's general one. */
  reasonCodes: z.array(z.string().max(60)),
  opensWhen: opensWhenSchema.optional(),
  publishedAt: z.iso.datetime(),
  opening: speechTextSchema,
  /** Said when nobody or several people match the number: carries no name. */
  openingUnknown: speechTextSchema,
  firstStep: key,
  steps: z.array(stepSchema).min(1).max(200),
  objections: z.array(objectionSchema).max(9),
});
export type Script = z.infer<typeof scriptSchema>;
