/** What travels over the port between a window and the engine. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import type { BoardNews } from '../live/board-state.ts';
import { customerBundleSchema } from '../sync/pull.ts';

export const requestMessageSchema = z.object({
  type: z.literal('request'),
  id: z.number().int().min(0),
  name: z.string().max(60),
  input: z.unknown(),
});

export const responseMessageSchema = z.discriminatedUnion('ok', [
  z.object({
    type: z.literal('response'),
    id: z.number().int(),
    ok: z.literal(true),
    value: z.unknown(),
  }),
  z.object({
    type: z.literal('response'),
    id: z.number().int(),
    ok: z.literal(false),
    error: z.object({ code: z.enum(errorCodes), detail: z.string().optional() }),
  }),
]);

/** Slices by name, each whole. The first message on a new port holds them all: the snapshot. */
export const slicesMessageSchema = z.object({
  type: z.literal('slices'),
  slices: z.record(z.string(), z.unknown()),
});

/** A customer's 360, sent before the work item that shows it, and again when it changes. */
export const customerMessageSchema = z.object({
  type: z.literal('customer'),
  bundle: customerBundleSchema,
  freshAt: instantSchema,
});

export const noticeNames = [
  'callbacks-changed',
  'outbox-changed',
  'show-work',
  'call-missed',
  'team-call-gone',
] as const;
export type NoticeName = (typeof noticeNames)[number];

/** A key pressed outside the window or a thing that the windows act on, once. */
export const noticeMessageSchema = z.object({
  type: z.literal('notice'),
  name: z.enum(noticeNames),
  id: z.string().nullable(),
});

export type EngineMessage =
  | z.infer<typeof responseMessageSchema>
  | z.infer<typeof slicesMessageSchema>
  | z.infer<typeof customerMessageSchema>
  | z.infer<typeof noticeMessageSchema>
  /** What changed of the board that a team lead watches. */
  | { readonly type: 'lead-board'; readonly news: BoardNews };
