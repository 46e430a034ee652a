/** What is told about articles while they are used: once in effect by its id (KNOW-23). */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { articleLanguages } from './article.ts';

const about = {
  /** Made by whoever tells it. */
  id: idSchema,
  brandId: z.string().max(40),
  at: z.iso.datetime(),
};

export const articleNoteSchema = z.discriminatedUnion('kind', [
  z.object({
    ...about,
    kind: z.enum(['read', 'copied', 'helped', 'not-helped']),
    articleId: idSchema,
    version: z.number().int().min(1),
  }),
  /** Nothing was found, or nothing that answers. */
  z.object({
    ...about,
    kind: z.literal('missing'),
    language: z.enum(articleLanguages),
    /** What was searched. Whatever may be somebody's is taken out before it is kept. */
    words: z.string().trim().min(1).max(120),
    reasonCode: z.string().max(60).nullable(),
  }),
]);
export type ArticleNote = z.infer<typeof articleNoteSchema>;
