/** A sent article as the exchange that it is (KNOW-30). */

import type { Interaction } from '../interaction/interaction.ts';
import { outboundExchange } from '../interaction/outbound-exchange.ts';
import type { Article } from './article.ts';
import type { Message, SendingChannel } from './article-message.ts';

export const sentExchange = (
  { id: articleId, version, brandId }: Pick<Article, 'id' | 'version' | 'brandId'>,
  { title, text }: Message,
  about: {
    readonly id: string;
    readonly customerId: string;
    readonly channel: SendingChannel;
    readonly greeting: string;
    readonly advisorId: string | null;
    readonly caseId: string | null;
    readonly threadId: string | null;
    readonly at: string;
  },
): Interaction => {
  const { greeting, ...sent } = about;
  return {
    ...outboundExchange({ ...sent, brandId, title, summary: text }),
    article: { id: articleId, version, ...(greeting === '' ? {} : { greeting }) },
  };
};
