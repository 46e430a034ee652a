/** Is the process alive, and can it do its work (its database answers)? */
import { z } from 'zod';
import { routes } from '@shared/contracts/routes.ts';
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { Refusal, problemResponses } from '@api/plugins/problems.ts';
import { ping } from '@api/db/database.ts';

const aliveSchema = z.object({ status: z.literal('ok') });

export const healthRoutes = (app: HubApp, { database, log }: HubDependencies): void => {
  const response = { 200: aliveSchema, ...problemResponses };
  app.get(
    routes.health,
    { schema: { tags: ['health'], summary: 'The process runs', response }, config: { access: 'public' } },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    routes.ready,
    { schema: { tags: ['health'], summary: 'The hub can serve', response }, config: { access: 'public' } },
    async () => {
      await ping(database.db).catch((error: unknown) => {
        log.error({ cause: error instanceof Error ? error.message : 'unknown' }, 'database away');
        throw new Refusal('hub-failing', 'the database does not answer');
      });
      return { status: 'ok' as const };
    },
  );
};
