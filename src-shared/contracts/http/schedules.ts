/** /v1/schedules: who works when, what people wish and exchange, and what a team agreed on. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { wishKinds } from '../../domain/schedule/build/week-to-build.ts';
import { daySchema, pieceSchema, plannedDaySchema } from '../../domain/schedule/piece.ts';
import { workRuleIds } from '../../domain/schedule/work-rule.ts';
import { workSettingsSchema } from '../../domain/schedule/work-settings.ts';
import { idSchema } from '../../kernel/ids.ts';

const minutes = z.number().int();
const revision = z.number().int().min(0);

export const breachSchema = z.object({
  rule: z.enum(workRuleIds),
  article: z.string(),
  weight: z.enum(['refused', 'warned', 'told']),
  day: daySchema,
  from: minutes,
  to: minutes,
  measured: z.number(),
  limit: z.number(),
});

export const wishSchema = z.object({ day: daySchema, kind: z.enum(wishKinds) });
export const absenceSchema = z.object({ id: idSchema, from: daySchema, to: daySchema });

export const swapStatuses = [
  'asked',
  'accepted',
  'declined',
  'withdrawn',
  'approved',
  'refused',
] as const;
export type SwapStatus = (typeof swapStatuses)[number];

export const swapSchema = z.object({
  id: idSchema,
  askedBy: idSchema,
  askedByName: z.string(),
  /** The day she gives away, and the one she takes. */
  askedDay: daySchema,
  colleague: idSchema,
  colleagueName: z.string(),
  colleagueDay: daySchema,
  status: z.enum(swapStatuses),
  askedAt: instantSchema,
  changedAt: instantSchema,
});
export type Swap = z.infer<typeof swapSchema>;

const availabilitySchema = z
  .array(
    z.object({
      weekday: z.number().int().min(1).max(7),
      from: minutes.min(0).max(1_440),
      to: minutes.min(0).max(1_440),
    }),
  )
  .max(14)
  .nullable();

export const termsSchema = z.object({
  weeklyMinutes: minutes.min(0).max(2_880),
  /** Of somebody under eighteen the day on which it ends; else null. */
  adultFrom: daySchema.nullable(),
  availability: availabilitySchema,
});
export type Terms = z.infer<typeof termsSchema>;
export const personPathSchema = z.object({ userId: idSchema });

const colleagueShape = { userId: idSchema, name: z.string(), brandIds: z.array(z.string()) };

/** A week of a team, as its lead sees it: the draft where there is one. */
export const weekQuerySchema = z.object({
  /** Any day of it; absent: this week. */
  day: daySchema.optional(),
  /** Administrators see any team; a lead hers alone. */
  teamId: idSchema.optional(),
});
export type WeekQuery = z.infer<typeof weekQuerySchema>;
export const teamWeekSchema = z.object({
  teamId: idSchema,
  week: daySchema,
  revision,
  publishedAt: instantSchema.nullable(),
  /** Days of the draft that are not as they were published. */
  changes: z.number().int().min(0),
  settings: workSettingsSchema,
  /** Of what was agreed; a hub that does not tell it yet takes only the first agreement. */
  settingsRevision: revision.default(0),
  people: z.array(
    z.object({
      ...colleagueShape,
      terms: termsSchema,
      days: z.array(plannedDaySchema),
      worked: minutes,
      wishes: z.array(wishSchema),
      absences: z.array(absenceSchema),
      breaches: z.array(breachSchema),
    }),
  ),
  swaps: z.array(swapSchema),
  /** By day: advisors and quarters of an hour that are needed, and that nobody covers; null: no forecast. */
  cover: z.array(
    z.object({ day: daySchema, needed: z.number().min(0), missing: z.number().min(0) }),
  ),
});
export type TeamWeek = z.infer<typeof teamWeekSchema>;

export const changeWeekSchema = z.object({
  week: daySchema,
  revision,
  teamId: idSchema.optional(),
});
export type ChangeWeek = z.infer<typeof changeWeekSchema>;
export const changeDaySchema = changeWeekSchema.extend({
  userId: idSchema,
  day: daySchema,
  pieces: z.array(pieceSchema).max(60),
});
export type ChangeDay = z.infer<typeof changeDaySchema>;

/** The published day of a team. */
export const dayQuerySchema = z.object({ day: daySchema.optional(), teamId: idSchema.optional() });
export const teamDaySchema = z.object({
  at: instantSchema,
  day: daySchema,
  zone: z.string(),
  teamId: idSchema.nullable(),
  teamName: z.string(),
  people: z.array(z.object({ ...colleagueShape, pieces: z.array(pieceSchema) })),
});
export type TeamDay = z.infer<typeof teamDaySchema>;

/** Her own week. */
export const ownWeekQuerySchema = weekQuerySchema.pick({ day: true });
export const ownWeekSchema = z.object({
  at: instantSchema,
  week: daySchema,
  zone: z.string(),
  weeklyMinutes: minutes,
  worked: minutes,
  days: z.array(plannedDaySchema),
  publishedAt: instantSchema.nullable(),
  wishes: z.array(wishSchema),
  absences: z.array(absenceSchema),
  swaps: z.array(swapSchema),
});
export type OwnWeek = z.infer<typeof ownWeekSchema>;

export const setWishSchema = z.object({ day: daySchema, kind: z.enum(wishKinds).nullable() });
export const askSwapSchema = z.object({
  id: idSchema,
  day: daySchema,
  colleague: idSchema,
  colleagueDay: daySchema,
});
export type AskSwap = z.infer<typeof askSwapSchema>;
export const swapAnswers = ['accept', 'decline', 'withdraw', 'approve', 'refuse'] as const;
export type SwapAnswer = (typeof swapAnswers)[number];
export const swapPathSchema = z.object({ swapId: idSchema });
export const answerSwapSchema = z.object({ answer: z.enum(swapAnswers) });

export const teamSettingsSchema = z.object({ settings: workSettingsSchema, revision });
export type TeamSettings = z.infer<typeof teamSettingsSchema>;
export const changeTermsSchema = personPathSchema.extend(termsSchema.shape);
const absenceShape = { userId: idSchema, from: daySchema, to: daySchema };
const endsLater = ({ from, to }: { readonly from: string; readonly to: string }) => from <= to;
const tooEarly = 'it ends before it begins';
export const newAbsenceSchema = z.object(absenceShape).refine(endsLater, tooEarly);
export type NewAbsence = z.infer<typeof newAbsenceSchema>;
export const addAbsenceSchema = z
  .object({ id: idSchema, ...absenceShape })
  .refine(endsLater, tooEarly);
export const absencePathSchema = z.object({ absenceId: idSchema });
