/** How satisfied a customer said she was, on which scale, and with which contact. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

/** The contact by its id here, or by the switch's name of the call. */
export const surveyedSchema = z.union([
  z.strictObject({ interactionId: idSchema }),
  z.strictObject({ callUid: z.string().min(1).max(200) }),
]);

const number = z.number().min(-1000).max(1000);
export const satisfactionSchema = z
  .object({
    score: number,
    scale: z
      .object({ min: number, max: number })
      .refine(({ min, max }) => min < max, { path: ['max'], message: 'not above min' }),
    /** Absent: the last contact that an advisor had with her, within seven days before. */
    about: surveyedSchema.optional(),
  })
  .refine(({ score, scale }) => score >= scale.min && score <= scale.max, {
    path: ['score'],
    message: 'outside its scale',
  });
export type Satisfaction = z.infer<typeof satisfactionSchema>;
