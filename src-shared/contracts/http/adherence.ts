/** GET /v1/schedules/adherence: what was planned against what was done, by person and day of a week. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { daySchema } from '../../domain/schedule/piece.ts';
import { idSchema } from '../../kernel/ids.ts';

const minutes = z.number().int().min(0);
const measuredSchema = z.object({ measured: minutes, followed: minutes, excused: minutes });

export const adherenceQuerySchema = z.object({ day: daySchema.optional() });
export const adherenceSchema = z.object({
  at: instantSchema,
  week: daySchema,
  people: z.array(
    z.object({
      userId: idSchema,
      name: z.string(),
      days: z.array(measuredSchema.extend({ day: daySchema })),
      week: measuredSchema,
    }),
  ),
});
export type AdherenceWeek = z.infer<typeof adherenceSchema>;
