/** What a person may ask for (GDPR 15 to 18), and how long what is kept. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const reasonSchema = z.object({ reason: z.string().trim().min(3).max(500) });

/** Everything that is kept of one person: by section, the rows as they are kept. */
export const personalDataSchema = z.object({
  customerId: idSchema,
  madeAt: instantSchema,
  sections: z.array(
    z.object({ name: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
  ),
  /** Who looked at the person's data, from newest to oldest. */
  seenBy: z.array(z.object({ at: instantSchema, who: z.string().nullable(), what: z.string() })),
});
export type PersonalData = z.infer<typeof personalDataSchema>;

export const erasureSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  reason: z.string(),
  askedBy: idSchema.nullable(),
  at: instantSchema,
  /** Rows erased, by table. */
  counts: z.record(z.string(), z.number().int()),
  /** Desktops that held data of these brands in the last thirty days, and when each confirmed. */
  desktops: z.array(
    z.object({
      deviceId: idSchema,
      userId: idSchema,
      lastSeenAt: instantSchema,
      confirmedAt: instantSchema.nullable(),
    }),
  ),
});
export type Erasure = z.infer<typeof erasureSchema>;
export const erasuresSchema = z.object({ erasures: z.array(erasureSchema) });

export const restrictionSchema = z.object({
  customerId: idSchema,
  restrictedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
});

export const retentionKinds = [
  'inactive-customers',
  'words-and-notes',
  'consent-proofs',
  'audit-log',
  'practice',
  'dial-decisions',
  'help-visits',
  'article-notes',
] as const;
export const retentionKindSchema = z.enum(retentionKinds);
export type RetentionKind = z.infer<typeof retentionKindSchema>;

export const purgeSchema = z.object({
  seq: z.number().int(),
  kind: retentionKindSchema,
  at: instantSchema,
  before: instantSchema,
  count: z.number().int(),
  /** Of this purge and the one before it: a chain. */
  digest: z.string(),
});
export type Purge = z.infer<typeof purgeSchema>;

export const retentionSchema = z.object({
  rules: z.array(
    z.object({
      kind: retentionKindSchema,
      days: z.number().int(),
      changedBy: idSchema.nullable(),
      changedAt: instantSchema.nullable(),
      why: z.string().nullable(),
      /** How many would go now. */
      due: z.number().int(),
      last: purgeSchema.nullable(),
    }),
  ),
  chain: z.object({
    purges: z.number().int(),
    /** The first purge that is not what it was; null: the chain is whole. */
    brokenAt: z.number().int().nullable(),
  }),
});
export type Retention = z.infer<typeof retentionSchema>;
export const retentionChangeSchema = reasonSchema.extend({
  days: z.number().int().min(1).max(36_500),
});
export const purgesSchema = z.object({ purges: z.array(purgeSchema) });
