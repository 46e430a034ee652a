/** The steps of a speech and what they ask. */
import { z } from 'zod';
import { channelSchema } from '../interaction/channel.ts';
import { actionSchema } from './action.ts';
import { labelsSchema, speechTextSchema } from './text.ts';

export const stepKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const label = z.string().max(120);

export const stepKinds = ['say', 'ask', 'branch', 'do', 'sub-script', 'end'] as const;
export type StepKind = (typeof stepKinds)[number];

/** What the law or the brand wants to have been said; its exact words stand in `[[…]]`. */
export const passages = [
  'opening',
  'identity',
  'commercial-nature',
  'recording',
  'confirmation',
] as const;
export type Passage = (typeof passages)[number];

export const choiceSchema = z.object({
  id: stepKey,
  label,
  labels: labelsSchema.optional(),
  /** The consequence, shown at the right of the choice. */
  consequence: label.optional(),
  consequences: labelsSchema.optional(),
  next: stepKey.optional(),
  dispositionCode: z.string().max(60).optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

export const fieldTypes = [
  'text',
  'number',
  'date',
  'amount',
  'email',
  'phone',
  'yes-no',
  'one-of',
  'consent',
  // The numbers of a card: typed while nothing is recorded, never an answer.
  'payment',
] as const;

/** What an answer fills by itself; the customer's fields are corrected, never emptied. */
export const fillTargets = [
  'customer.email',
  'customer.phone',
  'customer.firstName',
  'customer.lastName',
  'customer.companyName',
  'customer.birthDate',
  'customer.registration',
  'case.title',
  'case.detail',
  'callback.due',
  'note',
] as const;
export type FillTarget = (typeof fillTargets)[number];

/** What is consented to, and the words that it is asked with (C. conso. L223-1, GDPR art. 7). */
export const consentAskSchema = z.object({
  channel: channelSchema,
  purpose: z.string().min(1).max(200),
  wording: speechTextSchema,
  /** Months that it holds; twelve at most, and never renewed by silence (décret 2026-662). */
  months: z.number().int().min(1).max(12).default(12),
  /** What a clear no means. Saying no to a consent is not yet an opposition. */
  onRefusal: z.enum(['nothing', 'opposed']).default('nothing'),
});
export type ConsentAsk = z.infer<typeof consentAskSchema>;

export const fieldSchema = z.object({
  id: stepKey,
  label,
  labels: labelsSchema.optional(),
  type: z.enum(fieldTypes),
  options: z
    .array(z.object({ id: stepKey, label, labels: labelsSchema.optional() }))
    .max(9)
    .optional(),
  consent: consentAskSchema.optional(),
  fills: z.enum(fillTargets).optional(),
});
export type SpeechField = z.infer<typeof fieldSchema>;

export const routeSchema = z.object({
  /** An expression over facts and answers; unknown is not true. */
  if: z.string().min(1).max(500),
  next: stepKey,
});
export type Route = z.infer<typeof routeSchema>;

export const stepSchema = z.object({
  id: stepKey,
  kind: z.enum(stepKinds).optional(),
  title: z.string().max(80),
  titles: labelsSchema.optional(),
  text: speechTextSchema,
  /** Advice to the advisor, never said. */
  advice: z.string().max(300).optional(),
  choices: z.array(choiceSchema).max(9).default([]),
  fields: z.array(fieldSchema).max(6).default([]),
  /** The first route that is true leads on; then the chosen answer's `next`; then `next`. */
  routes: z.array(routeSchema).max(20).default([]),
  next: stepKey.optional(),
  passages: z.array(z.enum(passages)).max(passages.length).optional(),
  action: actionSchema.optional(),
  /** Of a sub-script: which one, and the version that was approved with this one. */
  script: z.object({ id: stepKey, version: z.number().int().min(1) }).optional(),
  /** Of an end: how the call is qualified, and whether the aim of the speech was reached. */
  dispositionCode: z.string().max(60).optional(),
  result: z.enum(['reached', 'not-reached', 'neutral']).optional(),
  /** Articles that help here. */
  articles: z.array(z.string().max(60)).max(9).optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** A step without a kind asks when it has something to answer, and says when it has not. */
export const kindOf = (step: Step): StepKind =>
  step.kind ?? (step.choices.length > 0 || step.fields.length > 0 ? 'ask' : 'say');

/** Branches are walked through, nobody stands on one. */
export const isPassedThrough = (step: Step): boolean => {
  const kind = kindOf(step);
  return kind === 'branch' || kind === 'sub-script';
};
