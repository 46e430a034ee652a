/** Templates of a brand and the letters that campaigns make of them, over REST. */
import { z } from 'zod';
import { templateSchema } from '../../domain/letter/template.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int().min(0);

export const templatePathSchema = z.object({ templateId: idSchema });
export const keptTemplateSchema = z.object({
  id: idSchema,
  revision: z.number().int().min(1),
  template: templateSchema,
});
export type KeptTemplate = z.infer<typeof keptTemplateSchema>;
export const templatesSchema = z.object({ templates: z.array(keptTemplateSchema) });
export const templatesQuerySchema = z.object({ brandId: z.string().max(40).optional() });
export const changeTemplateSchema = z.object({
  /** The one that was read; another one meanwhile is refused. */
  revision: z.number().int().min(1),
  template: templateSchema,
});

/** For a customer of the brand; without one, for an example. */
export const previewQuerySchema = z.object({ customerId: idSchema.optional() });
export const previewSchema = z.object({
  subject: z.string(),
  body: z.string(),
  /** Fields that nothing is known for. */
  missing: z.array(z.string()),
  addressLines: z.array(z.string()),
  /** Something of the address was shortened to fit. */
  shortened: z.boolean(),
});
export type Preview = z.infer<typeof previewSchema>;

export const mailingPathSchema = z.object({ mailingId: idSchema });
export const mailingsQuerySchema = z.object({ campaignId: idSchema.optional() });
export const mailingSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  campaignName: z.string(),
  templateId: idSchema,
  templateName: z.string(),
  day: z.iso.date(),
  letters: count,
  /** Addresses that had to be shortened. */
  shortened: count,
  /** Letters may still come: it is of today. */
  isOpen: z.boolean(),
});
export type Mailing = z.infer<typeof mailingSchema>;
export const mailingsSchema = z.object({ mailings: z.array(mailingSchema) });

const stepCount = z.object({ stepId: z.string(), sent: count, skipped: count });
/** How far the people of a campaign are in its sequence. */
export const sequenceStandingSchema = z.object({
  steps: z.array(stepCount),
  /** Why steps were left out, the most frequent first. */
  skipped: z.array(z.object({ because: z.string(), count })),
  /** Those whose call is not due yet. */
  beforeCall: count,
});
export type SequenceStanding = z.infer<typeof sequenceStandingSchema>;
