/** By which channels and to which addresses she may write to a customer now (WRITE-3 to WRITE-5). */
import { type SendingWay, sendingWays } from '../article/sending-ways.ts';
import { channelConsents } from '../customer/consent-status.ts';
import type { Consent, Customer } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { answeringChannel, type MessageDraft, type WrittenChannel } from './message.ts';

export type MessageWay = Pick<SendingWay, 'consent' | 'allowed' | 'appetence' | 'cents'> & {
  readonly channel: WrittenChannel;
  /** Her addresses, the likeliest first; empty: into the conversation that is answered. */
  readonly addresses: readonly string[];
};

type Known = {
  readonly customer: Customer;
  readonly consents: readonly Consent[];
  readonly interactions: readonly Interaction[];
};
type Moment = Parameters<typeof sendingWays>[1];

export const addressesOf = (
  { emails, phones }: Pick<Customer, 'emails' | 'phones'>,
  channel: WrittenChannel,
): readonly string[] => {
  if (channel === 'email') return emails;
  if (channel !== 'sms') return [];
  return phones.filter(({ label }) => label === 'mobile').map(({ e164 }) => e164);
};

/** The same rules as for an article that is sent, and the conversation that is answered beside them. */
export const messageWays = (
  known: Known,
  answered: Pick<Interaction, 'channel'> | null,
  moment: Moment,
): MessageWay[] => {
  const sending = sendingWays(known, moment).map(
    ({ channel, consent, allowed, appetence, cents }): MessageWay => {
      const addresses = addressesOf(known.customer, channel);
      return { channel, consent, allowed, appetence, cents, addresses };
    },
  );
  const own = answered === null ? null : answeringChannel(answered.channel);
  if (own !== 'chat' && own !== 'social') return sending;
  const standing = channelConsents(known.consents, moment.brandId, moment.nowMs);
  const consent = standing.find((one) => one.channel === own)?.state ?? 'never-asked';
  const way = { channel: own, consent, allowed: consent !== 'opposed', addresses: [] };
  return [{ ...way, appetence: null, cents: null }, ...sending];
};

/** How an empty message begins: by the channel that is answered, else by the one she likes best. */
export const beginMessage = (
  ways: readonly MessageWay[],
  answered: Pick<Interaction, 'channel' | 'title'> | null,
): MessageDraft => {
  const own = answered === null ? null : answeringChannel(answered.channel);
  const allowed = ways.filter((way) => way.allowed);
  const way = allowed.find(({ channel }) => channel === own) ?? allowed[0];
  const title = answered?.title.trim() ?? '';
  const again = /^re\s*:/i.test(title) ? title : `Re: ${title}`;
  return {
    channel: way?.channel ?? own ?? 'email',
    to: way?.addresses[0] ?? null,
    subject: title === '' ? '' : again.slice(0, 200),
    body: '',
    articles: [],
  };
};
