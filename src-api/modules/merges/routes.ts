/** Cards merged into one, and taken apart again. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  mergedSchema,
  mergePathSchema,
  mergeRequestSchema,
  mergesQuerySchema,
  mergesSchema,
} from '@shared/contracts/http/duplicates.ts';
import { routes } from '@shared/contracts/routes.ts';
import { listMerges } from './listing.ts';
import { merge, undoMerge } from './service.ts';

const tags = ['duplicates'];
const deciding = ['team-lead', 'brand-manager', 'administrator'] as const;

export const mergeRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.merges,
    {
      schema: {
        tags,
        summary: 'Who was merged, the latest first',
        querystring: mergesQuerySchema,
        response: { 200: mergesSchema, ...problemResponses },
      },
      config: { access: deciding },
    },
    (request) => listMerges(hub, signedInOf(request), request.query.limit),
  );
  app.post(
    routes.merges,
    {
      schema: {
        tags,
        summary: 'Two cards become one; the other id keeps working everywhere',
        body: mergeRequestSchema,
        response: { 200: mergedSchema, ...problemResponses },
      },
      config: { access: deciding },
    },
    async (request) => orRefuse(await merge(hub, signedInOf(request), request.body, request.id)),
  );
  app.post(
    `${routes.merges}/:mergeId/undo`,
    {
      schema: {
        tags,
        summary: 'One card becomes two again, each with what it had',
        params: mergePathSchema,
        response: { 200: mergedSchema, ...problemResponses },
      },
      config: { access: deciding },
    },
    async (request) =>
      orRefuse(await undoMerge(hub, signedInOf(request), request.params.mergeId, request.id)),
  );
};
