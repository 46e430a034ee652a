/** The open page: public, read only, without a script; what it counts is told in docs/knowledge.md. */

import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import type { Shelf } from '@api/modules/knowledge/shelf.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type ErrorCode, errorCatalogue, errorCodes } from '@shared/kernel/error-codes.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { articlePage, contactPage, failurePage, searchPage, type Visit } from './pages.ts';
import { judgeOpenly, openBrand, readOpenly, searchOpenly, wishContact } from './service.ts';
import { styleOf } from './style.ts';

const tags = ['self-service'];
/** Of one address: reading fast is fine, asking like a machine is not (KNOW-56). */
const config = { access: 'public' as const, rateLimit: { max: 120, timeWindow: 60_000 } };
const oneBrand = `${routes.help}/:brandId`;
const response = { 200: z.string(), ...problemResponses };

const brandPath = z.object({ brandId: z.string().max(40) });
const articlePath = brandPath.extend({ articleId: idSchema });
const languageSchema = z.enum(['fr', 'en']).optional().catch(undefined);
const visitQuery = z.object({
  lang: languageSchema,
  /** A visit's number, made by the first page and carried on by the others; nobody's. */
  v: idSchema.optional().catch(undefined),
});

/** Nothing but its own style and its own forms; no page of another may hold it. */
const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const languageOf = (request: FastifyRequest, asked: 'fr' | 'en' | undefined): 'fr' | 'en' =>
  asked ?? (/^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr');

const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);

const codeOf = (error: unknown): ErrorCode | null => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return errorCodes.find((one) => one === code) ?? null;
};

/** A person sees a page; a program sees a problem, as everywhere else. */
const installFailures = (scope: HubApp): void => {
  scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) throw error;
    const code = codeOf(error);
    const status = code === null ? (error.statusCode ?? 500) : errorCatalogue[code].http;
    const shown = status < 500 && status !== 429 ? 404 : status;
    return sendPage(reply.code(shown), failurePage(shown, languageOf(request, undefined)));
  });
};

const installForms = (scope: HubApp): void => {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4_096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
};

const visitOf = async (
  hub: HubDependencies,
  request: FastifyRequest,
  brandId: string,
  { lang, v }: z.output<typeof visitQuery>,
): Promise<Visit> => ({
  brand: orRefuse(await openBrand(hub, brandId)),
  language: languageOf(request, lang),
  visit: v ?? hub.newId(),
});

const visitorOf = ({ brand, language, visit }: Visit) => ({ brandId: brand.id, language, visit });

const readingRoutes = (app: HubApp, hub: HubDependencies, shelf: Shelf): void => {
  app.get(
    `${oneBrand}/style.css`,
    {
      schema: { tags, summary: 'The style of a brand’s open page', params: brandPath, response },
      config,
    },
    async (request, reply) => {
      const brand = orRefuse(await openBrand(hub, request.params.brandId));
      reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=300');
      return reply.send(styleOf(brand));
    },
  );
  app.get(
    oneBrand,
    {
      schema: {
        tags,
        summary:
          'The open page of a brand, for its customers: search and frequent questions (HTML)',
        params: brandPath,
        querystring: visitQuery.extend({ q: z.string().max(200).default('') }),
        response,
      },
      config,
    },
    async (request, reply) => {
      const { q: text, ...query } = request.query;
      const at = await visitOf(hub, request, request.params.brandId, query);
      const articles = await searchOpenly(hub, shelf, visitorOf(at), text);
      return sendPage(reply as FastifyReply, searchPage(at, { text, articles }));
    },
  );
  app.get(
    `${oneBrand}/:articleId`,
    {
      schema: {
        tags,
        summary: 'An open article in its version for customers (HTML)',
        params: articlePath,
        querystring: visitQuery,
        response,
      },
      config,
    },
    async (request, reply) => {
      const { brandId, articleId } = request.params;
      const at = await visitOf(hub, request, brandId, request.query);
      const article = orRefuse(await readOpenly(hub, shelf, visitorOf(at), articleId));
      return sendPage(reply as FastifyReply, articlePage(at, article, null));
    },
  );
};

const sayingRoutes = (app: HubApp, hub: HubDependencies, shelf: Shelf): void => {
  app.post(
    `${oneBrand}/:articleId/answer`,
    {
      schema: {
        tags,
        summary: 'Whether an open article helped, as a form of its page says (HTML)',
        params: articlePath,
        body: visitQuery.extend({ verdict: z.enum(['yes', 'no']) }),
        response,
      },
      config,
    },
    async (request, reply) => {
      const { brandId, articleId } = request.params;
      const { verdict, ...query } = request.body;
      const at = await visitOf(hub, request, brandId, query);
      const judged = await judgeOpenly(hub, shelf, visitorOf(at), { articleId, verdict });
      return sendPage(reply as FastifyReply, articlePage(at, orRefuse(judged), verdict));
    },
  );
  app.post(
    `${oneBrand}/contact`,
    {
      schema: {
        tags,
        summary:
          'A visitor who still wants to be in touch; answers with the brand’s numbers (HTML)',
        params: brandPath,
        body: visitQuery,
        response,
      },
      config,
    },
    async (request, reply) => {
      const at = await visitOf(hub, request, request.params.brandId, request.body);
      const numbers = await wishContact(hub, visitorOf(at));
      return sendPage(reply as FastifyReply, contactPage(at, numbers));
    },
  );
};

/** Needs the rate limit of the auth routes: register after them. */
export const helpRoutes = async (
  app: HubApp,
  hub: HubDependencies,
  shelf: Shelf,
): Promise<void> => {
  await app.register(async (scope: HubApp) => {
    installFailures(scope);
    installForms(scope);
    readingRoutes(scope, hub, shelf);
    sayingRoutes(scope, hub, shelf);
  });
};
