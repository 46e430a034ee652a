/** Messages that she writes: kept here at each keystroke, sent once, and then an exchange like all others. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { messageDraftSchema } from '../../domain/message/message.ts';
import { idSchema } from '../../kernel/ids.ts';

export const messageItemSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  brandId: z.string().max(40),
  /** The exchange that it answers, and its thread; null: a new one. */
  inReplyTo: idSchema.nullable(),
  threadId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  draft: messageDraftSchema,
  /** Grows with each draft the app sends; an older one never overwrites a newer one. */
  revision: z.number().int(),
  savedAt: instantSchema.nullable(),
  saved: z.enum(['none', 'disk', 'memory']),
});
export type MessageItem = z.infer<typeof messageItemSchema>;

const messageRef = z.object({ messageId: idSchema });
const written = messageRef.extend({ revision: z.number().int().min(1), draft: messageDraftSchema });

export const messageCommands = {
  /** Takes up the message to this customer that was begun before, else begins one. */
  'messages.begin': {
    input: z.object({
      customerId: idSchema,
      brandId: z.string().max(40),
      inReplyTo: idSchema.nullable(),
      caseId: idSchema.nullable(),
    }),
    output: z.object({ messageId: idSchema }),
  },
  /** The draft, whole, at each keystroke; answers when it is safe on the disk. */
  'messages.save': {
    input: written,
    output: z.object({ savedAt: instantSchema, saved: z.enum(['disk', 'memory']) }),
  },
  /** It becomes an exchange in the outbox, and is no draft any more: both or neither. */
  'messages.send': { input: written, output: z.object({ interactionId: idSchema }) },
  'messages.drop': { input: messageRef, output: z.null() },
} as const;
