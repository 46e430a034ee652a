/** How many advisors a day needs, for those who plan it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { staffingDaySchema, staffingQuerySchema } from '@shared/contracts/http/staffing.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { staffingDayOf } from './service.ts';

const planners: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

export const staffingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.staffingDay,
    {
      schema: {
        tags: ['staffing'],
        summary:
          'The calls of a day by quarters of an hour with their interval, from history and from what has come so far, and the advisors that they need',
        querystring: staffingQuerySchema,
        response: { 200: staffingDaySchema, ...problemResponses },
      },
      config: { access: planners },
    },
    async (request) => orRefuse(await staffingDayOf(hub, signedInOf(request), request.query)),
  );
};
