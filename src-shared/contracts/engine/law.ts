/** What was decided before calls to a customer. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { keptDecisionSchema } from '../http/law.ts';

export const lawCommands = {
  /** The latest first, as the hub keeps them; `known` false: it could not be asked. */
  'law.decisions': {
    input: z.object({ customerId: idSchema }),
    output: z.object({ decisions: z.array(keptDecisionSchema), known: z.boolean() }),
  },
} as const;
