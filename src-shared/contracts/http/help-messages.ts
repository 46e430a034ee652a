/** /v1/help/messages: what advisors and their leads write to one another, and who has read it. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();

export const urgencies = ['information', 'urgent'] as const;

/** What is older is shown nowhere any more. */
export const messagesShownMs = 12 * 3_600_000;
/** How long the hub keeps one. */
export const messagesKeptDays = 7;
export const messageLength = 500;

export const messageToSchema = z.discriminatedUnion('kind', [
  /** By an advisor, to whoever leads her. */
  z.object({ kind: z.literal('leads') }),
  /** By a lead, to one advisor of hers. */
  z.object({ kind: z.literal('advisor'), userId: idSchema }),
  /** By a lead, to everybody of a team of hers. */
  z.object({ kind: z.literal('team'), teamId: idSchema }),
]);
export type MessageTo = z.infer<typeof messageToSchema>;

export const messageOrderSchema = z.object({
  /** Made by the desktop: sent twice it is one message. */
  id: idSchema,
  to: messageToSchema,
  words: z.string().trim().min(1).max(messageLength),
  urgency: z.enum(urgencies),
});
export type MessageOrder = z.infer<typeof messageOrderSchema>;

const readerSchema = z.object({
  userId: idSchema,
  name: z.string().max(200),
  /** Null: not yet. */
  at: instantSchema.nullable(),
});

export const helpMessageSchema = z.object({
  id: idSchema,
  fromId: idSchema,
  fromName: z.string().max(200),
  /** Whose talk with her leads it is in; null: it is for a team. */
  advisorId: idSchema.nullable(),
  teamId: idSchema.nullable(),
  words: z.string().max(messageLength),
  urgency: z.enum(urgencies),
  /** The switch's name of the call that the advisor was in. */
  callId: z.string().max(200).nullable(),
  at: instantSchema,
  /** When I have read it; null: it is mine, or I have not. */
  readAt: instantSchema.nullable(),
  /** Whether it is for me to read. */
  isToMe: z.boolean(),
  /** Who reads it, as its sender and other leads see it; of a team everybody, of a talk who has. */
  readers: z.array(readerSchema).max(1000),
});
export type HelpMessage = z.infer<typeof helpMessageSchema>;

export const helpMessagesSchema = z.object({ messages: z.array(helpMessageSchema).max(1000) });
export const messagesReadSchema = z.object({ ids: z.array(idSchema).min(1).max(100) });
