/** A message to Hélène Vasseur that is being written, and an engine that takes it. */
import { type MessageItem, messageItemSchema } from '@shared/contracts/engine/messages-written.ts';
import { helene, heleneBundle } from './helene.ts';
import { id } from './organisation.ts';

export const askedByMail = heleneBundle.interactions.find(
  ({ channel, outcome }) => channel === 'email' && outcome === 'unanswered',
);

export const messageWith = (
  draft: Partial<MessageItem['draft']> = {},
  change: Partial<MessageItem> = {},
): MessageItem =>
  messageItemSchema.parse({
    id: id(8600),
    customerId: helene,
    brandId: 'kerdoual',
    inReplyTo: null,
    threadId: null,
    caseId: null,
    draft: {
      channel: 'email',
      to: 'h.vasseur@exemple.fr',
      subject: '',
      body: '',
      articles: [],
      ...draft,
    },
    revision: 0,
    savedAt: null,
    saved: 'none',
    ...change,
  });

export const messageAnswers = {
  'messages.begin': () => ({ ok: true as const, value: { messageId: id(8600) } }),
  'messages.save': () => ({
    ok: true as const,
    value: { savedAt: '2026-11-05T10:48:09.000Z', saved: 'disk' as const },
  }),
  'messages.send': () => ({ ok: true as const, value: { interactionId: id(8601) } }),
  'messages.drop': () => ({ ok: true as const, value: null }),
};
