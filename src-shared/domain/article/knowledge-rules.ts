/** What a brand's rules say of knowledge. */
import { z } from 'zod';

export const knowledgeRulesSchema = z.object({
  /** Whether customers may read the open articles, and where from outside; an SMS carries the address. */
  openPage: z.boolean().default(false),
  pageUrl: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .nullable()
    .default(null),
  /** What a message costs, in euro cents; absent: not known. */
  emailCents: z.number().int().min(0).max(1000).nullable().default(null),
  smsCents: z.number().int().min(0).max(1000).nullable().default(null),
});
export type KnowledgeRules = z.infer<typeof knowledgeRulesSchema>;
