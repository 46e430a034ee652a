/** What the search knows of a customer, and how it is told apart and ranked. */
import { z } from 'zod';
import type { HeldCustomer } from '../cache-scope/held-customer.ts';

export const becauseFields = ['phone', 'email', 'reference', 'postcode'] as const;

/** What was found where the row itself does not show it. */
export const becauseSchema = z.object({ field: z.enum(becauseFields), text: z.string() });
export type Because = z.infer<typeof becauseSchema>;

export type SearchEntry = {
  readonly customerId: string;
  readonly name: string;
  /** Everything that a person may be called by: first and last name beside the company's. */
  readonly names: readonly string[];
  readonly place: string | null;
  readonly postcode: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Of cases and orders. */
  readonly references: readonly string[];
  readonly vip: boolean;
  readonly brandIds: readonly string[];
  /** Of the last exchange, in days since 2000; 0 when there is none. */
  readonly lastContactDay: number;
  /** Of the last exchange or change of theirs, and whether something of theirs is open. */
  readonly heldDay: number;
  readonly open: boolean;
};

const dayMs = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1) / dayMs;
const mostDays = 0x7fff;

export const dayOf = (instant: string): number =>
  Math.max(0, Math.min(mostDays, Math.floor(Date.parse(instant) / dayMs) - firstDay));

/** One number that orders hits equally exact: VIPs first, then who was in touch last. */
export const rankOf = ({ vip, lastContactDay }: SearchEntry): number =>
  (vip ? 0x8000 : 0) | lastContactDay;

const openBit = 0x8000;

/** By what a desktop decides whether it goes on holding the customer, in one number. */
export const heldOf = ({ heldDay, open }: SearchEntry): number => (open ? openBit : 0) | heldDay;

export const readHeld = (held: number): Pick<HeldCustomer, 'day' | 'open'> => ({
  day: held & mostDays,
  open: (held & openBit) !== 0,
});
