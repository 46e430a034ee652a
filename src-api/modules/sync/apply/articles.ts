/** What a desktop tells of articles, and the check of an exchange that carries one (KNOW-30 to KNOW-32). */
import { findRules } from '@api/modules/brand-rules/repository.ts';
import { findConsentsOfCustomers } from '@api/modules/consents/repository.ts';
import { keepNote } from '@api/modules/knowledge/notes-repository.ts';
import { findArticle } from '@api/modules/knowledge/repository.ts';
import { composeMessage, sendingChannelSchema } from '@shared/domain/article/article-message.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import type { ArticleNote } from '@shared/domain/article/told-of-articles.ts';
import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { type Applied, type Applying, accepted, inScope, rejected } from './outcome.ts';

export const noteArticle = async (applying: Applying, note: ArticleNote): Promise<Applied> => {
  const { tx, user } = applying;
  if (!inScope(applying, note.brandId)) return rejected('role-not-allowed');
  await keepNote(tx, note, user.id);
  return accepted;
};

type Checked = { readonly row: Interaction; readonly refusal: Applied | null };

/**
 * An exchange that carries an article says what the brand wrote, whatever the desktop sent with it.
 * One that is not shown any more, or by a channel that she opposed, is refused.
 */
export const withArticle = async (
  { tx, at }: Pick<Applying, 'tx' | 'at'>,
  row: Interaction,
): Promise<Checked> => {
  const { article: sent, customerId, brandId } = row;
  if (sent == null) return { row, refusal: null };
  const channel = sendingChannelSchema.safeParse(row.channel);
  if (!channel.success || row.direction !== 'outbound' || customerId === null) {
    const detail = 'an article goes out to a customer, by email, sms or chat';
    return { row, refusal: rejected('mutation-malformed', detail) };
  }
  const article = await findArticle(tx, sent.id, sent.version, [brandId]);
  const { rules } = await findRules(tx, brandId);
  const greeting = sent.greeting ?? '';
  const message =
    article === null
      ? null
      : composeMessage(article, channel.data, { greeting, rules: rules.knowledge });
  const day = dayAt(Date.parse(row.startedAt));
  const isShown =
    article?.state === 'published' &&
    article.validFrom <= day &&
    (article.validUntil === null || article.validUntil >= day);
  if (message === null || !isShown) return { row, refusal: rejected('article-not-shown') };
  const consents = await findConsentsOfCustomers(tx, [customerId], [brandId]);
  const standing = channelConsents(consents, brandId, Date.parse(at)).find(
    (one) => one.channel === channel.data,
  );
  if (standing?.state === 'opposed') return { row, refusal: rejected('channel-opposed') };
  const kept = { id: sent.id, version: sent.version };
  return {
    row: { ...row, title: message.title, summary: message.text, article: kept },
    refusal: null,
  };
};
