/** What the screens see of a series that is being taken, and what a team lead's form asks for. */
import { z } from 'zod';
import {
  playSoundSchema,
  rolePlayDraftSchema,
  rolePlayHeadSchema,
  rolePlaySchema,
  seriesDraftSchema,
  seriesSchema,
} from '../../domain/role-play/role-play.ts';
import { playRunSchema } from '../../domain/role-play/run.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { repertoireSchema, runsSchema, soundKeptSchema } from '../http/role-plays.ts';

const moment = z.iso.datetime();

/** What the simulated customer did: said something, keyed tones, put the advisor on hold. */
export const deedSchema = z.object({
  kind: z.enum(['said', 'tones', 'music']),
  text: z.string().max(400),
  at: moment,
});
export type Deed = z.infer<typeof deedSchema>;

export const takingSchema = z.object({
  takingId: idSchema,
  seriesId: idSchema.nullable(),
  title: z.string(),
  passMark: z.number(),
  plays: z.array(rolePlayHeadSchema),
  /** The one that is played, or comes next; beyond the last one the series is over. */
  position: z.number().int().min(0),
  stage: z.enum(['between', 'calling', 'playing', 'finished']),
  deeds: z.array(deedSchema),
  runs: z.array(playRunSchema),
  error: z.enum(errorCodes).nullable(),
});
export type Taking = z.infer<typeof takingSchema>;

/** null: she is not in training. */
export const trainingViewSchema = takingSchema.nullable();

const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});
const nothing = z.null();
/** `version`: of what was opened to be changed; null makes a new one. */
const change = { id: idSchema.nullable(), version: z.number().int().min(1).nullable() };

export const trainingCommands = {
  'training.list': command(z.object({}), repertoireSchema.extend(runsSchema.shape)),
  /** A whole series, or one role-play alone. */
  'training.start': command(
    z.object({ kind: z.enum(['series', 'role-play']), id: idSchema }),
    nothing,
  ),
  /** Lets the role-play of this position ring (or calls it), also once more. */
  'training.call': command(z.object({ position: z.number().int().min(0).max(19) }), nothing),
  'training.stop': command(z.object({}), nothing),
  'training.save': command(z.object({ ...change, draft: rolePlayDraftSchema }), rolePlaySchema),
  'training.remove': command(z.object({ id: idSchema }), nothing),
  'training.save-series': command(z.object({ ...change, draft: seriesDraftSchema }), seriesSchema),
  'training.remove-series': command(z.object({ id: idSchema }), nothing),
  /** A sentence in her own voice: begins, and, ended, is kept in the hub. */
  'training.record': command(z.object({}), nothing),
  'training.keep-recording': command(z.object({ brandId: z.string().max(40) }), soundKeptSchema),
  'training.hear': command(z.object({ sound: playSoundSchema }), nothing),
} as const;
