/** The wire between desktop and hub: first load, what changed, and what the desktop did. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { packed, packInParts } from '@api/plugins/packing.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { routes } from '@shared/contracts/routes.ts';
import {
  type PagePart,
  packedPageHead,
  packedPageType,
  pageTexts,
} from '@shared/contracts/sync/packed-page.ts';
import {
  type BootstrapResponse,
  bootstrapQuerySchema,
  bootstrapResponseSchema,
  heldRequestSchema,
  heldResponseSchema,
  lookUpQuerySchema,
  lookUpResponseSchema,
  pullQuerySchema,
  pullResponseSchema,
} from '@shared/contracts/sync/pull.ts';
import {
  pushQuerySchema,
  pushRequestSchema,
  pushResponseSchema,
} from '@shared/contracts/sync/push.ts';
import type { FastifyReply } from 'fastify';
import { bundlesToHold } from './held-service.ts';
import { readableAnswer } from './leave-out.ts';
import { lookUp } from './look-up-service.ts';
import { bootstrap, pull } from './pull-service.ts';
import { push } from './push-service.ts';

const tags = ['sync'];

const pushRoute = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.push,
    {
      ...packed,
      schema: {
        tags,
        summary: 'What a desktop did, each mutation once in effect',
        querystring: pushQuerySchema,
        body: pushRequestSchema,
        response: { 200: pushResponseSchema, ...problemResponses },
      },
      config: { access: everyone, whileWiping: true },
    },
    async (request) => ({
      answers: (await push(hub, signedInOf(request), request.body)).map((answer) =>
        readableAnswer(hub.wire, request.query.protocol, answer),
      ),
      protocols: hub.wire.range,
    }),
  );
};

const heldRoute = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.held,
    {
      ...packed,
      schema: {
        tags,
        summary: 'Customers whole, by ids, of those a desktop is to hold by the house’s rules',
        querystring: pushQuerySchema,
        body: heldRequestSchema,
        response: { 200: heldResponseSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => {
      const query = { ...request.body, ...request.query };
      const found = orRefuse(await bundlesToHold(hub, signedInOf(request), query, request.id));
      return { ...found, protocols: hub.wire.range };
    },
  );
};

/** So few that one of them is unpacked and read within a millisecond or two. */
const customersInPart = 20;

/** Asked for as it is kept, a page goes out packed, after a line that says where the next begins. */
const sendPacked = async (reply: FastifyReply, page: BootstrapResponse): Promise<FastifyReply> => {
  const texts = pageTexts(bootstrapResponseSchema.parse(page), customersInPart);
  const { bytes, lengths } = await packInParts(texts.map(({ text }) => text));
  const parts = texts.flatMap(({ count }, at): PagePart[] =>
    count === 0 ? [] : [[count, lengths[at] ?? 0]],
  );
  const head = Buffer.from(packedPageHead(page.next, parts));
  return reply.type(packedPageType).send(Buffer.concat([head, bytes]));
};

export const syncRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.bootstrap,
    {
      ...packed,
      schema: {
        tags,
        summary: 'One page of everything the user may see',
        description: `With form=packed: ${packedPageType}, a line of JSON with the next page’s place, then the page in gzip.`,
        querystring: bootstrapQuerySchema,
        response: { 200: bootstrapResponseSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request, reply) => {
      const page = orRefuse(await bootstrap(hub, signedInOf(request), request.query, request.id));
      return request.query.form === 'json' ? page : sendPacked(reply as FastifyReply, page);
    },
  );
  app.get(
    routes.pull,
    {
      ...packed,
      schema: {
        tags,
        summary: 'What changed since a cursor',
        querystring: pullQuerySchema,
        response: { 200: pullResponseSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await pull(hub, signedInOf(request), request.query)),
  );
  app.get(
    routes.lookUp,
    {
      ...packed,
      schema: {
        tags,
        summary: 'Customers whole, by number or id, for a desktop that does not have them',
        querystring: lookUpQuerySchema,
        response: { 200: lookUpResponseSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await lookUp(hub, signedInOf(request), request.query, request.id)),
  );
  heldRoute(app, hub);
  pushRoute(app, hub);
};
