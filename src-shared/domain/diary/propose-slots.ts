/** Which of the free slots are offered first: few, spread over half days, with little time on the road. */
import { localDateOf, minuteOfDayOf } from '../calendar/zoned-time.ts';
import type { Slot } from './free-slots.ts';

/** DIARY-6; slots of several representatives, each with the zone of his clock. */
export const proposeSlots = <T extends Slot & { readonly zone: string }>(
  slots: readonly T[],
  count: number,
): T[] => {
  const halves = new Map<string, T>();
  for (const slot of slots) {
    const { year, month, day } = localDateOf(slot.fromMs, slot.zone);
    const half = minuteOfDayOf(slot.fromMs, slot.zone) < 720 ? 'morning' : 'afternoon';
    const key = `${year}-${month}-${day}-${half}`;
    const known = halves.get(key);
    const isBetter =
      known === undefined ||
      slot.travelMinutes < known.travelMinutes ||
      (slot.travelMinutes === known.travelMinutes && slot.fromMs < known.fromMs);
    if (isBetter) halves.set(key, slot);
  }
  return [...halves.values()].sort((a, b) => a.fromMs - b.fromMs).slice(0, count);
};
