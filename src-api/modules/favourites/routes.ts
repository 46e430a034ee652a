/** The favourites of who asks; they are changed by mutations, which also come from offline desktops. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { problemResponses } from '@api/plugins/problems.ts';
import { favouritesSchema } from '@shared/contracts/http/favourites.ts';
import { routes } from '@shared/contracts/routes.ts';
import { ownFavourites } from './service.ts';

export const favouriteRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.favourites,
    {
      schema: {
        tags: ['presence'],
        summary: 'Colleagues, queues and numbers that the signed-in person has starred',
        response: { 200: favouritesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ favourites: await ownFavourites(hub, signedInOf(request).id) }),
  );
};
