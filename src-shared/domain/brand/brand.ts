/** The brand on whose behalf the advisor speaks, its numbers, and what it wants at wrap-up. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { e164Schema } from '../interaction/interaction.ts';

export const brandSchema = z.object({
  /** Short lower-case key, also the `data-brand` of the screens. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().max(80),
  monogram: z.string().min(1).max(2),
  /** OKLCH hue in degrees and chroma (0.15 at most): colours are derived, never stored. */
  hue: z.number().min(0).max(360),
  chroma: z.number().min(0).max(0.15),
  wrapUpSeconds: z.number().int().min(0).max(3600),
  reasonRequired: z.boolean(),
  dispositionRequired: z.boolean(),
});
export type Brand = z.infer<typeof brandSchema>;

export const tariffClasses = ['free', 'normal', 'shared-cost', 'premium'] as const;

export const brandNumberSchema = z.object({
  id: idSchema,
  e164: e164Schema,
  brandId: z.string().max(40),
  label: z.string().max(80),
  tariffClass: z.enum(tariffClasses),
  queue: z.string().max(80),
  /** The reason a call to this number is about, when the number is only for one. */
  reasonCode: z.string().max(60).nullable(),
});
export type BrandNumber = z.infer<typeof brandNumberSchema>;

const labels = z.object({ fr: z.string().max(120), en: z.string().max(120) });

export const reasonSchema = z.object({
  code: z.string().max(60),
  brandId: z.string().max(40),
  label: labels,
});
export type Reason = z.infer<typeof reasonSchema>;

export const dispositionSchema = z.object({
  code: z.string().max(60),
  brandId: z.string().max(40),
  label: labels,
  /** What the picker shows at the right: "Réclamation · résolue". */
  group: labels,
  synonyms: z.array(z.string().max(60)).max(20),
  resolvesCase: z.boolean(),
  expectsCallback: z.boolean(),
  /** She refused the offer in the call: sixty days without another one (C. conso. D223-9). */
  refusesOffer: z.boolean().optional(),
  /** She wants no such call any more: for ever, until she consents anew (RGPD art. 21). */
  opposesCalls: z.boolean().optional(),
  /** The four most used are shown before anything is typed. */
  rank: z.number().int().min(0),
});
export type Disposition = z.infer<typeof dispositionSchema>;
