/** Why a message cannot go out as it stands; the desktop and the hub ask the same (WRITE-5, WRITE-6). */
import { channelConsents } from '../customer/consent-status.ts';
import type { Consent, Customer } from '../customer/customer.ts';
import { bodyAtMost, type MessageDraft, subjectAtMost } from './message.ts';
import { addressesOf } from './message-ways.ts';

export type MessageFault =
  | { readonly field: 'channel'; readonly code: 'channel-opposed' }
  | { readonly field: 'to'; readonly code: 'address-unknown' }
  | { readonly field: 'subject' | 'body'; readonly code: 'message-empty' | 'message-too-long' };

export type Addressee = {
  readonly customer: Pick<Customer, 'emails' | 'phones'>;
  readonly consents: readonly Consent[];
  readonly brandId: string;
  readonly nowMs: number;
};

const wordsFault = ({ channel, subject, body }: MessageDraft): MessageFault | null => {
  if (body.trim() === '') return { field: 'body', code: 'message-empty' };
  if (body.trim().length > bodyAtMost) return { field: 'body', code: 'message-too-long' };
  if (channel !== 'email') return null;
  if (subject.trim() === '') return { field: 'subject', code: 'message-empty' };
  return subject.trim().length > subjectAtMost
    ? { field: 'subject', code: 'message-too-long' }
    : null;
};

/** Null: it may go. An opposition goes before everything else. */
export const messageFault = (
  draft: MessageDraft,
  { customer, consents, brandId, nowMs }: Addressee,
): MessageFault | null => {
  const standing = channelConsents(consents, brandId, nowMs);
  if (standing.some(({ channel, state }) => channel === draft.channel && state === 'opposed'))
    return { field: 'channel', code: 'channel-opposed' };
  const isAddressed = draft.channel === 'email' || draft.channel === 'sms';
  const isHers =
    draft.to === null
      ? !isAddressed
      : addressesOf(customer, draft.channel).some((one) => one === draft.to);
  return isHers ? wordsFault(draft) : { field: 'to', code: 'address-unknown' };
};
