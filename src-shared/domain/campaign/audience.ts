/** Whom a campaign is for, as its author draws it; the list is made of whom this finds. */
import { z } from 'zod';
import { segments } from '../customer/customer.ts';

/** Code officiel géographique. */
export const communeCodeSchema = z.string().regex(/^[0-9][0-9AB][0-9]{3}$/);
const share = z.number().min(0).max(1);
/** Longitude and latitude in degrees, WGS 84. */
export const pointSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type GeoPoint = z.infer<typeof pointSchema>;

export const mostCommunes = 2000;
export const farthestKm = 100;

export const audienceSchema = z.object({
  by: z.enum(['everybody', 'departments', 'area']).default('everybody'),
  departments: z
    .array(z.string().regex(/^[0-9][0-9AB][0-9]?$/))
    .max(110)
    .default([]),
  /** The catchment area of an agency: around a commune, or drawn, and then with what was taken out or added. */
  centre: communeCodeSchema.nullable().default(null),
  radiusKm: z.number().min(1).max(farthestKm).default(15),
  drawn: z.array(pointSchema).min(3).max(200).nullable().default(null),
  communes: z.array(communeCodeSchema).max(mostCommunes).default([]),
  segments: z.array(z.enum(segments)).max(4).default([]),
  vip: z.boolean().nullable().default(null),
  /** `never`: households that hold no account: no order of the brand is known of them. */
  bought: z.enum(['any', 'never']).default('any'),
  minValueCents: z.number().int().min(0).nullable().default(null),
  /** The score that a study gave them. */
  minScore: share.nullable().default(null),
});
export type Audience = z.infer<typeof audienceSchema>;

/** What the list is asked for; what is left open asks for nothing. */
export const queryOf = (audience: Audience) => {
  const {
    by,
    departments,
    communes,
    segments: some,
    vip,
    bought,
    minValueCents,
    minScore,
  } = audience;
  return {
    ...(by === 'departments' && departments.length > 0 ? { departments } : {}),
    ...(by === 'area' ? { communes } : {}),
    ...(some.length > 0 ? { segments: some } : {}),
    ...(vip === null ? {} : { vip }),
    ...(minValueCents === null ? {} : { minValueCents }),
    ...(minScore === null ? {} : { minScore }),
    bought,
  };
};
