/**
 * What a brand knows and lets be said: a sentence to say, steps, what is forbidden, and the version that a
 * customer may read. All of it is plain text. A version that was published is never rewritten.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

/** Signs that no keyboard writes into a text: they would hide what is really there. */
const controls = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !controls.test(text), 'holds control characters');
const someText = (most: number) => plain(most).min(1);
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const articleLanguages = ['fr', 'en'] as const;
export type ArticleLanguage = (typeof articleLanguages)[number];

export const articleStates = ['draft', 'in-review', 'published', 'withdrawn'] as const;
export const articleStateSchema = z.enum(articleStates);
export type ArticleState = z.infer<typeof articleStateSchema>;

export const customerVersionSchema = z.object({
  title: someText(120),
  text: someText(4000),
  /** What an SMS carries: two of its lengths at most. */
  short: plain(300).default(''),
});
export type CustomerVersion = z.infer<typeof customerVersionSchema>;

/** A step of a speech that the article belongs to. */
export const speechStepSchema = z.object({ scriptId: code, stepId: code });

/** What its author writes. */
export const articleContentSchema = z
  .object({
    brandId: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    language: z.enum(articleLanguages),
    /** `open`: customers read it on the brand's open page. */
    audience: z.enum(['internal', 'open']).default('internal'),
    title: someText(120),
    say: someText(600),
    steps: z.array(someText(300)).max(20).default([]),
    forbidden: z.array(someText(300)).max(5).default([]),
    customer: customerVersionSchema.nullable().default(null),
    reasonCodes: z.array(code).max(20).default([]),
    speechSteps: z.array(speechStepSchema).max(20).default([]),
    keywords: z.array(someText(40)).max(30).default([]),
    /** Days of the brand's calendar; `validUntil` is the last one. */
    validFrom: z.iso.date(),
    validUntil: z.iso.date().nullable().default(null),
    reviewBy: z.iso.date(),
  })
  .refine(({ audience, customer }) => audience === 'internal' || customer !== null, {
    path: ['customer'],
    message: 'an open article has a version for customers',
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    path: ['validUntil'],
    message: 'ends before it begins',
  });
export type ArticleContent = z.infer<typeof articleContentSchema>;

export const articleSchema = z.object({
  ...articleContentSchema.shape,
  id: idSchema,
  version: z.number().int().min(1),
  state: articleStateSchema,
  authorId: idSchema,
  authorName: z.string().max(170),
  createdAt: z.iso.datetime(),
  approverName: z.string().max(170).nullable(),
  approvedAt: z.iso.datetime().nullable(),
  /** When somebody last confirmed that it holds: at its approval, or since. */
  reviewedAt: z.iso.datetime().nullable(),
  /** The word of whoever sent it back, or withdrew it. */
  remark: z.string().max(500).nullable(),
  /** Grows with every change of this version. */
  revision: z.number().int().min(1),
});
export type Article = z.infer<typeof articleSchema>;
/** How long it takes to read, for the row of a search: 200 words a minute, one at least. */
export const readingMinutes = ({ say, steps, forbidden }: Article): number =>
  Math.max(1, Math.round([say, ...steps, ...forbidden].join(' ').split(/\s+/).length / 200));
