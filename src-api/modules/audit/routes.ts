/** Reading the audit log. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import {
  auditChainSchema,
  auditPageSchema,
  auditQuerySchema,
} from '@shared/contracts/http/audit.ts';
import { auditPage, checkChain } from './service.ts';

export const auditRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/audit',
    {
      schema: {
        tags: ['audit'],
        summary: 'Who did and saw what, newest first',
        querystring: auditQuerySchema,
        response: { 200: auditPageSchema, ...problemResponses },
      },
      config: { access: ['administrator'] },
    },
    (request) => auditPage(hub, signedInOf(request), request.query),
  );
  app.get(
    '/v1/audit/chain',
    {
      schema: {
        tags: ['audit'],
        summary: 'Whether the journal is what it was: every seal checked',
        response: { 200: auditChainSchema, ...problemResponses },
      },
      config: { access: ['administrator'] },
    },
    () => checkChain(hub),
  );
};
