/** Articles as they are used: sent, judged, counted, missing. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { withArticle } from '@api/modules/sync/apply/articles.ts';
import { recordInteraction } from '@api/modules/sync/apply/interactions.ts';
import type { ArticleCounts, MissingArticle } from '@shared/contracts/http/articles.ts';
import type { SendingChannel } from '@shared/domain/article/article-message.ts';
import { sentExchange } from '@shared/domain/article/sent-exchange.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import type { ArticleNote } from '@shared/domain/article/told-of-articles.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as counts from './counts-repository.ts';
import { keepNote } from './notes-repository.ts';
import { findArticle } from './repository.ts';

type Hub = HubDependencies;

export type Sending = {
  readonly id: string;
  readonly customerId: string;
  readonly channel: SendingChannel;
  readonly greeting: string;
  readonly caseId: string | null;
  readonly threadId: string | null;
};

/** The same rules as for what a desktop sends: it is the same exchange. */
export const sendArticle = (
  hub: Hub,
  user: User,
  actor: Actor,
  article: { readonly id: string; readonly version: number },
  sending: Sending,
): Promise<Result<{ interactionId: string; title: string; text: string }>> => {
  const entityId = `${article.id}/${article.version}`;
  return audited(hub, actor, { action: 'sent', entity: 'article', entityId }, async (tx) => {
    const known = await findArticle(tx, article.id, article.version, user.brandIds);
    if (known === null) return fail('not-found');
    const at = toInstant(hub.clock.now());
    const message = { title: '', text: '' };
    const row = sentExchange(known, message, { ...sending, advisorId: user.id, at });
    const applying = { tx, user, mutationId: sending.id, at };
    const composed = await withArticle(applying, row);
    const applied = composed.refusal ?? (await recordInteraction(applying, row));
    if (applied.status !== 'accepted') return fail(applied.code, applied.detail);
    const { title, summary } = composed.row;
    return succeed({ interactionId: sending.id, title, text: summary ?? '' });
  });
};

/** A note of a brand that is not hers is left out, and so is one that is known. */
export const keepNotes = (hub: Hub, user: User, notes: readonly ArticleNote[]): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    for (const note of notes)
      if (user.brandIds.includes(note.brandId)) await keepNote(tx, note, user.id);
  });

/** What the figure says and what it cannot say; shown wherever it is (KNOW-54). */
export const deflectedMeans =
  'Visits of the open page that said an answer helped and did not ask to be in touch after. Nobody knows whether they would have called: silent visits are not counted, and the figure is what visitors said.';

const dayMs = 86_400_000;
const usualDays = 30;

export const countArticles = async (
  hub: Hub,
  user: User,
  query: {
    readonly brandId: string;
    readonly from?: string | undefined;
    readonly until?: string | undefined;
  },
): Promise<Result<ArticleCounts>> => {
  if (!user.brandIds.includes(query.brandId)) return fail('not-found');
  const { db } = hub.database;
  const until = query.until ?? dayAt(hub.clock.now());
  const from = query.from ?? dayAt(hub.clock.now() - (usualDays - 1) * dayMs);
  const period = { brandId: query.brandId, from, until };
  const openPage = await counts.countOpenPage(db, period);
  const articles = await counts.countPerArticle(db, period);
  return succeed({ from, until, articles, openPage: { ...openPage, deflectedMeans } });
};

export const listMissing = async (
  hub: Hub,
  user: User,
  { brandId, limit }: { readonly brandId: string; readonly limit: number },
): Promise<Result<{ missing: MissingArticle[] }>> =>
  user.brandIds.includes(brandId)
    ? succeed({ missing: await counts.findMissing(hub.database.db, brandId, limit) })
    : fail('not-found');

type Settling = Parameters<typeof counts.settleMissing>[1];

export const settleMissing = (
  hub: Hub,
  user: User,
  actor: Actor,
  what: Settling,
): Promise<Result<null>> => {
  const deed = { action: 'settled', entity: 'missing-article', entityId: null };
  return audited(hub, actor, { ...deed, detail: what }, async (tx) => {
    if (!user.brandIds.includes(what.brandId)) return fail('not-found');
    const by = { userId: user.id, at: toInstant(hub.clock.now()) };
    const settled = await counts.settleMissing(tx, what, by);
    return settled === 0 ? fail('not-found') : succeed(null);
  });
};
