/** What brands write: templates, their previews, and the letters for the mail house. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import {
  changeTemplateSchema,
  keptTemplateSchema,
  mailingPathSchema,
  mailingsQuerySchema,
  mailingsSchema,
  previewQuerySchema,
  previewSchema,
  templatePathSchema,
  templatesQuerySchema,
  templatesSchema,
} from '@shared/contracts/http/letters.ts';
import { routes } from '@shared/contracts/routes.ts';
import { templateSchema } from '@shared/domain/letter/template.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listMailings, mailingPdf, mailingRows } from './mailings-service.ts';
import {
  changeTemplate,
  createTemplate,
  listTemplates,
  previewDraft,
  previewLetter,
  previewTemplate,
} from './templates-service.ts';

const tags = ['letters'];
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];
const config = { access: makers };
const one = `${routes.templates}/:templateId`;
const withLogo = 1024 * 1024;
const file = { 200: z.any().meta({ format: 'binary' }), ...problemResponses };

const whoOf = (request: FastifyRequest) => ({
  user: signedInOf(request),
  actor: actorOf(request),
});

const sendPdf = (reply: FastifyReply, pdf: Buffer, name: string): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf);

const templateRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.templates,
    {
      schema: {
        tags,
        summary: 'What my brands write: letters, e-mails, short messages',
        querystring: templatesQuerySchema,
        response: { 200: templatesSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      templates: await listTemplates(hub, signedInOf(request), request.query.brandId),
    }),
  );
  app.post(
    routes.templates,
    {
      bodyLimit: withLogo,
      schema: {
        tags,
        summary: 'A new template; a field that nobody can fill is refused by name',
        body: templateSchema,
        response: { 201: keptTemplateSchema, ...problemResponses },
      },
      config,
    },
    async (request, reply) =>
      reply.code(201).send(orRefuse(await createTemplate(hub, whoOf(request), request.body))),
  );
  app.put(
    one,
    {
      bodyLimit: withLogo,
      schema: {
        tags,
        summary: 'Change a template; what was sent stays as it was',
        params: templatePathSchema,
        body: changeTemplateSchema,
        response: { 200: keptTemplateSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { templateId } = request.params;
      return orRefuse(await changeTemplate(hub, whoOf(request), templateId, request.body));
    },
  );
};

const previewRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    `${one}/preview`,
    {
      schema: {
        tags,
        summary: 'As a customer would get it, and what of her is missing',
        params: templatePathSchema,
        querystring: previewQuerySchema,
        response: { 200: previewSchema, ...problemResponses },
      },
      config,
    },
    async (request) => {
      const { templateId } = request.params;
      const { customerId } = request.query;
      return orRefuse(await previewTemplate(hub, signedInOf(request), templateId, customerId));
    },
  );
  app.get(
    `${one}/preview.pdf`,
    {
      schema: {
        tags,
        produces: ['application/pdf'],
        summary: 'A letter as PDF, as a customer would get it',
        params: templatePathSchema,
        querystring: previewQuerySchema,
        response: file,
      },
      config,
    },
    async (request, reply) => {
      const { templateId } = request.params;
      const { customerId } = request.query;
      const pdf = await previewLetter(hub, signedInOf(request), templateId, customerId);
      return sendPdf(reply, orRefuse(pdf), 'lettre');
    },
  );
};

const draftRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${routes.templates}/preview.pdf`,
    {
      bodyLimit: withLogo,
      schema: {
        tags,
        produces: ['application/pdf'],
        summary: 'A letter that is written just now, for an example customer; nothing is kept',
        body: templateSchema,
        response: file,
      },
      config,
    },
    async (request, reply) => {
      const pdf = await previewDraft(hub, signedInOf(request), request.body);
      return sendPdf(reply, orRefuse(pdf), 'lettre');
    },
  );
};

const mailingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.mailings,
    {
      schema: {
        tags,
        summary: 'Letters of campaigns, gathered by day for the mail house',
        querystring: mailingsQuerySchema,
        response: { 200: mailingsSchema, ...problemResponses },
      },
      config,
    },
    async (request) => ({
      mailings: await listMailings(hub, signedInOf(request), request.query.campaignId),
    }),
  );
  app.get(
    `${routes.mailings}/:mailingId/letters.pdf`,
    {
      schema: {
        tags,
        produces: ['application/pdf'],
        summary: 'All its letters as one PDF, each on pages of its own',
        params: mailingPathSchema,
        response: file,
      },
      config,
    },
    async (request, reply) => {
      const pdf = await mailingPdf(hub, signedInOf(request), request.params.mailingId);
      return sendPdf(reply, orRefuse(pdf), 'lettres');
    },
  );
  app.get(
    `${routes.mailings}/:mailingId/data.csv`,
    {
      schema: {
        tags,
        produces: ['text/csv'],
        summary: 'Its data file: address lines by NF Z10-011, first page and pages of each letter',
        params: mailingPathSchema,
        response: file,
      },
      config,
    },
    async (request, reply) => {
      const rows = await mailingRows(hub, signedInOf(request), request.params.mailingId);
      return reply
        .type(csvMediaType)
        .header('content-disposition', 'attachment; filename="lettres.csv"')
        .send(csvOf(orRefuse(rows)));
    },
  );
};

export const letterRoutes = (app: HubApp, hub: HubDependencies): void => {
  templateRoutes(app, hub);
  previewRoutes(app, hub);
  draftRoutes(app, hub);
  mailingRoutes(app, hub);
};
