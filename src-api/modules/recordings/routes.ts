/** Recordings: decided and steered in a call, listened to with a reason, and the proof of their end. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, refuseForeignBrand, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import * as contract from '@shared/contracts/http/recordings.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import * as call from './call-service.ts';
import { drawsOfMonth } from './draw-service.ts';
import * as hear from './hear-service.ts';
import { recordingPurges } from './purge-service.ts';

const tags = ['recordings'];
const inCalls = { access: ['advisor', 'team-lead'] } as const;
const ruling = { access: ['brand-manager', 'administrator'] } as const;
const whoOf = (request: FastifyRequest) => ({ user: signedInOf(request), actor: actorOf(request) });
const answers = <T extends z.ZodType>(schema: T) => ({ 200: schema, ...problemResponses });

const callRoutes = (app: HubApp, hub: HubDependencies): void => {
  const one = `${routes.recordingCalls}/:interactionId`;
  const params = contract.recordingCallPathSchema;
  const response = answers(contract.callRecordingSchema);
  app.post(
    routes.recordingCalls,
    {
      schema: {
        tags,
        summary: 'A call goes on: is it recorded?',
        body: contract.recordableCallSchema,
        response,
      },
      config: inCalls,
    },
    (request) => {
      refuseForeignBrand(request, request.body.brandId);
      return call.recordCall(hub, signedInOf(request), request.body);
    },
  );
  app.get(
    one,
    {
      schema: { tags, summary: 'How its recording stands', params, response },
      config: inCalls,
    },
    (request) => call.callRecordings(hub, signedInOf(request), request.params.interactionId),
  );
  app.put(
    `${one}/causes`,
    {
      schema: {
        tags,
        summary: 'Why nothing of it may be recorded now; answers when the switch has stopped',
        params,
        body: contract.causesBodySchema,
        response,
      },
      config: inCalls,
    },
    async (request) => {
      const { interactionId } = request.params;
      const { causes } = request.body;
      return orRefuse(await call.setCauses(hub, signedInOf(request), { interactionId, causes }));
    },
  );
  app.post(
    `${one}/objection`,
    {
      schema: {
        tags,
        summary: 'The customer objects: what was recorded is deleted at once',
        params,
        body: contract.objectionSchema,
        response,
      },
      config: inCalls,
    },
    async (request) =>
      orRefuse(await call.object(hub, whoOf(request), { ...request.params, ...request.body })),
  );
};

const hearRoutes = (app: HubApp, hub: HubDependencies): void => {
  const one = `${routes.recordings}/:recordingId`;
  const params = contract.recordingPathSchema;
  app.get(
    routes.recordings,
    {
      schema: {
        tags,
        summary: 'Recordings of my own calls, or of my team, newest first',
        querystring: contract.recordingsQuerySchema,
        response: answers(contract.recordingsSchema),
      },
      config: inCalls,
    },
    async (request) => ({
      recordings: await hear.listRecordings(hub, signedInOf(request), request.query),
    }),
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: 'One, with its waveform, its speech and who listened',
        params,
        response: answers(contract.heardRecordingSchema),
      },
      config: inCalls,
    },
    async (request) =>
      orRefuse(await hear.recordingOf(hub, signedInOf(request), request.params.recordingId)),
  );
  app.post(
    `${one}/listenings`,
    {
      schema: {
        tags,
        summary: 'Say why I listen: noted, and seen by the advisor',
        params,
        body: contract.listenSchema,
        response: answers(contract.listeningSchema),
      },
      config: inCalls,
    },
    async (request) =>
      orRefuse(await hear.listen(hub, whoOf(request), { ...request.params, ...request.body })),
  );
};

const soundRoute = (app: HubApp, hub: HubDependencies): void => {
  const one = `${routes.recordings}/:recordingId`;
  const params = contract.recordingPathSchema;
  app.get(
    `${one}/sound`,
    {
      schema: {
        tags,
        summary:
          'The sound, the advisor at the left, the customer at the right; in parts on request',
        params,
        querystring: contract.soundQuerySchema,
        produces: ['audio/wav'],
        response: { 200: z.any().meta({ format: 'binary' }), ...problemResponses },
      },
      config: inCalls,
    },
    async (request, reply) => {
      const { range } = request.headers;
      const asked = { ...request.params, ...request.query, range };
      const sound = orRefuse(await hear.soundOf(hub, signedInOf(request), asked));
      const { bytes } = sound;
      reply.header('cache-control', 'no-store').header('accept-ranges', 'bytes').type('audio/wav');
      if (sound.range === null) return reply.send(sound.content);
      const { from, to } = sound.range;
      return reply
        .code(206)
        .header('content-range', `bytes ${from}-${to}/${bytes}`)
        .send(sound.content);
    },
  );
};

const ruleRoutes = (app: HubApp, hub: HubDependencies): void => {
  const one = `${routes.recordingRules}/:brandId`;
  const params = contract.recordingRulesPathSchema;
  const response = answers(contract.recordingRulesOfSchema);
  app.get(
    one,
    {
      schema: { tags, summary: 'What a brand records, and how long it is kept', params, response },
      config: { access: everyone },
    },
    async (request) =>
      orRefuse(await hear.rulesOf(hub, signedInOf(request), request.params.brandId)),
  );
  app.put(
    one,
    {
      schema: {
        tags,
        summary: 'Change it, with a reason, within what the law allows',
        params,
        body: contract.changeRecordingRulesSchema,
        response,
      },
      config: ruling,
    },
    async (request) =>
      orRefuse(await hear.changeRules(hub, whoOf(request), { ...request.params, ...request.body })),
  );
  app.get(
    routes.recordingDraws,
    {
      schema: {
        tags,
        summary: 'Every draw of a month; with its key, once it is over, anybody can draw again',
        querystring: contract.drawsQuerySchema,
        response: answers(contract.drawsSchema),
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await drawsOfMonth(hub, signedInOf(request), request.query.month)),
  );
  app.get(
    routes.recordingPurges,
    {
      schema: {
        tags,
        summary: 'What was deleted, when and why: a chain',
        response: answers(contract.recordingPurgesSchema),
      },
      config: ruling,
    },
    () => recordingPurges(hub),
  );
};

export const recordingRoutes = (app: HubApp, hub: HubDependencies): void => {
  callRoutes(app, hub);
  hearRoutes(app, hub);
  soundRoute(app, hub);
  ruleRoutes(app, hub);
};
