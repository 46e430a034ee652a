/**
 * The desktop's renderer is another origin (`app://parlance`): exactly that and the configured ones
 * may read answers. Tokens travel in a header, never in a cookie, so nothing is sent by itself.
 */

import type { HubApp } from '@api/hub-app.ts';
import { correlationHeader } from '@shared/contracts/http/problem.ts';

const allowedHeaders = `authorization, content-type, content-encoding, ${correlationHeader}`;
const allowedMethods = 'GET, POST, PUT, PATCH, DELETE';
const preflightSeconds = 600;

/** Answers preflights and marks answers for allowed origins (Fetch standard, §3.2). */
export const installCrossOrigin = (app: HubApp, allowedOrigins: readonly string[]): void => {
  const allowed = new Set(allowedOrigins);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'origin');
    const origin = request.headers.origin;
    if (origin === undefined || !allowed.has(origin)) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', `${correlationHeader}, date, retry-after`);
    const isPreflight =
      request.method === 'OPTIONS' &&
      request.headers['access-control-request-method'] !== undefined;
    if (!isPreflight) return;
    await reply
      .header('access-control-allow-methods', allowedMethods)
      .header('access-control-allow-headers', allowedHeaders)
      .header('access-control-max-age', preflightSeconds)
      .code(204)
      .send();
  });
};
