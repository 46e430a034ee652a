/** The check of an exchange that an advisor wrote (WRITE-5, WRITE-6): by the same rules as the desktop's. */
import { findConsentsOfCustomers } from '@api/modules/consents/repository.ts';
import { lockCustomer } from '@api/modules/customers/repository.ts';
import { findInteractions } from '@api/modules/interactions/repository.ts';
import { findArticle } from '@api/modules/knowledge/repository.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { writtenChannelSchema } from '@shared/domain/message/message.ts';
import { messageFault } from '@shared/domain/message/message-fault.ts';
import { type Applied, type Applying, rejected } from './outcome.ts';

type Here = Pick<Applying, 'tx' | 'at'>;

/** An article that is not shown any more is in nobody's name to send. */
const articlesRefused = async (
  { tx }: Here,
  { brandId, startedAt, message }: Interaction,
): Promise<Applied | null> => {
  const day = dayAt(Date.parse(startedAt));
  for (const { id, version } of message?.articles ?? []) {
    const article = await findArticle(tx, id, version, [brandId]);
    const isShown =
      article?.state === 'published' &&
      article.validFrom <= day &&
      (article.validUntil === null || article.validUntil >= day);
    if (!isShown) return rejected('article-not-shown');
  }
  return null;
};

/** What it answers is an exchange with the same person. */
const answerRefused = async (
  { tx }: Here,
  { brandId, channel, message }: Interaction,
  hers: readonly string[],
): Promise<Applied | null> => {
  const answered = message?.inReplyTo ?? null;
  if (answered === null)
    return channel === 'chat' || channel === 'social'
      ? rejected('mutation-malformed', 'message.inReplyTo: a chat is written into by answering it')
      : null;
  const [found] = await findInteractions(tx, [answered], [brandId]);
  const isHers = found?.customerId != null && hers.includes(found.customerId);
  return isHers ? null : rejected('interaction-unknown');
};

export const messageRefused = async (here: Here, row: Interaction): Promise<Applied | null> => {
  const { message, customerId, brandId } = row;
  if (message == null) return null;
  const channel = writtenChannelSchema.safeParse(row.channel);
  if (!channel.success || row.direction !== 'outbound' || customerId === null) {
    const detail = 'a message goes out to a customer, by email, sms, chat or social';
    return rejected('mutation-malformed', detail);
  }
  // Of a card that was merged away: the one that shows it.
  const customer = await lockCustomer(here.tx, customerId, [brandId]);
  if (customer === null) return rejected('customer-unknown');
  const consents = await findConsentsOfCustomers(here.tx, [customer.id, customerId], [brandId]);
  const { title: subject, summary } = row;
  const draft = { channel: channel.data, to: message.to, subject, body: summary ?? '' };
  const standing = { customer, consents, brandId, nowMs: Date.parse(here.at) };
  const fault = messageFault({ ...draft, articles: [] }, standing);
  if (fault !== null)
    return rejected(fault.code, fault.field === 'to' ? 'message.to' : fault.field);
  const hers = [customer.id, customerId];
  return (await answerRefused(here, row, hers)) ?? (await articlesRefused(here, row));
};
