/** A call that the hub placed and the switch puts through to an advisor: whom it is with, and for what. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { callPurposeSchema } from '../law/purpose.ts';

export const dialledCallSchema = z.object({
  /** The call's own id, which its exchange has as well: whoever tells of it tells of one. */
  callId: idSchema,
  campaignId: idSchema,
  campaignName: z.string().min(1).max(120),
  scriptId: z.string().min(1).max(60).nullable(),
  contactId: idSchema,
  customerId: idSchema,
  purpose: callPurposeSchema,
});
export type DialledCall = z.infer<typeof dialledCallSchema>;

/** Untrusted text, percent-encoded where it holds more than letters; null: not sent. */
export type DialledHeaders = { readonly [field in keyof DialledCall]: string | null };

const decoded = (text: string | null): string | null => {
  if (text === null) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Null: no call of the dialler, or one that does not say all that it has to. */
export const dialledOf = (headers: DialledHeaders): DialledCall | null => {
  const scriptId = decoded(headers.scriptId);
  const read = dialledCallSchema.safeParse({
    ...headers,
    campaignName: decoded(headers.campaignName),
    scriptId: scriptId === '' ? null : scriptId,
  });
  return read.success ? read.data : null;
};
