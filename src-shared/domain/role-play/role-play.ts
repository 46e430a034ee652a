/**
 * A role-play: who the simulated customer is, how she feels, what she wants, and what she does, step
 * by step. Several of them in their order are a series that a trainee takes.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { directionSchema } from '../interaction/channel.ts';
import { e164Schema, instantSchema } from '../interaction/interaction.ts';

export const moods = ['calm', 'hurried', 'hesitant', 'annoyed', 'angry'] as const;
export type Mood = (typeof moods)[number];
export const levels = ['easy', 'medium', 'hard'] as const;
export type Level = (typeof levels)[number];

const seconds = (most: number) => z.number().int().min(1).max(most);

/** What is heard: a sentence that comes with the program, or one that a team lead recorded. */
export const playSoundSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shipped'), name: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
  z.object({ kind: z.literal('recorded'), soundId: idSchema }),
]);
export type PlaySound = z.infer<typeof playSoundSchema>;

export const playStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wait'), seconds: seconds(120) }),
  /** Until the advisor has said something and is quiet again. */
  z.object({ kind: z.literal('listen'), atMostSeconds: seconds(120) }),
  /** Without a sound the trainee reads the text. */
  z.object({
    kind: z.literal('say'),
    text: z.string().trim().min(1).max(400),
    sound: playSoundSchema.nullable(),
  }),
  /** She puts the advisor on hold. */
  z.object({ kind: z.literal('music'), seconds: seconds(60) }),
  z.object({ kind: z.literal('tones'), tones: z.string().regex(/^[0-9*#]{1,20}$/) }),
  z.object({ kind: z.literal('expect-transfer'), withinSeconds: seconds(180) }),
  z.object({ kind: z.literal('hang-up'), manner: z.enum(['polite', 'angry']) }),
]);
export type PlayStep = z.infer<typeof playStepSchema>;
export const stepKinds = playStepSchema.options.map((option) => option.shape.kind.value);

const rolePlayFields = z.object({
  brandId: z.string().max(40),
  title: z.string().trim().min(1).max(80),
  level: z.enum(levels),
  direction: directionSchema,
  character: z.object({
    name: z.string().trim().min(1).max(80),
    about: z.string().trim().max(400),
  }),
  mood: z.enum(moods),
  goal: z.string().trim().min(1).max(300),
  /** The brand's number that she calls, or that is presented to her. */
  brandNumber: e164Schema,
  /** What she shows; null is hidden. */
  customerNumber: e164Schema.nullable(),
  /** How long she lets it ring, and how long she stays on hold (null: for ever). */
  ringPatienceSeconds: seconds(90),
  holdPatienceSeconds: seconds(600).nullable(),
  steps: z.array(playStepSchema).min(1).max(40),
  /** Any of these is right; none given means that every qualification is. */
  expectedDispositions: z.array(z.string().max(60)).max(9),
});

/** Nobody can call a number that she hides. */
const callable = (play: Pick<RolePlayFields, 'direction' | 'customerNumber'>): boolean =>
  play.direction === 'inbound' || play.customerNumber !== null;
type RolePlayFields = z.infer<typeof rolePlayFields>;
const notCallable = { path: ['customerNumber'], message: 'number-needed' };

/** As a team lead writes it; id, version and moment are the hub's. */
export const rolePlayDraftSchema = rolePlayFields.refine(callable, notCallable);
export type RolePlayDraft = z.infer<typeof rolePlayDraftSchema>;

export const rolePlaySchema = rolePlayFields
  .extend({
    id: idSchema,
    version: z.number().int().min(1),
    updatedAt: instantSchema,
  })
  .refine(callable, notCallable);
export type RolePlay = z.infer<typeof rolePlaySchema>;

/** What a list shows of it. */
export const rolePlayHeadSchema = rolePlayFields
  .pick({ title: true, level: true, brandId: true })
  .extend({ id: idSchema });

export const seriesDraftSchema = z.object({
  brandId: z.string().max(40),
  title: z.string().trim().min(1).max(80),
  rolePlayIds: z.array(idSchema).min(1).max(20),
  /** On 5: from this mean on she is ready for real calls. */
  passMark: z.number().min(0).max(5),
});
export type SeriesDraft = z.infer<typeof seriesDraftSchema>;

export const seriesSchema = seriesDraftSchema.extend({
  id: idSchema,
  /** Empty when its last role-play was deleted. */
  rolePlayIds: z.array(idSchema).max(20),
  version: z.number().int().min(1),
  updatedAt: instantSchema,
});
export type Series = z.infer<typeof seriesSchema>;
