/** Diaries of representatives over REST: who may be booked, when, and what came of it. */
import { z } from 'zod';
import { openingHoursSchema } from '../../domain/calendar/business-time.ts';
import { appointmentSchema } from '../../domain/diary/appointment.ts';
import { representativeSettingsSchema } from '../../domain/diary/representative.ts';
import { idSchema } from '../../kernel/ids.ts';
import { problemSchema } from './problem.ts';

const moment = z.iso.datetime();
const count = z.number().int().min(0);

export const representativePathSchema = z.object({ representativeId: idSchema });
export const appointmentPathSchema = z.object({ appointmentId: idSchema });

export const representativeSchema = z.object({
  id: idSchema,
  revision: z.number().int().min(1),
  /** Whether his appointments can be read as a calendar, by its secret address. */
  hasFeed: z.boolean(),
  settings: representativeSettingsSchema,
});
export type Representative = z.infer<typeof representativeSchema>;
export const representativesSchema = z.object({ representatives: z.array(representativeSchema) });

export const changeRepresentativeSchema = z.object({
  /** The one that was read; another one meanwhile is refused. */
  revision: z.number().int().min(1),
  settings: representativeSettingsSchema,
});

const period = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'ends after it begins' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 400 * 86_400_000, {
    path: ['to'],
    message: '400 days at most',
  });

export const diaryQuerySchema = period;
export const diarySchema = z.object({
  appointments: z.array(appointmentSchema),
  /** Time that other calendars of his hold. */
  busy: z.array(z.object({ startsAt: moment, endsAt: moment, source: z.string() })),
  /** Where one of his appointments fits, the way within the department counted around what fills it. */
  free: z.array(z.object({ startsAt: moment, endsAt: moment })).default([]),
});
export type Diary = z.infer<typeof diarySchema>;

export const slotsQuerySchema = z.object({
  customerId: idSchema,
  brandId: z.string().min(1).max(40),
  /** Nobody named: everybody who covers her address. */
  representativeId: idSchema.optional(),
  /** Hours to which this one may be moved: of its own length and place, not in its own way. */
  appointmentId: idSchema.optional(),
  from: moment.optional(),
  days: z.coerce.number().int().min(1).max(60).default(21),
  minutes: z.coerce.number().int().min(10).max(600).optional(),
});
export type SlotsQuery = z.infer<typeof slotsQuerySchema>;

export const slotSchema = z.object({
  representativeId: idSchema,
  representativeName: z.string(),
  startsAt: moment,
  endsAt: moment,
  /** On the road to it and from it, between its neighbours in the diary. */
  travelMinutes: count,
  zone: openingHoursSchema.shape.zone,
});
export type OfferedSlot = z.infer<typeof slotSchema>;
export const noSlotReasons = ['no-address', 'nobody-covers', 'nothing-free'] as const;
export const slotsSchema = z.object({
  /** Three, of different half days. */
  proposed: z.array(slotSchema),
  slots: z.array(slotSchema),
  /** Why there are none. */
  because: z.enum(noSlotReasons).nullable(),
});
export type Slots = z.infer<typeof slotsSchema>;

/** Refused because the hour is not free (any more): what is free next. */
export const slotRefusedSchema = problemSchema.extend({ next: z.array(slotSchema).optional() });

export const moveAppointmentSchema = z.object({
  startsAt: moment,
  /** With another representative. */
  representativeId: idSchema.optional(),
  /** Why, as it is told in the customer's history. */
  note: z.string().max(300).optional(),
});
export type MoveAppointment = z.infer<typeof moveAppointmentSchema>;
export const cancelAppointmentSchema = z.object({
  reason: z.string().max(300).default(''),
});
export const appointmentResultSchema = z.object({
  result: z.enum(['kept', 'not-kept']),
  note: z.string().max(1000).default(''),
});

export const appointmentsQuerySchema = z.object({
  customerId: idSchema.optional(),
  campaignId: idSchema.optional(),
  from: moment.optional(),
  to: moment.optional(),
});
export type AppointmentsQuery = z.infer<typeof appointmentsQuerySchema>;
export const appointmentsSchema = z.object({ appointments: z.array(appointmentSchema) });

export const calendarPathSchema = representativePathSchema.extend({ calendarId: idSchema });
/** Whether what Parlance put onto it stays there. */
export const removingCalendarSchema = z.object({
  appointments: z.enum(['stay', 'take-away']).default('stay'),
});
export const feedPathSchema = z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{20,60}\.ics$/) });
/** Told once: under the hub's own address. */
export const feedSchema = z.object({ path: z.string() });

const sourceName = z.string().trim().min(1).max(120);
export const newDiarySourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    name: sourceName,
    /** The file as it is (RFC 5545). */
    text: z.string().max(5 * 1024 * 1024),
  }),
  z.object({
    kind: z.literal('address'),
    name: sourceName,
    address: z.string().max(2000),
    userName: z.string().max(200).nullable().default(null),
    /** Sealed, and shown by no answer. */
    password: z.string().max(500).nullable().default(null),
  }),
  /** The address of one calendar of a CalDAV server (RFC 4791): read, and told his appointments. */
  z.object({
    kind: z.literal('caldav'),
    name: sourceName,
    address: z.string().max(2000),
    userName: z.string().min(1).max(200),
    password: z.string().min(1).max(500),
  }),
]);
export type NewDiarySource = z.infer<typeof newDiarySourceSchema>;
export const diarySourceSchema = z.object({
  id: idSchema,
  kind: z.enum(['file', 'address', 'caldav']),
  name: z.string(),
  address: z.string().nullable(),
  userName: z.string().nullable(),
  hasSecret: z.boolean(),
  readAt: moment.nullable(),
  /** Of the last reading; what was read before stays. */
  problem: z.string().nullable(),
  events: count,
  /** Of ours that stand on it. */
  appointments: count,
});
export type DiarySource = z.infer<typeof diarySourceSchema>;
export const diarySourcesSchema = z.object({ calendars: z.array(diarySourceSchema) });
export const readSourceSchema = z.object({
  calendar: diarySourceSchema,
  /** What could not be read, with where it stands. */
  problems: z.array(z.string()),
});
export type ReadSource = z.infer<typeof readSourceSchema>;

const figures = z.object({
  booked: count,
  kept: count,
  notKept: count,
  cancelled: count,
  /** Of all of these, those that were moved at least once. */
  moved: count.default(0),
});
export const appointmentFiguresSchema = z.object({
  /** `booked` still waits; `kept` and `notKept` are over. */
  all: figures,
  byRepresentative: z.array(figures.extend({ representativeId: idSchema, name: z.string() })),
});
export type AppointmentFigures = z.infer<typeof appointmentFiguresSchema>;
