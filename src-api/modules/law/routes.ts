/** What was decided before calls, and the rules of law that are in force here. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { customerPathSchema } from '@shared/contracts/http/customers.ts';
import {
  decisionsQuerySchema,
  decisionsSchema,
  lawRulesSchema,
  lawSwitchSchema,
  rulePathSchema,
} from '@shared/contracts/http/law.ts';
import { routes } from '@shared/contracts/routes.ts';
import { decisionsPage, lawRules, switchRule } from './service.ts';

const tags = ['law'];

export const lawRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.dialDecisions,
    {
      schema: {
        tags,
        summary: 'Whether calls might be placed, and by which rule not; newest first',
        querystring: decisionsQuerySchema,
        response: { 200: decisionsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    (request) => decisionsPage(hub, signedInOf(request), request.query),
  );
  app.get(
    `${routes.customers}/:customerId/dial-decisions`,
    {
      schema: {
        tags,
        summary: 'The same of one customer, for whoever works with her',
        params: customerPathSchema,
        querystring: decisionsQuerySchema.omit({ customerId: true }),
        response: { 200: decisionsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    (request) =>
      decisionsPage(hub, signedInOf(request), {
        ...request.query,
        customerId: request.params.customerId,
      }),
  );
  app.get(
    routes.lawRules,
    {
      schema: {
        tags,
        summary: 'The rules of law with their articles, and which are switched off and why',
        response: { 200: lawRulesSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    () => lawRules(hub),
  );
  app.put(
    `${routes.lawRules}/:rule`,
    {
      schema: {
        tags,
        summary: 'Switch a rule off until a day, or on; the reason goes into the audit log',
        params: rulePathSchema,
        body: lawSwitchSchema,
        response: { 200: lawRulesSchema, ...problemResponses },
      },
      config: { access: ['administrator'] },
    },
    async (request) => {
      orRefuse(await switchRule(hub, actorOf(request), request.params.rule, request.body));
      return lawRules(hub);
    },
  );
};
