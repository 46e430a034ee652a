/** A call that waits for whoever of a team takes it: parked by one of them, or ringing at one. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { e164Schema, instantSchema } from '../interaction/interaction.ts';

export const teamCallSchema = z.object({
  id: idSchema,
  kind: z.enum(['parked', 'ringing']),
  /** The number of the switch where it waits, or the extension where it rings. */
  place: z.string().min(1).max(20),
  brandId: z.string().max(40),
  number: e164Schema.nullable(),
  numberDisplay: z.string().max(80),
  numberHidden: z.boolean(),
  calledNumber: e164Schema.nullable(),
  calledLabel: z.string().max(120).nullable(),
  queue: z.string().max(80).nullable(),
  callUid: z.string().max(200).nullable(),
  customerId: idSchema.nullable(),
  customerName: z.string().max(200),
  /** The last line of the notes of who parked it. */
  note: z.string().max(300),
  byId: idSchema,
  byName: z.string().max(160),
  since: instantSchema,
  /** Parked, it goes back to who parked it then; ringing, nobody tells of it after that. */
  until: instantSchema,
});
export type TeamCall = z.infer<typeof teamCallSchema>;

/**
 * A place where nobody waits as far as is known; null: each is taken.
 * @param start where to begin, so that two who do not know of one another seldom meet
 */
export const freePlace = (
  places: readonly string[],
  taken: ReadonlySet<string>,
  start: number,
): string | null => {
  const free = places.filter((place) => !taken.has(place));
  return free[start % Math.max(1, free.length)] ?? null;
};

/** "701-709, 720" as single places; null when it is none. */
export const placesIn = (text: string): string[] | null => {
  const places: string[] = [];
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const range = /^(\d{1,9})-(\d{1,9})$/.exec(part);
    if (range === null) {
      if (!/^[0-9*#]{1,20}$/.test(part)) return null;
      places.push(part);
      continue;
    }
    const [first = '', last = ''] = range.slice(1);
    if (Number(last) < Number(first) || Number(last) - Number(first) > 99) return null;
    for (let at = Number(first); at <= Number(last); at += 1)
      places.push(String(at).padStart(first.length, '0'));
  }
  return places.length === 0 || places.length > 100 ? null : places;
};
