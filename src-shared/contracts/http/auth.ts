/** Sign-in: short access tokens, rotating refresh tokens; a reused one ends its whole family. */
import { z } from 'zod';
import { userSchema } from '../../domain/user/user.ts';

export const signInRequestSchema = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  deviceId: z.uuid(),
});

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
