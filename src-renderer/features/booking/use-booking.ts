/** Free hours for one customer, which of them is looked at, and what came of booking it. */
import { useRequest } from '@renderer/platform/store/services.tsx';
import type { BookedHour, FreeHours } from '@shared/contracts/engine/diaries.ts';
import type { OfferedSlot } from '@shared/contracts/http/diaries.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { type Failure, type Result, succeed } from '@shared/kernel/result.ts';
import { useCallback, useEffect, useState } from 'react';

type Wanted = Pick<OfferedSlot, 'startsAt'> & Partial<OfferedSlot>;

export type BookingFor = {
  readonly customerId: string;
  readonly brandId: string;
  readonly workId: string | null;
  /** An appointment that goes to another hour, instead of a new one. */
  readonly moving?: Appointment;
};

export type Booking = {
  readonly isMove: boolean;
  /** Null: they are asked for. */
  readonly hours: FreeHours | null;
  readonly booked: BookedHour | null;
  /** The hour was somebody else's a moment before. */
  readonly isLost: boolean;
  readonly isBooking: boolean;
  readonly again: () => Promise<void>;
  readonly book: (slot: Wanted) => Promise<void>;
};

export const dayOfSlot = ({ startsAt, zone }: OfferedSlot): string => {
  const { year, month, day } = localDateOf(Date.parse(startsAt), zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Of two who are free at the same time the one with less travel stands for the hour. */
export const hoursByDay = (slots: readonly OfferedSlot[]): ReadonlyMap<string, OfferedSlot[]> => {
  const days = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const day = dayOfSlot(slot);
    const known = days.get(day) ?? [];
    if (known.at(-1)?.startsAt !== slot.startsAt) known.push(slot);
    days.set(day, known);
  }
  return days;
};

export const useBooking = ({ customerId, brandId, workId, moving }: BookingFor): Booking => {
  const request = useRequest();
  const movedId = moving?.id;
  const [hours, setHours] = useState<FreeHours | null>(null);
  const [booked, setBooked] = useState<BookedHour | null>(null);
  const [isLost, setLost] = useState(false);
  const [isBooking, setBooking] = useState(false);
  const again = useCallback(async () => {
    const of = movedId === undefined ? {} : { appointmentId: movedId };
    const told = await request('diaries.hours', { customerId, brandId, ...of });
    if (told.ok) setHours(told.value);
  }, [request, customerId, brandId, movedId]);
  useEffect(() => void again(), [again]);
  const send = async (slot: Wanted): Promise<Result<BookedHour, Failure>> => {
    const { startsAt, representativeId = null } = slot;
    if (movedId === undefined)
      return request('diaries.book', { customerId, brandId, workId, startsAt, representativeId });
    const withWhom = representativeId === null ? {} : { representativeId };
    const told = await request('diaries.move', { appointmentId: movedId, startsAt, ...withWhom });
    return told.ok ? succeed({ status: 'booked', appointment: told.value }) : told;
  };
  return {
    isMove: movedId !== undefined,
    hours,
    booked,
    isLost,
    isBooking,
    again,
    book: async (slot) => {
      if (isBooking) return;
      setBooking(true);
      const told = await send(slot);
      setBooking(false);
      setLost(!told.ok && told.error.code === 'slot-not-free');
      if (told.ok) setBooked(told.value);
      await again();
    },
  };
};
