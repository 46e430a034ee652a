/** One exchange with a customer on one channel. Appended, never rewritten: a wrap-up adds to it. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { sentArticleSchema } from '../article/sent-article.ts';
import { callQualitySchema } from '../call-quality/call-quality.ts';
import { ivrSchema } from '../ivr/ivr.ts';
import { callPurposeSchema } from '../law/purpose.ts';
import { sentMessageSchema } from '../message/message.ts';
import { speechRecordSchema } from '../script/progress.ts';
import { satisfactionSchema } from '../survey/satisfaction-answer.ts';
import { channelSchema, directionSchema } from './channel.ts';

export const instantSchema = z.iso.datetime();
export const e164Schema = z.string().regex(/^\+[1-9]\d{5,14}$/);

/**
 * How an exchange ended. For the telephone the seven first never look the same on screen:
 * `abandoned` is a caller who gave up while it rang, `missed` one whom nobody answered in time,
 * `refused` one whom the advisor declined, `failed` a call that could not be made or broke.
 */
export const outcomes = [
  'answered',
  'missed',
  'abandoned',
  'refused',
  'failed',
  'busy',
  'no-answer',
  'answered-elsewhere',
  'done',
  'unanswered',
  'undelivered',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** How a call was handed on: without asking first, after asking, or to a place where it waits. */
export const handingWays = ['blind', 'attended', 'parked'] as const;
export type HandingWay = (typeof handingWays)[number];

export const hangupSides = ['customer', 'advisor', 'network', 'program-stopped'] as const;

/** `failure` of a call that came in while its advisor was not to be disturbed: nobody heard it ring. */
export const notPutThrough = 'do-not-disturb';

/** Facts only a telephone call has; `sipStatus` is the final response of RFC 3261 where one came. */
export const callFactsSchema = z.object({
  callUid: z.string().max(200).nullable(),
  customerNumber: e164Schema.nullable(),
  numberHidden: z.boolean(),
  calledNumber: e164Schema.nullable(),
  answeredAt: instantSchema.nullable(),
  endedBy: z.enum(hangupSides).nullable(),
  failure: z.string().max(60).nullable(),
  sipStatus: z.number().int().min(100).max(699).nullable(),
  heldMs: z.number().int().min(0),
  /** Whom the call was handed over to: a name or a number; null when it ended with the advisor. */
  transferredTo: z.string().max(120).nullable().default(null),
  /** How; absent from desktops that do not tell it, and where it was not. */
  transferredHow: z.enum(handingWays).optional(),
  training: z.boolean(),
  /** What a call that was made was for; absent: nobody said. */
  purpose: callPurposeSchema.optional(),
  /** What the caller typed and said to a voice server before. */
  ivr: ivrSchema.optional(),
  /** How it sounded; absent from desktops that do not measure it. */
  quality: callQualitySchema.optional(),
});
export type CallFacts = z.infer<typeof callFactsSchema>;

export const noteLineSchema = z.object({ at: instantSchema, text: z.string().max(4000) });
export type NoteLine = z.infer<typeof noteLineSchema>;

export const interactionSchema = z.object({
  id: idSchema,
  customerId: idSchema.nullable(),
  brandId: z.string().max(40),
  channel: channelSchema,
  direction: directionSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** When the hub heard of it; null while it waits on a desktop. */
  recordedAt: instantSchema.nullable(),
  outcome: outcomeSchema,
  advisorId: idSchema.nullable(),
  queue: z.string().max(80).nullable(),
  campaignId: idSchema.nullable(),
  reasonCode: z.string().max(60).nullable(),
  dispositionCode: z.string().max(60).nullable(),
  title: z.string().max(200),
  /** The customer's own words, shown in italic; null when there are none. */
  customerWords: z.string().max(4000).nullable(),
  summary: z.string().max(4000).nullable(),
  notes: z.array(noteLineSchema).max(500),
  caseId: idSchema.nullable(),
  /** Links an exchange over channels: an e-mail that follows a call has the call's thread. */
  threadId: idSchema.nullable(),
  call: callFactsSchema.nullable(),
  speech: speechRecordSchema.nullable(),
  wrapUpEndedAt: instantSchema.nullable(),
  /** The IANA zone where it happened; absent or null: not told. */
  zone: z.string().max(60).nullish(),
  /** The article that was sent by it, in which version. */
  article: sentArticleSchema.nullish(),
  /** An advisor wrote it: to which address, answering what, with which articles' words in it. */
  message: sentMessageSchema.nullish(),
  /** The answer to a survey. */
  satisfaction: satisfactionSchema.nullish(),
  /** When somebody corrected it last; what it was before is kept as a revision. */
  correctedAt: instantSchema.nullish(),
});
export type Interaction = z.infer<typeof interactionSchema>;
