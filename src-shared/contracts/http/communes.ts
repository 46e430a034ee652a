/** Communes with where they lie: found by name, around one, or inside what was drawn. */
import { z } from 'zod';
import { communeCodeSchema, farthestKm, pointSchema } from '../../domain/campaign/audience.ts';

const count = z.number().int().min(0);

export const communeSchema = z.object({
  code: communeCodeSchema,
  name: z.string(),
  department: z.string(),
  postcodes: z.array(z.string()),
  population: count,
  /** Null: nobody told where it lies. */
  at: pointSchema.nullable(),
  /** `postal`: taken from its neighbours of the same postcode, a few kilometres off at most times. */
  precision: z.enum(['centre', 'postal', 'unknown']),
  /** From where it was asked for, as the crow flies. */
  km: z.number().min(0).nullable(),
});
export type Commune = z.infer<typeof communeSchema>;

export const communesQuerySchema = z
  .object({
    /** Part of a name, or a postcode. */
    search: z.string().trim().min(2).max(60).optional(),
    /** The code of the commune that it is around. */
    near: communeCodeSchema.optional(),
    /** Its own place instead. */
    lon: z.coerce.number().min(-180).max(180).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    /** As the crow flies. */
    km: z.coerce.number().min(0.1).max(farthestKm).default(15),
  })
  .refine(
    ({ search, near, lon, lat }) =>
      [search, near, lon].filter((one) => one !== undefined).length === 1 &&
      (lon === undefined) === (lat === undefined),
    { path: ['search'], message: 'either a search, or near a commune, or lon with lat' },
  );

/** The first point need not come again at the end. */
export const drawnSchema = z.object({ drawn: z.array(pointSchema).min(3).max(200) });

export const communesSchema = z.object({
  communes: z.array(communeSchema),
  /** More were found than are told. */
  more: z.boolean(),
  attribution: z.string(),
});
export type Communes = z.infer<typeof communesSchema>;

export const areaBodySchema = z.object({
  communes: z.array(communeCodeSchema).min(1).max(2000),
  /** Households that hold no account: no order of the brand is known of them. */
  bought: z.enum(['any', 'never']).default('any'),
});

export const areaSchema = z.object({
  communes: z.array(
    z.object({
      code: communeCodeSchema,
      households: count,
      /** Of whom the law was asked: fewer than there are where very many live in the area. */
      weighed: count,
      /** Where not all were weighed, the same share of all of them. */
      callable: count,
    }),
  ),
});
export type AreaCounts = z.infer<typeof areaSchema>;
