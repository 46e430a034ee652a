/** Articles: what this desktop holds is searched here; what is written, the hub decides. */

import {
  articleCountsSchema,
  articlesSchema,
  articleVersionsSchema,
  missingArticlesSchema,
} from '@shared/contracts/http/articles.ts';
import { routes } from '@shared/contracts/routes.ts';
import { articleSchema } from '@shared/domain/article/article.ts';
import type { ArticleDeed } from '@shared/domain/article/article-life.ts';
import { composeMessage } from '@shared/domain/article/article-message.ts';
import { sentExchange } from '@shared/domain/article/sent-exchange.ts';
import { dayAt } from '@shared/domain/article/shown-article.ts';
import { suggestArticles } from '@shared/domain/article/suggest-articles.ts';
import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const turnPaths: { readonly [deed in ArticleDeed]: string } = {
  submitted: 'submit',
  approved: 'approve',
  'sent-back': 'send-back',
  withdrawn: 'withdraw',
  confirmed: 'confirm',
};

type Names = Part<'articles'>;
type Here = 'articles.search' | 'articles.suggest' | 'articles.shown' | 'articles.read';
type Said = 'articles.note' | 'articles.send';

const readHere = ({ session, clock, board }: CommandDeps): Pick<Names, Here> => {
  const on = withShift(session);
  const today = () => dayAt(clock.now());
  const own = () => board.get('session').user?.brandIds ?? [];
  return {
    'articles.search': on(async (shift, { text, brandId, language, limit }) => {
      const index = await shift.records.articles.index();
      const brandIds = brandId === null ? own() : [brandId];
      const query = { text, brandIds, limit, day: today(), language: language ?? undefined };
      return succeed(index.search(query));
    }),
    'articles.suggest': on(async (shift, moment) => {
      const index = await shift.records.articles.index();
      return succeed(suggestArticles(index.allShown(today()), moment));
    }),
    'articles.shown': on(async (shift, { brandId }) => {
      const index = await shift.records.articles.index();
      const shown = index.allShown(today()).filter((one) => one.brandId === brandId);
      return succeed(shown.toSorted((a, b) => a.title.localeCompare(b.title)));
    }),
    'articles.read': on(async (shift, { articleId }) => {
      const index = await shift.records.articles.index();
      return succeed(index.shown(articleId, today()));
    }),
  };
};

const saidHere = ({ session, clock, board, newId }: CommandDeps): Pick<Names, Said> => {
  const on = withShift(session);
  return {
    'articles.note': on((shift, note) => {
      const payload = { ...note, id: newId(), at: toInstant(clock.now()) };
      return shift.record({ kind: 'article.told', payload }, 'articles');
    }),
    'articles.send': on(async (shift, { articleId, customerId, channel, greeting, ...about }) => {
      const index = await shift.records.articles.index();
      const article = index.shown(articleId, dayAt(clock.now()));
      if (article === null) return fail('article-not-shown');
      const { brandId } = article;
      const rules = board.get('reference').rules.find((one) => one.brandId === brandId)?.knowledge;
      const message = composeMessage(article, channel, { greeting, rules });
      if (message === null) return fail('article-not-shown');
      const known = await shift.records.library.bundle(customerId);
      const standing = channelConsents(known?.consents ?? [], brandId, clock.now());
      // KNOW-32: the screen does not offer it, and nobody gets around the screen.
      if (standing.some((one) => one.channel === channel && one.state === 'opposed'))
        return fail('channel-opposed');
      const payload = sentExchange(article, message, {
        ...about,
        id: newId(),
        customerId,
        channel,
        greeting,
        advisorId: board.get('session').user?.id ?? null,
        at: toInstant(clock.now()),
      });
      const kept = await shift.record(
        { kind: 'interaction.record', payload },
        `customer:${customerId}`,
      );
      return kept.ok ? succeed({ interactionId: payload.id, ...message }) : kept;
    }),
  };
};

const atHub = ({ session, hub }: CommandDeps): Omit<Names, Here | Said> => {
  const on = withShift(session);
  const versions = (articleId: string) => `${routes.articles}/${articleId}/versions`;
  const get = <T extends z.ZodType>(path: string, answer: T, query = {}) =>
    hub.ask({ method: 'GET', path, query, answer });
  return {
    'articles.list': on((_, query) =>
      get(routes.articles, articlesSchema, { ...query, limit: 1000 }),
    ),
    'articles.versions': on((_, { articleId }) =>
      get(`${routes.articles}/${articleId}`, articleVersionsSchema),
    ),
    'articles.write': on((_, { articleId, version, content: body }) => {
      const answer = articleSchema;
      if (articleId === null)
        return hub.ask({ method: 'POST', path: routes.articles, body, answer });
      return version === null
        ? hub.ask({ method: 'POST', path: versions(articleId), body, answer })
        : hub.ask({ method: 'PUT', path: `${versions(articleId)}/${version}`, body, answer });
    }),
    'articles.turn': on((_, { articleId, version, deed, remark, reviewBy }) =>
      hub.ask({
        method: 'POST',
        path: `${versions(articleId)}/${version}/${turnPaths[deed]}`,
        ...(deed === 'sent-back' || deed === 'withdrawn' ? { body: { remark } } : {}),
        ...(deed === 'confirmed' ? { body: { reviewBy } } : {}),
        answer: articleSchema,
      }),
    ),
    'articles.counts': on((_, query) =>
      get(`${routes.articles}/counts`, articleCountsSchema, query),
    ),
    'articles.missing': on((_, query) => get(routes.missingArticles, missingArticlesSchema, query)),
    'articles.settle': on((_, body) =>
      hub.ask({
        method: 'POST',
        path: `${routes.missingArticles}/settle`,
        body,
        answer: z.null(),
      }),
    ),
  };
};

export const articleCommands = (deps: CommandDeps): Names => ({
  ...readHere(deps),
  ...saidHere(deps),
  ...atHub(deps),
});
