/** An appointment of a representative with a customer: booked, then cancelled, kept or not kept. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { placeSchema } from './representative.ts';

export const appointmentStatuses = ['booked', 'kept', 'not-kept', 'cancelled'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export const appointmentSchema = z.object({
  id: idSchema,
  representativeId: idSchema,
  customerId: idSchema,
  customerName: z.string(),
  brandId: z.string(),
  campaignId: idSchema.nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: placeSchema,
  note: z.string(),
  status: z.enum(appointmentStatuses),
  sequence: z.number().int().min(0),
  /** How often it was moved. */
  moves: z.number().int().min(0).default(0),
  bookedBy: idSchema.nullable(),
  bookedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Appointment = z.infer<typeof appointmentSchema>;

/** What an advisor asks for; the id is made by whoever asks, so that telling it again books nothing twice. */
export const bookingSchema = z.object({
  id: idSchema,
  /** Null: whoever covers her address and is free then. */
  representativeId: idSchema.nullable().default(null),
  customerId: idSchema,
  brandId: z.string().min(1).max(40),
  startsAt: z.iso.datetime(),
  /** Null: as long as the representative's appointments are. */
  minutes: z.number().int().min(10).max(600).nullable().default(null),
  campaignId: idSchema.nullable().default(null),
  note: z.string().max(1000).default(''),
});
export type Booking = z.infer<typeof bookingSchema>;
