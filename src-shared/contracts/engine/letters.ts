/** What brands write, for those who make campaigns: listed, written, and seen as somebody gets it. */
import { z } from 'zod';
import { templateSchema } from '../../domain/letter/template.ts';
import { idSchema } from '../../kernel/ids.ts';
import { keptTemplateSchema, previewSchema, templatesSchema } from '../http/letters.ts';

export const letterCommands = {
  'letters.list': { input: z.object({ brandId: z.string().max(40) }), output: templatesSchema },
  /** Without an id: a new one. */
  'letters.save': {
    input: z.object({
      templateId: idSchema.nullable(),
      revision: z.number().int().min(0),
      template: templateSchema,
    }),
    output: keptTemplateSchema,
  },
  /** As it is typed, for an example customer. */
  'letters.pdf': {
    input: z.object({ template: templateSchema }),
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
  'letters.preview': { input: z.object({ templateId: idSchema }), output: previewSchema },
} as const;
