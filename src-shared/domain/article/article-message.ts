/** What leaves when an article is sent: a word of hers, and the customer's version as the brand wrote it. */
import { z } from 'zod';
import type { Article } from './article.ts';
import type { KnowledgeRules } from './knowledge-rules.ts';

export const sendingChannels = ['email', 'sms', 'chat'] as const;
export const sendingChannelSchema = z.enum(sendingChannels);
export type SendingChannel = z.infer<typeof sendingChannelSchema>;

export type Message = { readonly title: string; readonly text: string };

const linkTo = ({ id, audience }: Article, rules: KnowledgeRules | undefined): string | null =>
  audience === 'open' && rules?.openPage === true && rules.pageUrl !== null
    ? `${rules.pageUrl.replace(/\/$/, '')}/${id}`
    : null;

/** KNOW-31: null for an article without a customer's version. */
export const composeMessage = (
  article: Article,
  channel: SendingChannel,
  {
    greeting = '',
    rules,
  }: { readonly greeting?: string; readonly rules?: KnowledgeRules | undefined },
): Message | null => {
  const { customer } = article;
  if (customer === null) return null;
  const link = linkTo(article, rules);
  const short = customer.short === '' ? customer.text : customer.short;
  const body = channel === 'email' ? customer.text : short;
  const parts = [greeting.trim(), body, link ?? ''].filter((part) => part !== '');
  return { title: customer.title, text: parts.join(channel === 'email' ? '\n\n' : ' ') };
};
