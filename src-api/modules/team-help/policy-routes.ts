/** What the organisation has decided about leads in calls: everybody may read it. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { helpPolicyChangeSchema, keptHelpPolicySchema } from '@shared/contracts/http/team-help.ts';
import { routes } from '@shared/contracts/routes.ts';
import { changePolicy, policyOf } from './policy-service.ts';

const tags = ['help'];

export const helpPolicyRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${routes.teamHelp}/policy`,
    {
      schema: {
        tags,
        summary: 'When an advisor is shown that a lead is in her call, and which brands forbid it',
        response: { 200: keptHelpPolicySchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async () => policyOf(hub),
  );
  app.put(
    `${routes.teamHelp}/policy`,
    {
      schema: {
        tags,
        summary: 'Decide it anew',
        body: helpPolicyChangeSchema,
        response: { 200: keptHelpPolicySchema, ...problemResponses },
      },
      config: { access: ['administrator'] },
    },
    async (request) => orRefuse(await changePolicy(hub, { ...request.body, ...actorOf(request) })),
  );
};
