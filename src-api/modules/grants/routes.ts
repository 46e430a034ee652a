/** Grants that wait for a team lead. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { askedGrantsSchema, grantDecisionSchema } from '@shared/contracts/http/promises.ts';
import { routes } from '@shared/contracts/routes.ts';
import { grantSchema } from '@shared/domain/delegation/delegation.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { askedGrants, decide } from './service.ts';

const tags = ['grants'];
const leads = { access: ['team-lead', 'administrator'] } as const;

export const grantRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.askedGrants,
    {
      schema: {
        tags,
        summary: 'What my advisors ask for, the oldest first',
        response: { 200: askedGrantsSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) => ({ grants: await askedGrants(hub, signedInOf(request)) }),
  );
  app.post(
    `${routes.askedGrants}/:grantId/decide`,
    {
      schema: {
        tags,
        summary: 'Say yes or no to what was asked for',
        params: z.object({ grantId: idSchema }),
        body: grantDecisionSchema,
        response: { 200: grantSchema, ...problemResponses },
      },
      config: leads,
    },
    async (request) =>
      orRefuse(
        await decide(hub, signedInOf(request), {
          ...request.params,
          ...request.body,
          correlationId: request.id,
        }),
      ),
  );
};
