/** Speeches over REST: written, read by somebody else, approved, published from a date, withdrawn. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { checkNames } from '../../domain/script/checks/finding.ts';
import { versionDeeds, versionStates } from '../../domain/script/governance/version-machine.ts';
import { scriptSchema } from '../../domain/script/script.ts';
import { idSchema } from '../../kernel/ids.ts';

const someone = idSchema.nullable();
const moment = instantSchema.nullable();
const scriptIdSchema = scriptSchema.shape.id;
const revision = z.number().int().min(1);
const why = z.string().trim().min(1).max(1000);

export const scriptVersionSchema = z.object({
  id: scriptIdSchema,
  version: z.number().int().min(1),
  brandId: z.string(),
  name: z.string(),
  locale: scriptSchema.shape.locale,
  /** The languages that it is whole in beside that one. */
  languages: scriptSchema.shape.languages,
  direction: scriptSchema.shape.direction,
  status: z.enum(versionStates),
  /** Counts the savings: who saves or submits names the one that she has read. */
  revision,
  /** Everybody who saved or submitted its words, and may not approve them. */
  writers: z.array(idSchema),
  createdBy: someone,
  createdAt: instantSchema,
  savedBy: someone,
  savedAt: moment,
  submittedBy: someone,
  submittedAt: moment,
  approvedBy: someone,
  approvedAt: moment,
  /** When it was decided that it is said; from when is `validFrom`. */
  publishedBy: someone,
  publishedAt: moment,
  validFrom: moment,
  withdrawnBy: someone,
  withdrawnAt: moment,
  /** Why it was refused the last time, or withdrawn. */
  reason: z.string().nullable(),
  /** The version that is said now. */
  said: z.boolean(),
  /** Open comments on it. */
  openComments: z.number().int(),
  /** What who asks may do with it now. */
  may: z.array(z.enum(versionDeeds)),
});
export type ScriptVersion = z.infer<typeof scriptVersionSchema>;

export const scriptVersionsSchema = z.object({
  versions: z.array(scriptVersionSchema),
  /** Whether who asks may write speeches at all. */
  writes: z.boolean(),
});
export type ScriptVersions = z.infer<typeof scriptVersionsSchema>;

export const versionsQuerySchema = z.object({ scriptId: scriptIdSchema.optional() });

/** `said`: with all that it calls in it, as advisors have it. `written`: as it was written. */
export const contentQuerySchema = z.object({ form: z.enum(['said', 'written']).default('said') });

/** What the checks found, by code; the words for it are the reader's. */
export const findingsSchema = z.object({
  findings: z.array(
    z.object({
      check: z.enum(checkNames),
      code: z.string(),
      severity: z.enum(['block', 'advice']),
      at: z.object({
        stepId: z.string().optional(),
        objectionId: z.string().optional(),
        field: z.string(),
        language: z.enum(['fr', 'en']).optional(),
        from: z.number().int().optional(),
        to: z.number().int().optional(),
      }),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

/** The version number and the moment of publishing are the hub's to give. */
export const draftSchema = scriptSchema.omit({ id: true, version: true, publishedAt: true });
export type Draft = z.infer<typeof draftSchema>;

/** `revision` is the one that the writer began from. */
export const savingSchema = z.object({ revision, content: draftSchema });
export const ofRevisionSchema = z.object({ revision });
export const reasonedSchema = z.object({ reason: why });
/** From now on, or from a date to come. */
export const publishingSchema = z.object({ from: instantSchema.optional() }).nullish();

export const scriptPathSchema = z.object({ scriptId: scriptIdSchema });
export const versionPathSchema = scriptPathSchema.extend({
  version: z.coerce.number().int().min(1).max(1_000_000),
});

/** A text that came when somebody else had saved: kept beside the draft. */
export const asideSchema = z.object({
  by: idSchema,
  at: instantSchema,
  /** The revision that its writer began from. */
  revision,
  content: scriptSchema,
});
export const asidesSchema = z.object({ asides: z.array(asideSchema) });

export const versionEventSchema = z.object({
  deed: z.enum(['create', ...versionDeeds]),
  by: someone,
  at: instantSchema,
  reason: z.string().nullable(),
  validFrom: moment,
});
export type VersionEvent = z.infer<typeof versionEventSchema>;
export const versionEventsSchema = z.object({ events: z.array(versionEventSchema) });

export const newCommentSchema = z.object({
  /** Null: of the whole version. */
  stepId: z.string().max(60).nullable().default(null),
  /** The comment that it answers; it then belongs to the same step. */
  parentId: idSchema.nullable().default(null),
  text: z.string().trim().min(1).max(2000),
});
export const commentSchema = z.object({
  id: idSchema,
  stepId: z.string().nullable(),
  parentId: idSchema.nullable(),
  by: idSchema,
  at: instantSchema,
  text: z.string(),
  resolvedBy: someone,
  resolvedAt: moment,
});
export type SpeechComment = z.infer<typeof commentSchema>;
export const commentsSchema = z.object({ comments: z.array(commentSchema) });
export const commentPathSchema = versionPathSchema.extend({ commentId: idSchema });
export const resolvingSchema = z.object({ resolved: z.boolean() });
