/** GET /v1/colleagues: who could take a call now, for transfers and questions. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';
import { advisorStateSchema } from '../sync/mutation.ts';

export const colleagueSchema = z.object({
  userId: idSchema,
  name: z.string(),
  team: z.string().nullable(),
  extension: z.string(),
  brandIds: z.array(z.string()),
  /** null: not known, as when the hub cannot be asked. */
  state: advisorStateSchema.nullable(),
  pauseReason: z.string().nullable(),
  since: instantSchema.nullable(),
});
export type Colleague = z.infer<typeof colleagueSchema>;

export const colleaguesSchema = z.object({ colleagues: z.array(colleagueSchema) });
