/** /v1/schedules/today and /v1/schedules/moves: the day under way, who could move, and what they answered. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { moveKinds } from '../../domain/schedule/moves/who-should-move.ts';
import { daySchema, pieceSchema } from '../../domain/schedule/piece.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int();
const minute = z.number().int().min(0);

export const askStatuses = ['asked', 'accepted', 'declined', 'withdrawn'] as const;
export type AskStatus = (typeof askStatuses)[number];

/** One person asked to change her day. */
export const moveAskSchema = z.object({
  id: idSchema,
  move: z.string(),
  userId: idSchema,
  name: z.string(),
  day: daySchema,
  kind: z.enum(moveKinds),
  brandId: z.string(),
  from: minute,
  to: minute,
  before: z.array(pieceSchema),
  after: z.array(pieceSchema),
  status: z.enum(askStatuses),
  askedAt: instantSchema,
});
export type MoveAsk = z.infer<typeof moveAskSchema>;

const serviceSchema = z.object({
  share: z.number(),
  worst: z.number(),
  best: z.number(),
  waitSeconds: z.number(),
});

export const moveSchema = z.object({
  id: z.string().max(600),
  kind: z.enum(moveKinds),
  leaves: z.string().nullable(),
  brandId: z.string(),
  from: minute,
  to: minute,
  people: z.array(z.object({ userId: idSchema, name: z.string() })),
  gain: count,
  keeps: z.object({ people: count, needed: count }).nullable(),
});

export const todayQuerySchema = z.object({ teamId: idSchema.optional() });
export const todaySchema = z.object({
  at: instantSchema,
  day: daySchema,
  /** Whether enough days are known to tell what is needed. */
  known: z.boolean(),
  goal: z.object({ share: z.number(), targetSeconds: z.number() }),
  /** How far the last four such days were off, of the brand with most calls; null: none is known. */
  error: z.number().min(0).nullable(),
  handlingSeconds: z.number().min(0),
  /** Of all the team's brands: needed with its interval, and planned. */
  quarters: z.array(
    z.object({
      from: z.string(),
      over: z.boolean(),
      needed: count,
      low: count,
      high: count,
      planned: count,
      /** Advisors missing, brand by brand: one may be short while another has people to spare. */
      missing: count,
    }),
  ),
  advice: z
    .object({
      shortfall: z.object({ brandId: z.string(), from: minute, to: minute, missing: count }),
      moves: z.array(moveSchema),
      enough: count,
      before: serviceSchema,
      after: serviceSchema,
    })
    .nullable(),
  asks: z.array(moveAskSchema),
});
export type Today = z.infer<typeof todaySchema>;

export const askMovesSchema = z.object({
  teamId: idSchema.optional(),
  ids: z.array(z.string().max(600)).min(1).max(20),
});
export type AskMoves = z.infer<typeof askMovesSchema>;
export const moveAsksSchema = z.object({ asks: z.array(moveAskSchema) });
export const moveAskPathSchema = z.object({ askId: idSchema });
export const answerMoveSchema = z.object({ answer: z.enum(['accept', 'decline', 'withdraw']) });
export type MoveAnswer = z.infer<typeof answerMoveSchema>['answer'];
