/** Users, lines and teams. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  accountChangeSchema,
  accountSchema,
  accountsSchema,
  lineChangeSchema,
  newAccountSchema,
  newTeamSchema,
  teamChangeSchema,
  teamsSchema,
} from '@shared/contracts/http/directory.ts';
import { teamSchema } from '@shared/domain/user/user.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { z } from 'zod';
import * as directory from './service.ts';

const tags = ['directory'];
const userPath = z.object({ userId: idSchema });
const administrator = { access: ['administrator'] } as const;

const userRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    '/v1/users',
    {
      schema: {
        tags,
        summary: 'Everybody who works here',
        response: { 200: accountsSchema, ...problemResponses },
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async () => ({ users: await directory.listAccounts(hub) }),
  );
  app.post(
    '/v1/users',
    {
      schema: {
        tags,
        summary: 'A new user with role, team and brands',
        body: newAccountSchema,
        response: { 201: accountSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) =>
      reply.code(201).send(await directory.createAccount(hub, actorOf(request), request.body)),
  );
  app.patch(
    '/v1/users/:userId',
    {
      schema: {
        tags,
        summary: 'Change a user, her brands or her password; switch her off',
        params: userPath,
        body: accountChangeSchema,
        response: { 200: accountSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      const { params, body } = request;
      return orRefuse(await directory.changeAccount(hub, actorOf(request), params.userId, body));
    },
  );
};

export const directoryRoutes = (app: HubApp, hub: HubDependencies): void => {
  userRoutes(app, hub);
  app.put(
    '/v1/users/:userId/line',
    {
      schema: {
        tags,
        summary: 'The extension and line password of a user',
        params: userPath,
        body: lineChangeSchema,
        response: { 200: accountSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      const { params, body } = request;
      return orRefuse(await directory.setLine(hub, actorOf(request), params.userId, body));
    },
  );
  app.get(
    '/v1/teams',
    {
      schema: {
        tags,
        summary: 'The teams of the house',
        response: { 200: teamsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async () => ({ teams: await directory.listTeams(hub) }),
  );
  app.post(
    '/v1/teams',
    {
      schema: {
        tags,
        summary: 'A new team, with nobody yet',
        body: newTeamSchema,
        response: { 201: teamSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request, reply) =>
      reply.code(201).send(await directory.createTeam(hub, actorOf(request), request.body)),
  );
  app.patch(
    '/v1/teams/:teamId',
    {
      schema: {
        tags,
        summary: 'Another name for a team, or another house that its people work for',
        description:
          'Of a team with an `outsourcer` nobody writes, approves or withdraws a speech, whatever her role.',
        params: z.object({ teamId: idSchema }),
        body: teamChangeSchema,
        response: { 200: teamSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      const { params, body } = request;
      return orRefuse(await directory.changeTeam(hub, actorOf(request), params.teamId, body));
    },
  );
};
