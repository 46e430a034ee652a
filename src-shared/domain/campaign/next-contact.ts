/**
 * Who is called next: what was promised first, then what soon makes no sense any more, then where a
 * call is worth most now. Whoever waits gains from day to day, so that nobody waits for ever.
 */
import { z } from 'zod';
import { localDateOf, minuteOfDayOf, weekdayOf } from '../calendar/zoned-time.ts';

export const waitingContactSchema = z.object({
  id: z.string(),
  zone: z.string(),
  /** A call that was promised for this time. */
  promisedAt: z.iso.datetime().nullable(),
  /** After it a call makes no sense: a cart that was left, an offer that ends. */
  expiresAt: z.iso.datetime().nullable(),
  /** Not tried before it. */
  notBefore: z.iso.datetime().nullable(),
  /** Since when she waits: taken in, or tried last. */
  since: z.iso.datetime(),
  /** What a success with her is worth, in cents. */
  valueCents: z.number().int().min(0),
  /** Of the study or the model, 0 to 1; how likely she wants it once reached. */
  score: z.number().min(0).max(1),
});
export type WaitingContact = z.infer<typeof waitingContactSchema>;

/** How long before its time a promised call comes up, so that it is made on time. */
export const PROMISE_LEAD_MS = 60_000;
/** Days of waiting after which a contact weighs twice what it is worth. */
const FAIR_DAYS = 5;
const dayMs = 86_400_000;
/** A call about something that ends within this time comes before all that can wait. */
const SOON_MS = 2 * 3_600_000;

export type Reach = (weekday: number, hour: number) => number;
export type Why = 'promised' | 'ending' | 'worth';
export type Ranked = { readonly why: Why; readonly weight: number };

const tiers: { readonly [why in Why]: number } = { promised: 0, ending: 1, worth: 2 };

const msOf = (at: string | null): number => (at === null ? Number.NaN : Date.parse(at));

/** Null: not now. A promise is kept at its hour and not before, whatever else holds. */
export const rankOf = (contact: WaitingContact, nowMs: number, reach: Reach): Ranked | null => {
  const { zone, valueCents, score } = contact;
  const promised = msOf(contact.promisedAt);
  const expires = msOf(contact.expiresAt);
  if (expires <= nowMs) return null;
  if (promised > nowMs + PROMISE_LEAD_MS) return null;
  if (promised <= nowMs + PROMISE_LEAD_MS) return { why: 'promised', weight: -promised };
  if (msOf(contact.notBefore) > nowMs) return null;
  if (expires - nowMs <= SOON_MS) return { why: 'ending', weight: -expires };
  const day = weekdayOf(localDateOf(nowMs, zone));
  const hour = Math.floor(minuteOfDayOf(nowMs, zone) / 60);
  const waitedDays = Math.max(0, nowMs - Date.parse(contact.since)) / dayMs;
  // A contact that is worth nothing is still somebody who waits.
  const worth = (valueCents + 1) * Math.max(score, 0.001) * reach(day, hour);
  return { why: 'worth', weight: worth * 2 ** (waitedDays / FAIR_DAYS) };
};

/** Those who may be called now, the first one first; the same order on every machine. */
export const callOrder = <Contact extends WaitingContact>(
  contacts: readonly Contact[],
  nowMs: number,
  reach: Reach,
): readonly { readonly contact: Contact; readonly why: Why }[] =>
  contacts
    .flatMap((contact) => {
      const rank = rankOf(contact, nowMs, reach);
      return rank === null ? [] : [{ contact, ...rank }];
    })
    .sort(
      (a, b) =>
        tiers[a.why] - tiers[b.why] ||
        b.weight - a.weight ||
        (a.contact.id < b.contact.id ? -1 : 1),
    )
    .map(({ contact, why }) => ({ contact, why }));
