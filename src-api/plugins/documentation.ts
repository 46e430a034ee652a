/** The OpenAPI document, made from the routes' own schemas, and a page to browse it without internet. */

import type { HubApp } from '@api/hub-app.ts';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

export const documentationPage = '/docs';
export const openApiPath = '/v1/openapi.json';

/** `GET /v1/customers/:customerId/history` is `getCustomersByCustomerIdHistory`. */
const operationIdOf = (method: string, url: string): string => {
  const words = url
    .replace(/^\/v1/, '')
    .replace(/:(\w)/g, (_, first: string) => `by-${first}`)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const titled = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return method.toLowerCase() + titled.join('');
};

const whoMay = (access: unknown): string =>
  Array.isArray(access) ? `For: ${access.join(', ')}.` : 'For everybody, signed in or not.';

/** Gives each operation the name that generated clients call it by, and says who may call it. */
const described: typeof jsonSchemaTransform = (given) => {
  const { schema, url } = jsonSchemaTransform(given);
  const { method, config } = given.route;
  const known = schema as { summary?: string; description?: string; operationId?: string };
  const said = known.description ?? (known.summary === undefined ? '' : `${known.summary}.`);
  return {
    url,
    schema: {
      ...schema,
      operationId: known.operationId ?? operationIdOf([method].flat()[0] ?? 'get', given.url),
      description: `${said} ${whoMay(config?.access)}`.trim(),
    },
  };
};

/** Must be awaited before the first route, or the document misses it. */
export const installDocumentation = async (app: HubApp): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parlance hub',
        version: '1',
        description: 'The customer interaction hub. Errors are problem+json with a code.',
      },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      security: [{ bearer: [] }],
    },
    transform: described,
  });
  app.get(
    openApiPath,
    {
      schema: { tags: ['documentation'], summary: 'This document', response: { 200: z.unknown() } },
      config: { access: 'public' },
    },
    async () => app.swagger(),
  );
  await app.register(swaggerUi, { routePrefix: documentationPage, staticCSP: true });
};
