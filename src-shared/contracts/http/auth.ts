/** Sign-in: short access tokens, rotating refresh tokens; a reused one ends its whole family. */
import { z } from 'zod';
import { placesIn } from '../../domain/team-call/team-call.ts';
import { userSchema } from '../../domain/user/user.ts';

export const signInRequestSchema = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  deviceId: z.uuid(),
});

const dialled = /^[0-9*#]{1,20}$/;

/** A place is a number of the switch: sent there a call waits, and who calls it has the call. */
export const parkingSchema = z.object({
  places: z.array(z.string().regex(dialled)).min(1).max(100),
  backAfterS: z.number().int().min(10).max(3600),
});
export type Parking = z.infer<typeof parkingSchema>;

/** Places as they are configured: "701-709" or "701, 702". */
export const parkingPlacesSchema = z
  .string()
  .refine((text) => placesIn(text) !== null, 'must be like 701-709 or 701,702');

/** `seconds` after which the switch sends a parked call back. */
export const parkingOf = (places: string | undefined, seconds: number): Parking | null => {
  const list = places === undefined ? null : placesIn(places);
  return list === null ? null : { places: list, backAfterS: Math.max(10, seconds) };
};

/** What the softphone needs to register; `urls` in order of preference. */
export const lineSettingsSchema = z.object({
  urls: z
    .array(z.string().regex(/^wss?:\/\//))
    .min(1)
    .max(8),
  user: z.string().min(1).max(80),
  password: z.string().max(200),
  domain: z.string().min(1).max(200),
  displayName: z.string().max(120),
  iceServers: z.array(
    z.object({
      urls: z.array(z.string()).min(1),
      username: z.string().optional(),
      credential: z.string().optional(),
    }),
  ),
  /** Headers that may carry the number called, tried in order before To. */
  calledNumberHeaders: z.array(z.string().max(60)).max(10),
  /** How keyed tones travel: in the media (RFC 4733), or as INFO requests for switches that want that. */
  tones: z.enum(['rfc4733', 'info']).default('rfc4733'),
  /** Whether a call takes itself up after a beep: when its INVITE asks for it, always, or never. */
  autoAnswer: z.enum(['never', 'asked', 'always']).default('asked'),
  /** How a call is answered that comes in while she is not to be disturbed: 486 or 480 (RFC 3261). */
  doNotDisturb: z.enum(['busy', 'unavailable']).default('busy'),
  /** Places where calls are parked, and how long one waits there before it comes back; null: none. */
  parking: parkingSchema.nullable().default(null),
  /** Dialled before a colleague's extension to take the call that rings there; null: it cannot be. */
  pickUp: z.string().regex(dialled).nullable().default(null),
  /** The training switch: simulated customers only, never a real telephone. */
  training: z.boolean(),
});
export type LineSettings = z.infer<typeof lineSettingsSchema>;

export const sessionSchema = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.iso.datetime(),
  refreshToken: z.string(),
  refreshExpiresAt: z.iso.datetime(),
  user: userSchema,
  line: lineSettingsSchema.nullable(),
  serverTime: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

export const refreshRequestSchema = z.object({
  refreshToken: z.string().min(1).max(500),
  deviceId: z.uuid(),
});

/** null where there is no training switch. */
export const customerLineSchema = z.object({
  trainingCustomer: lineSettingsSchema.nullable(),
  /** Her own line at the switch, also where a PBX serves her real calls. */
  trainingAdvisor: lineSettingsSchema.nullable().default(null),
});
export type TrainingLines = z.infer<typeof customerLineSchema>;
