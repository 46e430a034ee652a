/** Appointments with representatives: free hours, bookings, and the diaries for those who plan. */
import { z } from 'zod';
import { appointmentSchema, bookingSchema } from '../../domain/diary/appointment.ts';
import { representativeSettingsSchema } from '../../domain/diary/representative.ts';
import { idSchema } from '../../kernel/ids.ts';
import {
  appointmentFiguresSchema,
  diarySchema,
  diarySourcesSchema,
  moveAppointmentSchema,
  newDiarySourceSchema,
  readSourceSchema,
  removingCalendarSchema,
  representativeSchema,
  slotsSchema,
} from '../http/diaries.ts';

const moment = z.iso.datetime();

export const freeHoursSchema = slotsSchema.extend({
  /** Hers that are still to come, the next one first. */
  appointments: z.array(appointmentSchema),
  /** False: the hub cannot be asked; what it said last about her may stand here, or nothing. */
  known: z.boolean(),
});
export type FreeHours = z.infer<typeof freeHoursSchema>;

export const bookedSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('booked'), appointment: appointmentSchema }),
  /** On this desktop: the hub books it when it can be asked, or says that the hour is somebody else's. */
  z.object({ status: z.literal('proposed') }),
]);
export type BookedHour = z.infer<typeof bookedSchema>;

export const diaryCommands = {
  'diaries.hours': {
    input: z.object({
      customerId: idSchema,
      brandId: z.string().max(40),
      /** Hours to which this one may be moved. */
      appointmentId: idSchema.optional(),
    }),
    output: freeHoursSchema,
  },
  /** `slot-not-free`: somebody else has that hour meanwhile. */
  'diaries.book': {
    input: bookingSchema
      .omit({ id: true, campaignId: true })
      .extend({ workId: idSchema.nullable() }),
    output: bookedSchema,
  },
  /** As for a booking; only the hub can say who has that hour. */
  'diaries.move': {
    input: moveAppointmentSchema.extend({ appointmentId: idSchema }),
    output: appointmentSchema,
  },
  /** How many were booked, kept, not kept, moved and cancelled between two instants. */
  'diaries.figures': {
    input: z.object({ from: moment, to: moment }),
    output: appointmentFiguresSchema,
  },
  'diaries.representatives': {
    input: z.object({}),
    output: z.object({ representatives: z.array(representativeSchema) }),
  },
  'diaries.read': {
    input: z.object({ representativeId: idSchema, from: moment, to: moment }),
    output: diarySchema,
  },
  'diaries.cancel': {
    input: z.object({ appointmentId: idSchema, reason: z.string().max(300) }),
    output: appointmentSchema,
  },
  'diaries.end': {
    input: z.object({ appointmentId: idSchema, result: z.enum(['kept', 'not-kept']) }),
    output: appointmentSchema,
  },
  /** Without an id: a new one. */
  'diaries.save': {
    input: z.object({
      representativeId: idSchema.nullable(),
      revision: z.number().int().min(0),
      settings: representativeSettingsSchema,
    }),
    output: representativeSchema,
  },
  /** His other calendars, and his own by an address that is told once. */
  'diaries.calendars': {
    input: z.object({ representativeId: idSchema }),
    output: diarySourcesSchema,
  },
  'diaries.add-calendar': {
    input: z.object({ representativeId: idSchema, calendar: newDiarySourceSchema }),
    output: readSourceSchema,
  },
  'diaries.remove-calendar': {
    input: removingCalendarSchema.extend({ representativeId: idSchema, calendarId: idSchema }),
    output: z.null(),
  },
  'diaries.open-feed': {
    input: z.object({ representativeId: idSchema }),
    output: z.object({ address: z.string() }),
  },
} as const;
