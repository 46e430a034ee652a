/** How articles were used, and what was searched in vain. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  articleCountsSchema,
  countsQuerySchema,
  missingArticlesSchema,
  missingQuerySchema,
  settlingSchema,
} from '@shared/contracts/http/articles.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { countArticles, listMissing, settleMissing } from './using-service.ts';

const tags = ['knowledge'];
const readers = { access: ['team-lead', 'brand-manager', 'administrator'] } as const;

export const articleCountsRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.articles}/counts`,
    {
      schema: {
        tags,
        summary:
          'Per article how it was used, and what the open page counted; thirty days if not said',
        querystring: countsQuerySchema,
        response: { 200: articleCountsSchema, ...problemResponses },
      },
      config: readers,
    },
    async (request) => orRefuse(await countArticles(hub, signedInOf(request), request.query)),
  );
  app.get(
    routes.missingArticles,
    {
      schema: {
        tags,
        summary: 'What advisors and customers looked for in vain, most asked first',
        querystring: missingQuerySchema,
        response: { 200: missingArticlesSchema, ...problemResponses },
      },
      config: readers,
    },
    async (request) => orRefuse(await listMissing(hub, signedInOf(request), request.query)),
  );
  app.post(
    `${routes.missingArticles}/settle`,
    {
      schema: {
        tags,
        summary: 'Settles reports that ask for the same: with an article, or with a reason',
        body: settlingSchema,
        response: { 204: z.null(), ...problemResponses },
      },
      config: { access: ['brand-manager', 'administrator'] },
    },
    async (request, reply) => {
      orRefuse(await settleMissing(hub, signedInOf(request), actorOf(request), request.body));
      return reply.code(204).send(null);
    },
  );
};
