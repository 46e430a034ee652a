/** What a customer's calls are judged by beside her consents: contracts that run, and blind zones. */
import { z } from 'zod';

export const contractSchema = z.object({
  brandId: z.string().max(40),
  /** The name that the other system gives it. */
  reference: z.string().min(1).max(120),
  /** What it is about, in words. */
  object: z.string().min(1).max(200),
  since: z.iso.date(),
  /** The day on which it runs no more; null: no end is known. */
  until: z.iso.date().nullable(),
});
export type Contract = z.infer<typeof contractSchema>;

export const keptApartSchema = z.object({
  brandId: z.string().max(40),
  campaignId: z.uuid(),
  /** The last day on which she is kept apart. */
  until: z.iso.date(),
});

export const callingSchema = z.object({
  contracts: z.array(contractSchema).max(100),
  keptApart: z.array(keptApartSchema).max(100),
});
export type Calling = z.infer<typeof callingSchema>;

/** The contract of a brand that counts on a day: one that runs, the oldest of them; else the last one. */
export const contractOf = (
  calling: Calling | undefined,
  brandId: string,
  today: string,
): Contract | null => {
  const own = (calling?.contracts ?? [])
    .filter((one) => one.brandId === brandId)
    .sort((a, b) => a.since.localeCompare(b.since));
  const runs = ({ since, until }: Contract) => since <= today && (until === null || today < until);
  return own.find(runs) ?? own.at(-1) ?? null;
};

/** Whether a design of experiments of the brand keeps her apart on a day. */
export const isKeptApart = (
  calling: Calling | undefined,
  brandId: string,
  today: string,
): boolean =>
  (calling?.keptApart ?? []).some((one) => one.brandId === brandId && today <= one.until);
