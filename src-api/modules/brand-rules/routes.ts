/** Hours, promises and delegations of a brand. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, refuseForeignBrand } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  keptRulesSchema,
  rulesChangeSchema,
  rulesHistorySchema,
} from '@shared/contracts/http/brand-rules.ts';
import { brandPathSchema } from '@shared/contracts/http/brands.ts';
import { changeRules, rulesHistory, rulesOf } from './service.ts';

const tags = ['brands'];
const managers = { access: ['brand-manager', 'administrator'] } as const;

export const brandRuleRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/brands/:brandId/rules',
    {
      schema: {
        tags,
        summary: 'What a brand promises and allows',
        params: brandPathSchema,
        response: { 200: keptRulesSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      return rulesOf(hub, request.params.brandId);
    },
  );
  app.put(
    '/v1/brands/:brandId/rules',
    {
      schema: {
        tags,
        summary: 'Change what a brand promises and allows',
        params: brandPathSchema,
        body: rulesChangeSchema,
        response: { 200: keptRulesSchema, ...problemResponses },
      },
      config: managers,
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      const { params, body } = request;
      return orRefuse(await changeRules(hub, actorOf(request), params.brandId, body));
    },
  );
  app.get(
    '/v1/brands/:brandId/rules/history',
    {
      schema: {
        tags,
        summary: 'Who changed the rules of a brand, when, to what; newest first',
        params: brandPathSchema,
        response: { 200: rulesHistorySchema, ...problemResponses },
      },
      config: managers,
    },
    async (request) => {
      refuseForeignBrand(request, request.params.brandId);
      return { versions: await rulesHistory(hub, request.params.brandId) };
    },
  );
};
