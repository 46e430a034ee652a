/** The reasons and dispositions of a brand. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, refuseForeignBrand } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  brandPathSchema,
  codePathSchema,
  dispositionsSchema,
  dispositionWordsSchema,
  reasonsSchema,
  reasonWordsSchema,
} from '@shared/contracts/http/brands.ts';
import { dispositionSchema, reasonSchema } from '@shared/domain/brand/brand.ts';
import { z } from 'zod';
import * as brands from './service.ts';

const tags = ['brands'];
const keepers = { access: ['brand-manager', 'administrator'] } as const;

const removal = (app: HubApp, hub: HubDependencies, table: 'reasons' | 'dispositions'): void => {
  app.delete(
    `/v1/brands/:brandId/${table}/:code`,
    {
      schema: {
        tags,
        summary: 'No longer offered; what was recorded keeps its code',
        params: codePathSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config: keepers,
    },
    async (request, reply) => {
      const { brandId, code } = request.params;
      refuseForeignBrand(request, brandId);
      orRefuse(await brands.removeCode(hub, actorOf(request), table, brandId, code));
      return reply.code(204).send();
    },
  );
};

const reasonRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/brands/:brandId/reasons',
    {
      schema: {
        tags,
        summary: 'Why customers call',
        params: brandPathSchema,
        response: { 200: reasonsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      return { reasons: await brands.listReasons(hub, request.params.brandId) };
    },
  );
  app.put(
    '/v1/brands/:brandId/reasons/:code',
    {
      schema: {
        tags,
        summary: 'A reason, new or changed',
        params: codePathSchema,
        body: reasonWordsSchema,
        response: { 200: reasonSchema, ...problemResponses },
      },
      config: keepers,
    },
    async (request) => {
      const { brandId, code } = request.params;
      refuseForeignBrand(request, brandId);
      return brands.putReason(hub, actorOf(request), brandId, code, request.body);
    },
  );
  removal(app, hub, 'reasons');
};

export const wordingRoutes = (app: HubApp, hub: HubDependencies): void => {
  reasonRoutes(app, hub);
  app.get(
    '/v1/brands/:brandId/dispositions',
    {
      schema: {
        tags,
        summary: 'How calls end, the most frequent first',
        params: brandPathSchema,
        response: { 200: dispositionsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      return { dispositions: await brands.listDispositions(hub, request.params.brandId) };
    },
  );
  app.put(
    '/v1/brands/:brandId/dispositions/:code',
    {
      schema: {
        tags,
        summary: 'A disposition, new or changed',
        params: codePathSchema,
        body: dispositionWordsSchema,
        response: { 200: dispositionSchema, ...problemResponses },
      },
      config: keepers,
    },
    async (request) => {
      const { brandId, code } = request.params;
      refuseForeignBrand(request, brandId);
      return brands.putDisposition(hub, actorOf(request), brandId, code, request.body);
    },
  );
  removal(app, hub, 'dispositions');
};
