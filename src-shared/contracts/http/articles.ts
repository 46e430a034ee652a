/** Articles over HTTP: written, reviewed, published, searched, sent, judged and counted. */
import { z } from 'zod';
import {
  articleLanguages,
  articleSchema,
  articleStateSchema,
} from '../../domain/article/article.ts';
import { sendingChannelSchema } from '../../domain/article/article-message.ts';
import { articleNoteSchema } from '../../domain/article/told-of-articles.ts';
import { idSchema } from '../../kernel/ids.ts';
import { protocolQuery, protocolsAnswer } from '../sync/protocol.ts';

const brandId = z.string().max(40);
const limit = (fallback: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(fallback);

/** A version without its texts, for lists. */
export const articleHeadSchema = articleSchema.pick({
  id: true,
  version: true,
  brandId: true,
  language: true,
  audience: true,
  title: true,
  state: true,
  validFrom: true,
  validUntil: true,
  reviewBy: true,
  authorId: true,
  authorName: true,
  createdAt: true,
  approverName: true,
  approvedAt: true,
  reviewedAt: true,
  remark: true,
});
export type ArticleHead = z.infer<typeof articleHeadSchema>;

export const articlesQuerySchema = z.object({
  brandId: brandId.optional(),
  state: articleStateSchema.optional(),
  after: idSchema.optional(),
  limit: limit(200, 1000),
});
/** The newest version of each article, and the one that is shown where it is another. */
export const articlesSchema = z.object({
  articles: z.array(articleHeadSchema.extend({ shownVersion: z.number().int().nullable() })),
  next: idSchema.nullable(),
});
export type ListedArticle = z.infer<typeof articlesSchema>['articles'][number];

export const articlePathSchema = z.object({ articleId: idSchema });
export const articleVersionPathSchema = articlePathSchema.extend({
  version: z.coerce.number().int().min(1).max(100_000),
});
export const articleVersionsSchema = z.object({ versions: z.array(articleSchema) });

export const remarkSchema = z.object({ remark: z.string().trim().min(1).max(500) });
export const confirmationSchema = z.object({ reviewBy: z.iso.date() });

export const articleSearchQuerySchema = z.object({
  text: z.string().max(200),
  brandId: brandId.optional(),
  language: z.enum(articleLanguages).optional(),
  audience: z.enum(['all', 'open']).default('all'),
  limit: limit(20, 100),
});
export const foundArticlesSchema = z.object({ articles: z.array(articleSchema) });

export const suggestionQuerySchema = z.object({
  brandId,
  language: z.enum(articleLanguages).default('fr'),
  reasonCode: z.string().max(60).optional(),
  scriptId: z.string().max(60).optional(),
  stepId: z.string().max(60).optional(),
});

/** By whom it is sent is who asks; `greeting` comes before the brand's words. */
export const sendingSchema = z.object({
  /** Made by whoever sends, so that it is sent once however often it is asked. */
  id: idSchema,
  customerId: idSchema,
  channel: sendingChannelSchema,
  greeting: z.string().trim().max(300).default(''),
  caseId: idSchema.nullable().default(null),
  threadId: idSchema.nullable().default(null),
});
export const sentSchema = z.object({
  interactionId: idSchema,
  title: z.string(),
  text: z.string(),
});

export const notesSchema = z.object({ notes: z.array(articleNoteSchema).min(1).max(200) });

const periodShape = { brandId, from: z.iso.date().optional(), until: z.iso.date().optional() };
export const countsQuerySchema = z.object(periodShape);

const count = z.number().int();
export const articleCountsSchema = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  articles: z.array(
    z.object({
      articleId: idSchema,
      title: z.string(),
      read: count,
      copied: count,
      sent: count,
      helped: count,
      notHelped: count,
      shownOpenly: count,
      helpedOpenly: count,
      notHelpedOpenly: count,
    }),
  ),
  openPage: z.object({
    visits: count,
    searches: count,
    searchesWithoutResult: count,
    shown: count,
    helped: count,
    notHelped: count,
    wishedContact: count,
    /** Visits that said yes and did not ask to be in touch after (KNOW-54). */
    deflected: count,
    deflectedMeans: z.string(),
  }),
});
export type ArticleCounts = z.infer<typeof articleCountsSchema>;

export const missingQuerySchema = z.object({ brandId, limit: limit(100, 500) });
export const missingArticleSchema = z.object({
  /** What they have in common. */
  key: z.string(),
  language: z.enum(articleLanguages),
  /** As it was asked last. */
  words: z.string(),
  times: count,
  byAdvisors: count,
  bySearchers: count,
  reasonCode: z.string().nullable(),
  lastAt: z.iso.datetime(),
});
export type MissingArticle = z.infer<typeof missingArticleSchema>;
export const missingArticlesSchema = z.object({ missing: z.array(missingArticleSchema) });
export const settlingSchema = z.object({
  brandId,
  language: z.enum(articleLanguages),
  key: z.string().min(1).max(200),
  /** The article that answers, or why there will be none. */
  articleId: idSchema.nullable(),
  why: z.string().trim().max(300),
});

/** GET: which versions a desktop holds; POST: some of them, whole. */
export const heldArticlesQuerySchema = z.object(protocolQuery);
export const articleManifestSchema = z.object({
  stamp: z.string(),
  articles: z.array(
    z.object({ id: idSchema, version: z.number().int(), revision: z.number().int() }),
  ),
  ...protocolsAnswer,
});
export const articlesAtOnce = 200;
export const heldArticlesRequestSchema = z.object({
  articles: z
    .array(z.object({ id: idSchema, version: z.number().int().min(1) }))
    .min(1)
    .max(articlesAtOnce),
});
export const heldArticlesSchema = z.object({ articles: z.array(articleSchema) });
