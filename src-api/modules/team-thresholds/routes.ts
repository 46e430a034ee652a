/** The thresholds of the teams that a lead leads. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  keptThresholdsSchema,
  thresholdsChangeSchema,
} from '@shared/contracts/http/team-thresholds.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { changeThresholds, thresholdsOf } from './service.ts';

const tags = ['lead'];
const path = `${routes.teamThresholds}/:teamId`;
const params = z.object({ teamId: idSchema });
const response = { 200: keptThresholdsSchema, ...problemResponses };
const config = { access: ['team-lead'] } as const;

export const teamThresholdRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    path,
    {
      schema: { tags, summary: 'From when on my eyes are wanted, for a team', params, response },
      config,
    },
    async (request) =>
      orRefuse(await thresholdsOf(hub, signedInOf(request), request.params.teamId)),
  );
  app.put(
    path,
    {
      schema: {
        tags,
        summary: 'Decide it; the boards of the team follow within seconds',
        params,
        body: thresholdsChangeSchema,
        response,
      },
      config,
    },
    async (request) => {
      const change = { ...request.params, ...request.body, correlationId: request.id };
      return orRefuse(await changeThresholds(hub, signedInOf(request), change));
    },
  );
};
