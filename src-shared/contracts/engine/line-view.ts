/** What the windows see of the telephone line. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { errorCodes } from '../../kernel/error-codes.ts';

export const lineViewSchema = z.object({
  status: z.enum(['off', 'connecting', 'registered', 'lost', 'refused']),
  since: instantSchema,
  error: z.enum(errorCodes).nullable(),
  extension: z.string().nullable(),
  training: z.boolean(),
  /** Next automatic try, while lost. */
  retryAt: instantSchema.nullable(),
  /** The switch has places to park calls at; a call that rings at a colleague can be taken. */
  parks: z.boolean(),
  /** False: no call takes itself up here, whatever it asks for. */
  takesUp: z.boolean().optional(),
  picksUp: z.boolean(),
});
