/** A sent article as the exchange that it is (KNOW-30). */

import type { Interaction } from '../interaction/interaction.ts';
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
): Interaction => ({
  id: about.id,
  customerId: about.customerId,
  brandId,
  channel: about.channel,
  direction: 'outbound',
  startedAt: about.at,
  endedAt: about.at,
  recordedAt: null,
  outcome: 'done',
  advisorId: about.advisorId,
  queue: null,
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  title,
  customerWords: null,
  summary: text,
  notes: [],
  caseId: about.caseId,
  threadId: about.threadId,
  call: null,
  speech: null,
  wrapUpEndedAt: null,
  article: {
    id: articleId,
    version,
    ...(about.greeting === '' ? {} : { greeting: about.greeting }),
  },
});
