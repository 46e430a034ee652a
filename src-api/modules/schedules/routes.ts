/** Schedules: a team's week for its lead, the published day and her own week for everybody. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import * as wire from '@shared/contracts/http/schedules.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { moveRoutes } from './move-routes.ts';
import { ownWeekOf, teamDayOf, wish } from './own-service.ts';
import { answerSwap, askSwap } from './swap-service.ts';
import { addAbsence, changeSettings, changeTerms, endAbsence } from './terms-service.ts';
import { type Actor, changeDay, proposeWeek, publishWeek, seeWeek } from './week-service.ts';

const tags = ['schedules'];
const base = routes.schedules;
const leads: readonly Role[] = ['team-lead', 'administrator'];
const access = { leads: { access: leads }, everyone: { access: everyone } };
const week = { 200: wire.teamWeekSchema, ...problemResponses };
const swap = { 200: wire.swapSchema, ...problemResponses };

export const actorIn = (request: FastifyRequest): Actor => ({
  user: signedInOf(request),
  correlationId: request.id,
});

const weekRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${base}/week`,
    {
      schema: {
        tags,
        summary:
          'The week of a team: the draft, what rules say of it, and how much of the need it covers',
        querystring: wire.weekQuerySchema,
        response: week,
      },
      config: access.leads,
    },
    async (request) => orRefuse(await seeWeek(hub, signedInOf(request), request.query)),
  );
  app.post(
    `${base}/week/propose`,
    {
      schema: {
        tags,
        summary: 'A draft from the need and the people; days that are over stay',
        body: wire.changeWeekSchema,
        response: week,
      },
      config: access.leads,
    },
    async (request) => orRefuse(await proposeWeek(hub, actorIn(request), request.body)),
  );
  app.put(
    `${base}/week/day`,
    {
      schema: {
        tags,
        summary: 'Somebody’s day in the draft',
        body: wire.changeDaySchema,
        response: week,
      },
      config: access.leads,
    },
    async (request) => orRefuse(await changeDay(hub, actorIn(request), request.body)),
  );
  app.post(
    `${base}/week/publish`,
    {
      schema: {
        tags,
        summary: 'The draft becomes what everybody sees, unless a rule refuses it',
        body: wire.changeWeekSchema,
        response: week,
      },
      config: access.leads,
    },
    async (request) => orRefuse(await publishWeek(hub, actorIn(request), request.body)),
  );
};

const ownRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${base}/day`,
    {
      schema: {
        tags,
        summary: 'The published day of the team',
        querystring: wire.dayQuerySchema,
        response: { 200: wire.teamDaySchema, ...problemResponses },
      },
      config: access.everyone,
    },
    async (request) => orRefuse(await teamDayOf(hub, signedInOf(request), request.query)),
  );
  app.get(
    `${base}/mine`,
    {
      schema: {
        tags,
        summary: 'My published week with my wishes and exchanges',
        querystring: wire.ownWeekQuerySchema,
        response: { 200: wire.ownWeekSchema, ...problemResponses },
      },
      config: access.everyone,
    },
    async (request) => orRefuse(await ownWeekOf(hub, signedInOf(request), request.query.day)),
  );
  app.put(
    `${base}/mine/wishes`,
    {
      schema: {
        tags,
        summary: 'What I wish for a day to come; null takes it back',
        body: wire.setWishSchema,
        response: { 200: wire.ownWeekSchema, ...problemResponses },
      },
      config: access.everyone,
    },
    async (request) => orRefuse(await wish(hub, actorIn(request), request.body)),
  );
};

const swapRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${base}/swaps`,
    {
      schema: {
        tags,
        summary: 'Ask a colleague to exchange a day; the rules are checked at once',
        body: wire.askSwapSchema,
        response: swap,
      },
      config: access.everyone,
    },
    async (request) => orRefuse(await askSwap(hub, actorIn(request), request.body)),
  );
  app.post(
    `${base}/swaps/:swapId/answer`,
    {
      schema: {
        tags,
        summary:
          'The colleague accepts or declines, the asker withdraws, the lead approves or refuses',
        params: wire.swapPathSchema,
        body: wire.answerSwapSchema,
        response: swap,
      },
      config: access.everyone,
    },
    async (request) => {
      const asked = { ...request.params, ...request.body };
      return orRefuse(await answerSwap(hub, actorIn(request), asked));
    },
  );
};

const termsRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.put(
    `${base}/settings`,
    {
      schema: {
        tags,
        summary: 'What the team agreed on: Sundays, nights, breaks, exchanges',
        body: wire.teamSettingsSchema,
        response: { 200: wire.teamSettingsSchema, ...problemResponses },
      },
      config: access.leads,
    },
    async (request) => orRefuse(await changeSettings(hub, actorIn(request), request.body)),
  );
  app.put(
    `${base}/people/:userId`,
    {
      schema: {
        tags,
        summary: 'Somebody’s contract and when she can work',
        params: wire.personPathSchema,
        body: wire.termsSchema,
        response: { 200: wire.termsSchema, ...problemResponses },
      },
      config: access.leads,
    },
    async (request) => {
      const terms = { ...request.params, ...request.body };
      return orRefuse(await changeTerms(hub, actorIn(request), terms));
    },
  );
  app.post(
    `${base}/absences`,
    {
      schema: {
        tags,
        summary: 'Somebody is away; the reason is not kept here',
        body: wire.addAbsenceSchema,
        response: { 200: wire.absenceSchema, ...problemResponses },
      },
      config: access.leads,
    },
    async (request) => orRefuse(await addAbsence(hub, actorIn(request), request.body)),
  );
  app.delete(
    `${base}/absences/:absenceId`,
    {
      schema: {
        tags,
        summary: 'She is not away after all',
        params: wire.absencePathSchema,
        response: { 200: wire.absencePathSchema, ...problemResponses },
      },
      config: access.leads,
    },
    async (request) => orRefuse(await endAbsence(hub, actorIn(request), request.params)),
  );
};

export const scheduleRoutes = (app: HubApp, hub: HubDependencies): void => {
  weekRoutes(app, hub);
  ownRoutes(app, hub);
  swapRoutes(app, hub);
  termsRoutes(app, hub);
  moveRoutes(app, hub);
};
