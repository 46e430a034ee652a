/** When a speech opens, beside its brand, direction and reasons. What is empty asks for nothing. */
import { z } from 'zod';
import { caseKinds } from '../../customer/customer.ts';

const word = z.string().min(1).max(80);
const minuteOfDay = z.number().int().min(0).max(1440);

/** The segments of a customer's relation to the brand; a very important one is `vip` beside it. */
export const speechSegments = ['vip', 'new', 'standard', 'loyal', 'premium'] as const;

export const openSpanSchema = z
  .object({
    /** ISO weekdays, Monday is 1. */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: minuteOfDay,
    to: minuteOfDay,
  })
  .refine(({ from, to }) => from < to, 'a span ends after it begins: cut it at midnight');

export const opensWhenSchema = z.object({
  /** Numbers called, as E.164. */
  numbers: z
    .array(z.string().regex(/^\+[1-9]\d{5,14}$/))
    .max(50)
    .default([]),
  campaigns: z.array(word).max(50).default([]),
  queues: z.array(word).max(50).default([]),
  /**
   * Kinds of the customer's open case with the brand. It stands for the reason while none is told:
   * an open complaint is why she calls, whatever she says first.
   */
  cases: z.array(z.enum(caseKinds)).max(caseKinds.length).optional(),
  segments: z.array(z.enum(speechSegments)).max(speechSegments.length).default([]),
  /** Of the customer. */
  languages: z
    .array(z.enum(['fr', 'en']))
    .max(2)
    .default([]),
  /** In the zone of the brand; empty means always. */
  hours: z.array(openSpanSchema).max(30).default([]),
});
export type OpensWhen = z.infer<typeof opensWhenSchema>;
