/** The day under way: what is missing, who could move, who was asked and what she answered. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { adherenceQuerySchema, adherenceSchema } from '@shared/contracts/http/adherence.ts';
import * as wire from '@shared/contracts/http/schedule-moves.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { adherenceWeek } from './adherence-service.ts';
import { answerMove, askMoves, ownAsks } from './moves-service.ts';
import { seeToday } from './today-service.ts';

const tags = ['schedules'];
const base = routes.schedules;
const leads: readonly Role[] = ['team-lead', 'administrator'];

const watched: readonly Role[] = ['advisor', 'team-lead', 'administrator'];

const adherenceRoute = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${base}/adherence`,
    {
      schema: {
        tags,
        summary: 'Planned against done: my own week up to now; of my team the days that are over',
        querystring: adherenceQuerySchema,
        response: { 200: adherenceSchema, ...problemResponses },
      },
      config: { access: watched },
    },
    async (request) => orRefuse(await adherenceWeek(hub, signedInOf(request), request.query.day)),
  );
};

export const moveRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${base}/today`,
    {
      schema: {
        tags,
        summary: 'Needed and planned from now on, and who could cover what is missing soonest',
        querystring: wire.todayQuerySchema,
        response: { 200: wire.todaySchema, ...problemResponses },
      },
      config: { access: leads },
    },
    async (request) => orRefuse(await seeToday(hub, signedInOf(request), request.query)),
  );
  app.post(
    `${base}/moves`,
    {
      schema: {
        tags,
        summary: 'Ask the people of these moves; nothing changes before each accepts',
        body: wire.askMovesSchema,
        response: { 200: wire.moveAsksSchema, ...problemResponses },
      },
      config: { access: leads },
    },
    async (request) => {
      const actor = { user: signedInOf(request), correlationId: request.id };
      return orRefuse(await askMoves(hub, actor, request.body));
    },
  );
  app.get(
    `${base}/moves/mine`,
    {
      schema: {
        tags,
        summary: 'What I am asked to change today',
        response: { 200: wire.moveAsksSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({ asks: await ownAsks(hub, signedInOf(request)) }),
  );
  app.post(
    `${base}/moves/:askId/answer`,
    {
      schema: {
        tags,
        summary: 'She accepts or declines; her lead withdraws',
        params: wire.moveAskPathSchema,
        body: wire.answerMoveSchema,
        response: { 200: wire.moveAskSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const actor = { user: signedInOf(request), correlationId: request.id };
      return orRefuse(await answerMove(hub, actor, { ...request.params, ...request.body }));
    },
  );
  adherenceRoute(app, hub);
};
