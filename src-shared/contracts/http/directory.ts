/** Administration of people: users, their brands and lines, teams. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { teamSchema, userSchema } from '../../domain/user/user.ts';

const passwordSchema = z.string().min(12).max(200);

export const accountSchema = userSchema.extend({
  active: z.boolean(),
  /** null: no line, so no softphone. */
  extension: z.string().nullable(),
  /** When a desktop of hers last asked for anything; null: never, or too long ago to be known. */
  lastSeenAt: instantSchema.nullable().default(null),
});
export type Account = z.infer<typeof accountSchema>;

export const newAccountSchema = userSchema.omit({ id: true }).extend({ password: passwordSchema });
export type NewAccount = z.infer<typeof newAccountSchema>;

export const accountChangeSchema = userSchema
  .omit({ id: true, login: true })
  .extend({ active: z.boolean(), password: passwordSchema })
  .partial();
export type AccountChange = z.infer<typeof accountChangeSchema>;

export const lineChangeSchema = z.object({
  extension: z.string().regex(/^[0-9]{2,10}$/),
  password: z.string().min(8).max(200),
});
export type LineChange = z.infer<typeof lineChangeSchema>;

export const newTeamSchema = teamSchema
  .omit({ id: true })
  .extend({ name: z.string().min(1).max(80) });
export const accountsSchema = z.object({ users: z.array(accountSchema) });
/** `outsourcer` null: its people are the house's own. */
export const teamChangeSchema = newTeamSchema
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'nothing to change',
  });
export type TeamChange = z.infer<typeof teamChangeSchema>;
export const teamsSchema = z.object({ teams: z.array(teamSchema) });
