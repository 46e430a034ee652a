/** GET /v1/queue-figures: what queues achieved on some days, and what each figure means. */
import { z } from 'zod';
import { figureWords, type QueueFigures } from '../../domain/queue-call/figures.ts';

const count = z.number().int().min(0);
const seconds = z.number().min(0).nullable();

export const queueFiguresSchema = z.object({
  offered: count,
  taken: count,
  inTime: count,
  abandoned: count,
  shortAbandoned: count,
  otherwiseLeft: count,
  unknown: count,
  serviceLevel: z.number().min(0).max(1).nullable(),
  averageWaitS: seconds,
  longestWaitS: seconds,
  talkS: z.number().min(0),
  averageTalkS: seconds,
}) satisfies z.ZodType<QueueFigures>;

export const queueFigureCuts = ['queue', 'brand', 'day', 'week', 'month'] as const;

export const queueFiguresQuerySchema = z
  .object({
    from: z.iso.date(),
    /** The last day; both are days of France. */
    to: z.iso.date(),
    by: z.enum(queueFigureCuts).default('queue'),
    brandId: z.string().max(40).optional(),
  })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 366 * 86_400_000, {
    message: 'a year at most',
    path: ['to'],
  });
export type QueueFiguresQuery = z.infer<typeof queueFiguresQuerySchema>;

const wordsSchema = z.object({ fr: z.string(), en: z.string() });
const figureNames = Object.keys(figureWords) as [keyof QueueFigures, ...(keyof QueueFigures)[]];

export const queueFiguresAnswerSchema = z.object({
  /** `key`: a queue, a brand, a day, the Monday of a week, or the first day of a month. */
  rows: z.array(z.object({ key: z.string().max(80), figures: queueFiguresSchema })),
  total: queueFiguresSchema,
  /** Times of these days of which nobody told and the log says nothing. */
  gaps: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime() })).max(1000),
  definitions: z.record(z.enum(figureNames), wordsSchema),
});
export type QueueFiguresAnswer = z.infer<typeof queueFiguresAnswerSchema>;
