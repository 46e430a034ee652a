/** Role-plays of the training line over REST: what is played, in which order, and how it went. */
import { z } from 'zod';
import {
  rolePlayDraftSchema,
  rolePlaySchema,
  seriesDraftSchema,
  seriesSchema,
} from '../../domain/role-play/role-play.ts';
import { playRunSchema } from '../../domain/role-play/run.ts';
import { idSchema } from '../../kernel/ids.ts';

export const repertoireSchema = z.object({
  rolePlays: z.array(rolePlaySchema),
  series: z.array(seriesSchema),
});
export type Repertoire = z.infer<typeof repertoireSchema>;

/** `version`: the one that was changed; another one since is `version-superseded`. */
export const rolePlayChangeSchema = z.object({
  version: z.number().int().min(1),
  draft: rolePlayDraftSchema,
});
export const seriesChangeSchema = z.object({
  version: z.number().int().min(1),
  draft: seriesDraftSchema,
});

export const soundTypes = ['audio/webm', 'audio/mpeg', 'audio/wav', 'audio/ogg'] as const;
/** About a minute of speech; base64 adds a third. */
const longestSoundBase64 = 1_400_000;
export const soundSchema = z.object({
  mediaType: z.enum(soundTypes),
  base64: z
    .string()
    .min(4)
    .max(longestSoundBase64)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});
export type Sound = z.infer<typeof soundSchema>;
export const newSoundSchema = soundSchema.extend({ brandId: z.string().max(40) });
export const soundKeptSchema = z.object({ soundId: idSchema });

export const runOfSchema = playRunSchema.extend({ userId: idSchema, userName: z.string() });
export type RunOf = z.infer<typeof runOfSchema>;
export const runsSchema = z.object({ runs: z.array(runOfSchema) });
