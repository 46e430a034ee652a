/** Cards of a customer that other systems fill. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { outsideViewSchema } from '../http/connectors.ts';

const customerAtBrand = { customerId: idSchema, brandId: z.string().max(40) };

export const outsideCommands = {
  /** As the hub keeps them; `known` false: as this desktop keeps them, the hub cannot be reached. */
  'outside.list': {
    input: z.object(customerAtBrand),
    output: z.object({ cards: z.array(outsideViewSchema), known: z.boolean() }),
  },
  /** Asks the system through the hub; `again`: also when an answer is young enough. */
  'outside.ask': {
    input: z.object({ ...customerAtBrand, connectorId: idSchema, again: z.boolean() }),
    output: outsideViewSchema,
  },
} as const;
