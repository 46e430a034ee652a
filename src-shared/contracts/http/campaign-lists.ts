/** Lists of campaigns over REST: from a query on the hub or from a file, with why the others are left out. */
import { z } from 'zod';
import { eventKinds } from '../../domain/campaign/events.ts';
import { segments } from '../../domain/customer/customer.ts';
import { idSchema } from '../../kernel/ids.ts';
import { campaignPathSchema } from './campaigns.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

/** Whom of the brand's customers and prospects; what is left out asks for nothing. */
export const listQuerySchema = z.object({
  segments: z.array(z.enum(segments)).max(4).optional(),
  vip: z.boolean().optional(),
  /** The first two or three characters of their postcodes. */
  departments: z
    .array(z.string().regex(/^[0-9][0-9AB][0-9]?$/))
    .max(110)
    .optional(),
  /** Codes officiels géographiques. */
  communes: z
    .array(z.string().regex(/^[0-9][0-9AB][0-9]{3}$/))
    .max(2000)
    .optional(),
  minValueCents: count.optional(),
  /** The score that a study gave them is known and not lower. */
  minScore: share.optional(),
  /** `never`: no order of the brand is known of them. */
  bought: z.enum(['any', 'never']).default('any'),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

export const listSourceSchema = z.union([
  z.object({ query: listQuerySchema }),
  /** Everybody whom a file names that was imported: new, changed, or known as they are. */
  z.object({ importId: idSchema }),
]);
export type ListSource = z.infer<typeof listSourceSchema>;

export const addToListSchema = z
  .object({
    query: listQuerySchema.optional(),
    importId: idSchema.optional(),
    /** Of whom no study knows any. */
    score: share.default(0.5),
    /** Only says what would come of it. */
    dryRun: z.boolean().default(false),
    /** How long to wait for its end; a long list goes on by itself. */
    waitSeconds: z.number().int().min(0).max(120).default(30),
  })
  .refine(({ query, importId }) => (query === undefined) !== (importId === undefined), {
    path: ['query'],
    message: 'either a query or an import',
  });
export type AddToList = z.infer<typeof addToListSchema>;

export const listStates = ['running', 'ended', 'cancelled', 'failed'] as const;

/** How the list became what it is: how many were found, who was left out at which step, who stays. */
export const listReportSchema = z.object({
  listId: idSchema,
  /** While it runs the figures are those so far. */
  state: z.enum(listStates),
  found: count,
  leftOut: z.array(
    z.object({ because: z.string(), article: z.string().nullable(), count, left: count }),
  ),
  control: count,
  added: count,
  /** Of the added, those who are only written to until they consent (SEQ-13). */
  onlyLetter: count,
});
export type ListReport = z.infer<typeof listReportSchema>;

export const madeListSchema = listReportSchema.extend({
  source: listSourceSchema,
  dryRun: z.boolean(),
  askedBy: idSchema.nullable(),
  askedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type MadeList = z.infer<typeof madeListSchema>;
export const madeListsSchema = z.object({ lists: z.array(madeListSchema) });
export const listPathSchema = campaignPathSchema.extend({ listId: idSchema });

/** What happened so far by kind, and why it made nobody a contact. */
export const followedEventsSchema = z.object({
  events: z.array(
    listReportSchema.omit({ listId: true, state: true }).extend({ kind: z.enum(eventKinds) }),
  ),
});
export type FollowedEvents = z.infer<typeof followedEventsSchema>;
