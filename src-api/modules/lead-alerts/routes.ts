/** What leads are told of outside the board, and what they decide of it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  alertRulesAnswerSchema,
  alertRulesChangeSchema,
  leadAlertSchema,
  leadAlertsSchema,
} from '@shared/contracts/http/lead-alerts.ts';
import { routes } from '@shared/contracts/routes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import { alertLog, alertRulesOf, changeAlertRules, myAlerts, takeUp } from './service.ts';

const tags = ['lead'];
const lead = { access: ['team-lead'] } as const;
/** What no lead took up may come to these too. */
const named = { access: ['team-lead', 'brand-manager', 'administrator'] } as const;

const readingRoutes = (app: HubApp, hub: HubDependencies): void => {
  const response = { 200: leadAlertsSchema, ...problemResponses };
  app.get(
    `${routes.leadAlerts}/mine`,
    {
      schema: { tags, summary: 'Alerts that I was told of and that go on', response },
      config: named,
    },
    async (request) => ({ alerts: await myAlerts(hub, signedInOf(request)) }),
  );
  app.get(
    routes.leadAlerts,
    {
      schema: {
        tags,
        summary: 'Alerts of a team of mine of the last seven days',
        querystring: z.object({ teamId: idSchema }),
        response,
      },
      config: lead,
    },
    async (request) => orRefuse(await alertLog(hub, signedInOf(request), request.query.teamId)),
  );
  app.post(
    `${routes.leadAlerts}/:alertId/take`,
    {
      schema: {
        tags,
        summary: 'I take it up: the others see it, and it goes no further',
        params: z.object({ alertId: idSchema }),
        response: { 200: leadAlertSchema, ...problemResponses },
      },
      config: named,
    },
    async (request) => {
      const taken = { id: request.params.alertId, correlationId: request.id };
      return orRefuse(await takeUp(hub, signedInOf(request), taken));
    },
  );
};

const ruleRoutes = (app: HubApp, hub: HubDependencies): void => {
  const path = `${routes.teamAlertRules}/:teamId`;
  const params = z.object({ teamId: idSchema });
  const response = { 200: alertRulesAnswerSchema, ...problemResponses };
  app.get(
    path,
    {
      schema: { tags, summary: 'Of what a team’s leads are told, and whom next', params, response },
      config: lead,
    },
    async (request) =>
      orRefuse(await alertRulesOf(hub, signedInOf(request), request.params.teamId)),
  );
  app.put(
    path,
    {
      schema: {
        tags,
        summary: 'Decide of what a team’s leads are told',
        params,
        body: alertRulesChangeSchema,
        response,
      },
      config: lead,
    },
    async (request) => {
      const change = { ...request.params, ...request.body, correlationId: request.id };
      return orRefuse(await changeAlertRules(hub, signedInOf(request), change));
    },
  );
};

export const leadAlertRoutes = (app: HubApp, hub: HubDependencies): void => {
  readingRoutes(app, hub);
  ruleRoutes(app, hub);
};
