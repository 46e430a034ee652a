/** What a call of the training line knows of the role-play that it is; its script stays hidden. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { levels, moods, type RolePlay } from './role-play.ts';

export const playedRoleSchema = z.object({
  takingId: idSchema,
  seriesId: idSchema.nullable(),
  rolePlayId: idSchema,
  title: z.string().max(80),
  level: z.enum(levels),
  character: z.object({ name: z.string().max(80), about: z.string().max(400) }),
  mood: z.enum(moods),
  goal: z.string().max(300),
  expectedDispositions: z.array(z.string().max(60)).max(9),
  transferExpected: z.boolean(),
});
export type PlayedRole = z.infer<typeof playedRoleSchema>;

export const playedRole = (
  play: RolePlay,
  takingId: string,
  seriesId: string | null,
): PlayedRole => ({
  takingId,
  seriesId,
  rolePlayId: play.id,
  title: play.title,
  level: play.level,
  character: play.character,
  mood: play.mood,
  goal: play.goal,
  expectedDispositions: play.expectedDispositions,
  transferExpected: play.steps.some(({ kind }) => kind === 'expect-transfer'),
});
