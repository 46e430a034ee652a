/** A message that an advisor writes herself: by which channel, to which address, answering what. Plain text. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

/** Channels by which she writes; of chat and social the address is the conversation that she answers. */
export const writtenChannels = ['email', 'sms', 'chat', 'social'] as const;
export const writtenChannelSchema = z.enum(writtenChannels);
export type WrittenChannel = z.infer<typeof writtenChannelSchema>;

export const subjectAtMost = 200;
export const bodyAtMost = 4000;

export const insertedArticleSchema = z.object({ id: idSchema, version: z.number().int().min(1) });

/** What an exchange tells of the message that it is; its words are the exchange's title and summary. */
export const sentMessageSchema = z.object({
  /** An address or number of hers; null: into the conversation that is answered. */
  to: z.string().max(200).nullable(),
  /** The exchange that it answers. */
  inReplyTo: idSchema.nullable().default(null),
  /** The articles whose words it carries. */
  articles: z.array(insertedArticleSchema).max(20).default([]),
});
export type SentMessage = z.infer<typeof sentMessageSchema>;

/** What she types. More is kept than can be sent: nothing is cut without her. */
export const messageDraftSchema = z.object({
  channel: writtenChannelSchema,
  to: z.string().max(200).nullable(),
  subject: z.string().max(1000),
  body: z.string().max(40_000),
  /** With the words that were inserted: while they stand in the body, the article is carried. */
  articles: z.array(insertedArticleSchema.extend({ text: z.string().max(5000) })).max(20),
});
export type MessageDraft = z.infer<typeof messageDraftSchema>;

/** Where a message that answers `channel` goes, if it can be answered in writing. */
export const answeringChannel = (channel: string): WrittenChannel | null => {
  if (channel === 'form') return 'email';
  return writtenChannels.find((one) => one === channel) ?? null;
};
