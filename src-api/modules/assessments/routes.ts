/** Grids, assessments, calibration and coaching plans. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import * as contract from '@shared/contracts/http/assessments.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import * as service from './service.ts';

const tags = ['quality'];
const people = { access: ['advisor', 'team-lead'] } as const;
const leads = { access: ['team-lead'] } as const;
const whoOf = (request: FastifyRequest) => ({ user: signedInOf(request), actor: actorOf(request) });
const answers = <T extends z.ZodType>(schema: T) => ({ 200: schema, ...problemResponses });
const params = contract.assessmentPathSchema;
const response = answers(contract.assessmentSchema);
const one = `${routes.assessments}/:assessmentId`;

const readingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.grids,
    {
      schema: { tags, summary: 'The grids in force', response: answers(contract.gridsSchema) },
      config: { access: everyone },
    },
    async (request) => ({ grids: await service.gridsOf(hub, signedInOf(request)) }),
  );
  app.get(
    routes.assessments,
    {
      schema: {
        tags,
        summary: 'Assessments of my calls, or of my team’s, and my drafts',
        response: answers(contract.assessmentsSchema),
      },
      config: people,
    },
    async (request) => ({ assessments: await service.assessmentsOf(hub, signedInOf(request)) }),
  );
  app.get(
    routes.qualityFigures,
    {
      schema: {
        tags,
        summary: 'My own scores; to a lead those that are final',
        response: answers(contract.qualityFiguresSchema),
      },
      config: people,
    },
    (request) => service.figuresOf(hub, signedInOf(request)),
  );
  app.get(
    routes.calibrations,
    {
      schema: {
        tags,
        summary: 'Which calls several of us mark, and where my marks are missing',
        response: answers(contract.calibrationsSchema),
      },
      config: leads,
    },
    (request) => service.calibrationsOf(hub, signedInOf(request)),
  );
  app.get(
    `${routes.calibrations}/:recordingId`,
    {
      schema: {
        tags,
        summary: 'How evaluators marked the same call, once I have',
        params: contract.calibrationPathSchema,
        response: answers(contract.calibrationSchema),
      },
      config: leads,
    },
    async (request) =>
      orRefuse(await service.calibrationOf(hub, signedInOf(request), request.params.recordingId)),
  );
};

const markingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.grids,
    {
      schema: {
        tags,
        summary: 'Publish a grid, or the next version of one',
        body: contract.publishGridSchema,
        response: answers(contract.gridViewSchema),
      },
      config: { access: ['team-lead', 'brand-manager', 'administrator'] },
    },
    async (request) => orRefuse(await service.publishGrid(hub, whoOf(request), request.body)),
  );
  app.put(
    routes.assessments,
    {
      schema: {
        tags,
        summary: 'My draft for a call, whole',
        body: contract.draftAssessmentSchema,
        response,
      },
      config: leads,
    },
    async (request) => orRefuse(await service.saveDraft(hub, signedInOf(request), request.body)),
  );
  app.post(
    `${one}/send`,
    { schema: { tags, summary: 'Send it to the advisor', params, response }, config: leads },
    async (request) => {
      const asked = { id: request.params.assessmentId, move: 'send' } as const;
      return orRefuse(await service.move(hub, whoOf(request), asked));
    },
  );
  app.post(
    `${one}/close`,
    {
      schema: {
        tags,
        summary: 'Make it final; what is contested, by somebody else',
        params,
        body: contract.closeAssessmentSchema,
        response,
      },
      config: leads,
    },
    async (request) => {
      const asked = { id: request.params.assessmentId, move: 'close', ...request.body } as const;
      return orRefuse(await service.move(hub, whoOf(request), asked));
    },
  );
};

const learningRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${one}/reply`,
    {
      schema: {
        tags,
        summary: 'Answer an assessment of my call, or contest it',
        params,
        body: contract.replySchema,
        response,
      },
      config: people,
    },
    async (request) => {
      const { text: reply, contests } = request.body;
      const asked = {
        id: request.params.assessmentId,
        move: contests ? 'contest' : 'answer',
        reply,
      } as const;
      return orRefuse(await service.move(hub, whoOf(request), asked));
    },
  );
  app.put(
    `${one}/plan`,
    {
      schema: {
        tags,
        summary: 'What she tries next, by when, and how it went',
        params,
        body: contract.planSchema,
        response,
      },
      config: leads,
    },
    async (request) => {
      const { assessmentId: id } = request.params;
      return orRefuse(await service.plan(hub, whoOf(request), { id, ...request.body }));
    },
  );
};

export const assessmentRoutes = (app: HubApp, hub: HubDependencies): void => {
  readingRoutes(app, hub);
  markingRoutes(app, hub);
  learningRoutes(app, hub);
};
