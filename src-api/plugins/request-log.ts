/** One line per request: route pattern, not address, because addresses carry names and numbers. */
import type { HubApp } from '@api/hub-app.ts';

export const installRequestLog = (app: HubApp): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '(unknown)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
};
