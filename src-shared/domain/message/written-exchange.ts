/** A message as the exchange that it is (WRITE-1): outgoing, in the thread of what it answers. */
import type { Interaction } from '../interaction/interaction.ts';
import { outboundExchange } from '../interaction/outbound-exchange.ts';
import { carriedArticles } from './insert-text.ts';
import type { MessageDraft } from './message.ts';

const titleLength = 80;

/** A short message has no subject: its first words stand in the list. */
const titleOf = ({ channel, subject, body }: MessageDraft): string => {
  if (channel === 'email') return subject.trim();
  const line = body.trim().split('\n')[0] ?? '';
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1).trimEnd()}…`;
};

export const writtenExchange = (
  draft: MessageDraft,
  about: {
    readonly id: string;
    readonly customerId: string;
    readonly brandId: string;
    readonly advisorId: string | null;
    readonly inReplyTo: string | null;
    readonly threadId: string | null;
    readonly caseId: string | null;
    readonly at: string;
  },
): Interaction => {
  const { inReplyTo, ...sent } = about;
  const { channel, to } = draft;
  return {
    ...outboundExchange({ ...sent, channel, title: titleOf(draft), summary: draft.body.trim() }),
    message: { to, inReplyTo, articles: carriedArticles(draft) },
  };
};
