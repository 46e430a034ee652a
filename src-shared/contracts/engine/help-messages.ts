/** What windows ask about messages between an advisor and her leads. */
import { z } from 'zod';
import { messageOrderSchema, messagesReadSchema } from '../http/help-messages.ts';

export const helpMessageCommands = {
  /** What could not go to one person is said at once; what is for a team waits for the hub. */
  'talk.write': {
    input: messageOrderSchema.omit({ id: true }),
    output: z.object({ gone: z.enum(['sent', 'waits']) }),
  },
  'talk.read': { input: messagesReadSchema, output: z.null() },
  /** One that waits, or did not go, is let go. */
  'talk.drop': { input: messageOrderSchema.pick({ id: true }), output: z.null() },
} as const;
