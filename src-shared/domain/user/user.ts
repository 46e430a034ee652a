/** Who works here, in which role, for which brands. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

export const roles = ['advisor', 'team-lead', 'brand-manager', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export const userSchema = z.object({
  id: idSchema,
  login: z.string().min(1).max(80),
  firstName: z.string().max(80),
  lastName: z.string().max(80),
  role: roleSchema,
  teamId: idSchema.nullable(),
  locale: z.enum(['fr', 'en']),
  brandIds: z.array(z.string().max(40)).max(100),
});
export type User = z.infer<typeof userSchema>;

export const teamSchema = z.object({
  id: idSchema,
  name: z.string().max(80),
  /** The house that employs its people, when it is another one: they use the speeches as they are. */
  outsourcer: z.string().min(1).max(80).nullable().optional(),
});
export type Team = z.infer<typeof teamSchema>;
