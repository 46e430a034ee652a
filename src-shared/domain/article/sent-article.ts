/** Which article an exchange carried. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

/** `greeting` comes before the brand's words, and is kept with them. */
export const sentArticleSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  greeting: z.string().trim().max(300).optional(),
});
export type SentArticle = z.infer<typeof sentArticleSchema>;
