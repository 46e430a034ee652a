/** An hour that was proposed without the hub: booked when it is still free, else said to whoever proposed it. */

import { randomBytes } from 'node:crypto';
import { book } from '@api/modules/diaries/book-service.ts';
import type { Booking } from '@shared/domain/diary/appointment.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

export const bookAppointment = async (applying: Applying, booking: Booking): Promise<Applied> => {
  if (!inScope(applying, booking.brandId)) return rejected('role-not-allowed');
  const clock = { now: () => Date.parse(applying.at) };
  const newId = makeIds(clock, (length) => new Uint8Array(randomBytes(length)));
  const booked = await book({ clock, newId }, applying.tx, applying.user, booking);
  return booked.ok ? accepted : rejected(booked.error.code, booked.error.detail);
};
