/** GET and PUT /v1/brands/:brandId/rules: hours, promises and delegations of a brand. */
import { z } from 'zod';
import { brandRulesSchema } from '../../domain/brand-rules/brand-rules.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const keptRulesSchema = z.object({
  /** 0: none were ever kept, the brand promises and allows nothing. */
  version: z.number().int().min(0),
  rules: brandRulesSchema,
  changedBy: idSchema.nullable(),
  changedAt: instantSchema.nullable(),
});
export type KeptRules = z.infer<typeof keptRulesSchema>;

/** `version` is the one that was read: a change on top of another one is refused. */
export const rulesChangeSchema = keptRulesSchema.pick({ version: true, rules: true });

export const rulesHistorySchema = z.object({ versions: z.array(keptRulesSchema) });
