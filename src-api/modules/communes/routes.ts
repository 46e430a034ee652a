/** Communes with where they lie, for the catchment area of an agency. */
import type { HubApp } from '@api/hub-app.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  communesQuerySchema,
  communesSchema,
  drawnSchema,
} from '@shared/contracts/http/communes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { communesAround, communesInside, communesNear, searchCommunes } from './service.ts';

const tags = ['campaigns'];
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

export const communeRoutes = (app: HubApp): void => {
  app.get(
    '/v1/communes',
    {
      schema: {
        tags,
        summary: 'Communes by name or postcode, or within a distance as the crow flies',
        querystring: communesQuerySchema,
        response: { 200: communesSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async ({ query: { search, near, lon, lat, km } }) => {
      if (near !== undefined) return orRefuse(communesNear(near, km));
      if (lon !== undefined && lat !== undefined) return communesAround([lon, lat], km);
      return searchCommunes(search ?? '');
    },
  );
  app.post(
    '/v1/communes/inside',
    {
      schema: {
        tags,
        summary: 'Communes whose centre lies inside a drawn line',
        body: drawnSchema,
        response: { 200: communesSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async ({ body }) => communesInside(body.drawn),
  );
};
