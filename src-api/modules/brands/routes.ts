/** Brands and their numbers. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, refuseForeignBrand, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  brandChangeSchema,
  brandPathSchema,
  brandsSchema,
  newNumberSchema,
  numbersSchema,
} from '@shared/contracts/http/brands.ts';
import { brandNumberSchema, brandSchema } from '@shared/domain/brand/brand.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import * as brands from './service.ts';

const tags = ['brands'];
const administrator = { access: ['administrator'] } as const;

const numberRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/brands/:brandId/numbers',
    {
      schema: {
        tags,
        summary: 'The numbers customers call',
        params: brandPathSchema,
        response: { 200: numbersSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      return { numbers: await brands.listNumbers(hub, request.params.brandId) };
    },
  );
  app.post(
    '/v1/brands/:brandId/numbers',
    {
      schema: {
        tags,
        summary: 'A new number of a brand',
        params: brandPathSchema,
        body: newNumberSchema,
        response: { 201: brandNumberSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) => {
      const { params, body } = request;
      const number = await brands.addNumber(hub, actorOf(request), params.brandId, body);
      return reply.code(201).send(number);
    },
  );
  app.delete(
    '/v1/brands/:brandId/numbers/:numberId',
    {
      schema: {
        tags,
        summary: 'A number is given up',
        params: brandPathSchema.extend({ numberId: idSchema }),
        response: { 204: z.void(), ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) => {
      const { brandId, numberId } = request.params;
      orRefuse(await brands.removeNumber(hub, actorOf(request), brandId, numberId));
      return reply.code(204).send();
    },
  );
};

export const brandRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/brands',
    {
      schema: {
        tags,
        summary: 'The brands that I work for',
        response: { 200: brandsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ brands: await brands.listBrands(hub, signedInOf(request).brandIds) }),
  );
  app.post(
    '/v1/brands',
    {
      schema: {
        tags,
        summary: 'A new brand, without numbers yet',
        body: brandSchema,
        response: { 201: brandSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) =>
      reply.code(201).send(await brands.createBrand(hub, actorOf(request), request.body)),
  );
  app.patch(
    '/v1/brands/:brandId',
    {
      schema: {
        tags,
        summary: 'What a brand asks for at wrap-up, and how it looks',
        params: brandPathSchema,
        body: brandChangeSchema,
        response: { 200: brandSchema, ...problemResponses },
      },
      config: { access: ['brand-manager', 'administrator'] },
    },
    async (request) => {
      const { params, body } = request;
      refuseForeignBrand(request, params.brandId);
      return orRefuse(await brands.changeBrand(hub, actorOf(request), params.brandId, body));
    },
  );
  numberRoutes(app, hub);
};
