/** Duplicates on the screen: asked of the hub each time, because people decide about what is now. */
import { z } from 'zod';
import { choicesSchema } from '../../domain/identity/combine-cards.ts';
import { idSchema } from '../../kernel/ids.ts';
import {
  duplicatesSchema,
  likenessesSchema,
  mergedSchema,
  mergesSchema,
  pairSchema,
} from '../http/duplicates.ts';

export const duplicateCommands = {
  'duplicates.list': {
    input: z.object({}),
    output: duplicatesSchema.pick({ duplicates: true, total: true }).extend(mergesSchema.shape),
  },
  'duplicates.merge': {
    input: z.object({ survivorId: idSchema, absorbedId: idSchema, choices: choicesSchema }),
    output: mergedSchema,
  },
  'duplicates.undo': { input: z.object({ mergeId: idSchema }), output: mergedSchema },
  'duplicates.dismiss': { input: pairSchema, output: z.null() },
  /** Whom a customer may be as well. */
  'duplicates.of': { input: z.object({ customerId: idSchema }), output: likenessesSchema },
  'duplicates.report': { input: pairSchema, output: z.null() },
} as const;
