/** Free hours for one customer, which of them is looked at, and what came of booking it. */
import { useRequest } from '@renderer/platform/store/services.tsx';
import type { BookedHour, FreeHours } from '@shared/contracts/engine/diaries.ts';
import type { OfferedSlot } from '@shared/contracts/http/diaries.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { useCallback, useEffect, useState } from 'react';

export type BookingFor = {
  readonly customerId: string;
  readonly brandId: string;
  readonly workId: string | null;
};

export type Booking = {
  /** Null: they are asked for. */
  readonly hours: FreeHours | null;
  readonly booked: BookedHour | null;
  /** The hour was somebody else's a moment before. */
  readonly isLost: boolean;
  readonly isBooking: boolean;
  readonly again: () => Promise<void>;
  readonly book: (slot: Pick<OfferedSlot, 'startsAt'> & Partial<OfferedSlot>) => Promise<void>;
  readonly cancel: (appointmentId: string) => Promise<void>;
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

export const useBooking = ({ customerId, brandId, workId }: BookingFor): Booking => {
  const request = useRequest();
  const [hours, setHours] = useState<FreeHours | null>(null);
  const [booked, setBooked] = useState<BookedHour | null>(null);
  const [isLost, setLost] = useState(false);
  const [isBooking, setBooking] = useState(false);
  const again = useCallback(async () => {
    const told = await request('diaries.hours', { customerId, brandId });
    if (told.ok) setHours(told.value);
  }, [request, customerId, brandId]);
  useEffect(() => void again(), [again]);
  return {
    hours,
    booked,
    isLost,
    isBooking,
    again,
    book: async ({ startsAt, representativeId = null }) => {
      if (isBooking) return;
      setBooking(true);
      const told = await request('diaries.book', {
        customerId,
        brandId,
        workId,
        startsAt,
        representativeId,
      });
      setBooking(false);
      setLost(!told.ok && told.error.code === 'slot-not-free');
      if (told.ok) setBooked(told.value);
      await again();
    },
    cancel: async (appointmentId) => {
      await request('diaries.cancel', { appointmentId, reason: '' });
      await again();
    },
  };
};
