/** The OpenAPI document, made from the routes' own schemas, and a page to browse it without internet. */

import type { HubApp } from '@api/hub-app.ts';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

export const documentationPage = '/docs';
export const openApiPath = '/v1/openapi.json';

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
    transform: jsonSchemaTransform,
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
