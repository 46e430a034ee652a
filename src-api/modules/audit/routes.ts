/** Reading the audit log. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { auditPageSchema, auditQuerySchema } from '@shared/contracts/http/audit.ts';
import { auditPage } from './service.ts';

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
    (request) => auditPage(hub, request.query),
  );
};
