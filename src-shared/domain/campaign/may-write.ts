/**
 * Whether a campaign may write to somebody (SEQ-10). Post: unless she opposed it (RGPD art. 21). E-mail
 * and SMS that sell: with her consent, or to who bought from the brand, about the like of it (CPCE
 * L34-5); what serves a running contract or an appointment of hers: unless she opposed it.
 */
import { channelConsents } from '../customer/consent-status.ts';
import type { Consent } from '../customer/customer.ts';

export type WritingRefusal = 'channel-opposed' | 'no-consent';

export type Writing = {
  readonly channel: 'post' | 'email' | 'sms';
  readonly purpose: 'commercial' | 'service';
  readonly brandId: string;
  readonly consents: readonly Consent[];
  readonly hasBought: boolean;
  readonly nowMs: number;
};

export const writingRefusal = (writing: Writing): WritingRefusal | null => {
  const { channel, purpose, brandId, consents, hasBought, nowMs } = writing;
  const standing = channelConsents(consents, brandId, nowMs);
  const state = standing.find((one) => one.channel === channel)?.state ?? 'never-asked';
  if (state === 'opposed') return 'channel-opposed';
  if (channel === 'post' || purpose === 'service') return null;
  if (state === 'given' || state === 'expiring') return null;
  return hasBought ? null : 'no-consent';
};
