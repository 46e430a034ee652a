/**
 * A brand speech: a published, versioned graph of steps. Texts are written in a small mark-up:
 * `{{customer.formalName|Bonjour}}` merges a fact (with the words for when it is empty), and
 * `[[…]]` marks what the brand wants said word for word.
 */
import { z } from 'zod';
import { directionSchema } from '../interaction/channel.ts';
import { opensWhenSchema } from './choice/opens-when.ts';
import { stepKey, stepSchema } from './step.ts';
import {
  labelsSchema,
  type SpeechLanguage,
  speechLanguageSchema,
  speechTextSchema,
} from './text.ts';

export const objectionSchema = z.object({
  id: stepKey,
  label: z.string().max(120),
  labels: labelsSchema.optional(),
  answer: speechTextSchema,
  /** Further answers, when the first did not convince. */
  more: z.array(speechTextSchema).max(3).optional(),
  /** Where the talk goes on when it stands: a retention, an end. */
  next: stepKey.optional(),
});
export type Objection = z.infer<typeof objectionSchema>;

/** The left upper corner of a step on the canvas, in its own pixels. */
const coordinate = z.number().min(-1_000_000).max(1_000_000);
const placeSchema = z.object({ x: coordinate, y: coordinate });

export const scriptPurposes = ['service', 'commercial'] as const;

export const scriptSchema = z.object({
  id: stepKey,
  version: z.number().int().min(1),
  brandId: z.string().max(40),
  name: z.string().max(120),
  names: labelsSchema.optional(),
  /** The language that it was written in. */
  locale: speechLanguageSchema,
  /** The languages that it is whole in beside that one. */
  languages: z.array(speechLanguageSchema).max(2).optional(),
  direction: directionSchema,
  /** `commercial` brings the obligations of a commercial call (C. conso. L221-16). */
  purpose: z.enum(scriptPurposes).optional(),
  /** Whether its calls may be recorded: then the customer is told at the start. */
  recorded: z.boolean().optional(),
  /** Reasons this speech serves; empty means: the brand's general one. */
  reasonCodes: z.array(z.string().max(60)),
  opensWhen: opensWhenSchema.optional(),
  publishedAt: z.iso.datetime(),
  opening: speechTextSchema,
  /** Said when nobody or several people match the number: carries no name. */
  openingUnknown: speechTextSchema,
  firstStep: stepKey,
  steps: z.array(stepSchema).min(1).max(2000),
  objections: z.array(objectionSchema).max(30),
  /** Steps that somebody put where they stand on the canvas: of the picture, not of the words. */
  places: z.record(stepKey, placeSchema).optional(),
});
export type Script = z.infer<typeof scriptSchema>;

/** Every language that it can be said in, the written one first. */
export const languagesOf = (
  script: Pick<Script, 'locale' | 'languages'>,
): readonly SpeechLanguage[] => [
  script.locale,
  ...(script.languages ?? []).filter((one) => one !== script.locale),
];
