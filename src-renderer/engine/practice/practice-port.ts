/** What the engine tells the simulated customer, and what that answers. */
import { lineSettingsSchema } from '@shared/contracts/http/auth.ts';
import { soundSchema } from '@shared/contracts/http/role-plays.ts';
import { endingSchema } from '@shared/domain/role-play/play-script.ts';
import { rolePlaySchema } from '@shared/domain/role-play/role-play.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';

export const practiceOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('register'), line: lineSettingsSchema }),
  z.object({
    type: z.literal('ring'),
    callerNumber: z.string(),
    calledNumber: z.string(),
    advisorExtension: z.string(),
  }),
  /** Plays this role: rings the advisor, or waits for her call. `sounds`: by id, those recorded. */
  z.object({
    type: z.literal('play'),
    playId: idSchema,
    rolePlay: rolePlaySchema,
    sounds: z.record(z.string(), soundSchema),
    advisorExtension: z.string(),
  }),
  /** What the engine sees of the advisor's side of the play. */
  z.object({
    type: z.literal('tell'),
    playId: idSchema,
    event: z.enum(['advisor-spoke', 'held', 'resumed']),
  }),
  z.object({ type: z.literal('hang-up') }),
]);
export type PracticeOrder = z.infer<typeof practiceOrderSchema>;

export const practiceReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['registered', 'failed', 'ended']) }),
  z.object({
    type: z.literal('did'),
    playId: idSchema,
    kind: z.enum(['said', 'tones', 'music']),
    text: z.string(),
  }),
  z.object({ type: z.literal('play-over'), playId: idSchema, ending: endingSchema }),
]);
export type PracticeReport = z.infer<typeof practiceReportSchema>;
