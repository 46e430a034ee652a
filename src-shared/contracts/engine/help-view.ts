/** Help, as the windows of an advisor show it. */
import { z } from 'zod';
import { raisedHandSchema } from '../../domain/lead-board/desk-now.ts';

export const helpViewSchema = z.object({
  /** Raised until she lowers it, her call is over, or a lead has come. */
  hand: raisedHandSchema.nullable(),
});
