/** Articles on the desktop: searched and read here, written and counted by the hub. */
import { z } from 'zod';
import {
  articleContentSchema,
  articleLanguages,
  articleSchema,
} from '../../domain/article/article.ts';
import { articleDeeds } from '../../domain/article/article-life.ts';
import { sendingChannelSchema } from '../../domain/article/article-message.ts';
import { idSchema } from '../../kernel/ids.ts';
import {
  articleCountsSchema,
  articlesSchema,
  articleVersionsSchema,
  missingArticlesSchema,
  settlingSchema,
} from '../http/articles.ts';

const brandId = z.string().max(40);
const language = z.enum(articleLanguages);
const found = z.array(articleSchema);
const used = { articleId: idSchema, version: z.number().int().min(1), brandId };

export const articleCommands = {
  /** null: of all her brands, in any language. */
  'articles.search': {
    input: z.object({
      text: z.string().max(200),
      brandId: brandId.nullable(),
      language: language.nullable(),
      limit: z.number().int().min(1).max(50),
    }),
    output: found,
  },
  'articles.suggest': {
    input: z.object({
      brandId,
      language,
      reasonCode: z.string().max(60).nullable(),
      step: z.object({ scriptId: z.string().max(60), stepId: z.string().max(60) }).nullable(),
      /** The articles that the speech itself puts at hand at this step. */
      chosen: z.array(z.string().max(60)).max(9).optional(),
    }),
    output: found,
  },
  /** Everything that is shown today, by title. */
  'articles.shown': { input: z.object({ brandId }), output: found },
  'articles.read': { input: z.object({ articleId: idSchema }), output: articleSchema.nullable() },
  /** Said of an article, or that one is missing; goes out like whatever she does. */
  'articles.note': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['read', 'copied', 'helped', 'not-helped']), ...used }),
      z.object({
        kind: z.literal('missing'),
        brandId,
        language,
        words: z.string().trim().min(1).max(120),
        reasonCode: z.string().max(60).nullable(),
      }),
    ]),
    output: z.null(),
  },
  /** The customer's version goes out as an exchange of hers, also later when the hub is away. */
  'articles.send': {
    input: z.object({
      articleId: idSchema,
      customerId: idSchema,
      channel: sendingChannelSchema,
      greeting: z.string().trim().max(300),
      caseId: idSchema.nullable(),
      threadId: idSchema.nullable(),
    }),
    output: z.object({ interactionId: idSchema, title: z.string(), text: z.string() }),
  },
  'articles.list': { input: z.object({ brandId }), output: articlesSchema },
  'articles.versions': { input: z.object({ articleId: idSchema }), output: articleVersionsSchema },
  /** `articleId` null: a new one; `version` of a draft: it is rewritten; null: the next version. */
  'articles.write': {
    input: z.object({
      articleId: idSchema.nullable(),
      version: z.number().int().min(1).nullable(),
      content: articleContentSchema,
    }),
    output: articleSchema,
  },
  'articles.turn': {
    input: z.object({
      articleId: idSchema,
      version: z.number().int().min(1),
      deed: z.enum(articleDeeds),
      remark: z.string().trim().max(500),
      reviewBy: z.iso.date().nullable(),
    }),
    output: articleSchema,
  },
  'articles.counts': { input: z.object({ brandId }), output: articleCountsSchema },
  'articles.missing': { input: z.object({ brandId }), output: missingArticlesSchema },
  'articles.settle': { input: settlingSchema, output: z.null() },
} as const;
