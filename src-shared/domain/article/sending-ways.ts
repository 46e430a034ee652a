/** By which channels an article may go to this customer, and what is to be known of each (KNOW-33). */
import { appetencesOf } from '../channel-map/appetence.ts';
import { type ChannelConsent, channelConsents } from '../customer/consent-status.ts';
import type { Consent, Customer } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type SendingChannel, sendingChannels } from './article-message.ts';
import type { KnowledgeRules } from './knowledge-rules.ts';

export type SendingWay = {
  readonly channel: SendingChannel;
  /** Of the address or the number that it would go to. */
  readonly to: string;
  readonly consent: ChannelConsent['state'];
  /** An opposition: nothing goes there (KNOW-32). */
  readonly allowed: boolean;
  readonly appetence: number | null;
  readonly cents: number | null;
};

type Known = {
  readonly customer: Customer;
  readonly consents: readonly Consent[];
  readonly interactions: readonly Interaction[];
};

const addressOf = ({ emails, phones }: Customer, channel: SendingChannel): string | undefined => {
  if (channel === 'email') return emails[0];
  return channel === 'sms' ? phones.find(({ label }) => label === 'mobile')?.e164 : undefined;
};

/** KNOW-33: by what she likes; a channel without an address of hers is absent. */
export const sendingWays = (
  { customer, consents, interactions }: Known,
  {
    brandId,
    rules,
    nowMs,
  }: {
    readonly brandId: string;
    readonly rules: KnowledgeRules | undefined;
    readonly nowMs: number;
  },
): SendingWay[] => {
  const standing = channelConsents(consents, brandId, nowMs);
  const liked = appetencesOf(
    interactions.filter((one) => one.brandId === brandId),
    nowMs,
  );
  const cents = { email: rules?.emailCents ?? null, sms: rules?.smsCents ?? null, chat: null };
  return sendingChannels
    .flatMap((channel): SendingWay[] => {
      const to = addressOf(customer, channel);
      const consent = standing.find((one) => one.channel === channel)?.state ?? 'never-asked';
      const appetence = liked.find((one) => one.channel === channel)?.score ?? null;
      const way = { channel, consent, allowed: consent !== 'opposed', appetence };
      return to === undefined ? [] : [{ ...way, to, cents: cents[channel] }];
    })
    .sort(
      (a, b) => Number(b.allowed) - Number(a.allowed) || (b.appetence ?? -1) - (a.appetence ?? -1),
    );
};
