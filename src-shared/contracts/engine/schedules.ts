/** What windows ask of the hub about schedules; the hub decides who may. */
import { z } from 'zod';
import { adherenceQuerySchema, adherenceSchema } from '../http/adherence.ts';
import * as moves from '../http/schedule-moves.ts';
import * as schedules from '../http/schedules.ts';

const week = schedules.teamWeekSchema;

export const scheduleCommands = {
  'schedules.week': { input: schedules.weekQuerySchema, output: week },
  'schedules.propose': { input: schedules.changeWeekSchema, output: week },
  'schedules.publish': { input: schedules.changeWeekSchema, output: week },
  'schedules.change-day': { input: schedules.changeDaySchema, output: week },
  'schedules.add-absence': { input: schedules.newAbsenceSchema, output: schedules.absenceSchema },
  'schedules.end-absence': {
    input: schedules.absencePathSchema,
    output: schedules.absencePathSchema,
  },
  'schedules.change-terms': {
    input: schedules.changeTermsSchema,
    output: schedules.termsSchema,
  },
  'schedules.change-settings': {
    input: schedules.teamSettingsSchema,
    output: schedules.teamSettingsSchema,
  },
  'schedules.day': { input: schedules.dayQuerySchema, output: schedules.teamDaySchema },
  'schedules.mine': { input: schedules.ownWeekQuerySchema, output: schedules.ownWeekSchema },
  'schedules.wish': { input: schedules.setWishSchema, output: schedules.ownWeekSchema },
  'schedules.ask-swap': {
    input: schedules.askSwapSchema.omit({ id: true }),
    output: schedules.swapSchema,
  },
  'schedules.answer-swap': {
    input: schedules.swapPathSchema.extend(schedules.answerSwapSchema.shape),
    output: schedules.swapSchema,
  },
  /** The day under way: needed, planned, and who could move. */
  'schedules.today': { input: moves.todayQuerySchema, output: moves.todaySchema },
  'schedules.ask-moves': { input: moves.askMovesSchema, output: moves.moveAsksSchema },
  /** What she is asked to change today. */
  'schedules.own-asks': { input: z.object({}), output: moves.moveAsksSchema },
  'schedules.answer-move': {
    input: moves.moveAskPathSchema.extend(moves.answerMoveSchema.shape),
    output: moves.moveAskSchema,
  },
  'schedules.adherence': { input: adherenceQuerySchema, output: adherenceSchema },
} as const;
