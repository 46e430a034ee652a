/** Is the process alive, and can it do its work (its database answers)? */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import { checkReady } from './service.ts';

const aliveSchema = z.object({ status: z.literal('ok') });

export const healthRoutes = (app: HubApp, hub: HubDependencies): void => {
  const response = { 200: aliveSchema, ...problemResponses };
  app.get(
    routes.health,
    {
      schema: { tags: ['health'], summary: 'The process runs', security: [], response },
      config: { access: 'public' },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    routes.ready,
    {
      schema: { tags: ['health'], summary: 'The hub can serve', security: [], response },
      config: { access: 'public' },
    },
    async () => orRefuse(await checkReady(hub)),
  );
};
